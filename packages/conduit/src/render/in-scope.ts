import type { Html } from "../api.ts";
import { isThenable } from "../html/write-late.ts";
import { tape } from "../tape/tape.ts";

/** A view that may be async. */
export type AnyView = Html | (() => Html | PromiseLike<Html>);

/**
 * Makes the view's HTML and hands it to `use`. A function is run in a scope: the tape is afterwards as it was before.
 *
 * What an async view built before its first `await` is copied away, as other renders come between; `later` gets what it gives.
 */
export function inScope<Now, Later>(
  view: AnyView,
  use: (html: Html) => Now,
  later: (html: PromiseLike<Html>) => Later,
): Now | Later {
  if (typeof view !== "function") return use(view);
  const scope = tape.open();
  try {
    const html = view();
    if (!isThenable(html)) return use(html);
    tape.seal(scope.token);
    return later(html);
  } finally {
    tape.close(scope);
  }
}
