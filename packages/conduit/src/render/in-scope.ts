import type { Html, View } from "../api.ts";
import { tape } from "../tape/tape.ts";

/**
 * Makes the view's HTML and hands it to `use`. A function is run in a scope: the tape is afterwards as it was before.
 */
export function inScope<Result>(view: View, use: (html: Html) => Result): Result {
  if (typeof view !== "function") return use(view);
  const scope = tape.open();
  try {
    return use(view());
  } finally {
    tape.close(scope);
  }
}
