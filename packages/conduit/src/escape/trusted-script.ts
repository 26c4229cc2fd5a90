import { registry } from "./registry.ts";

/** Code that is written as it is. Made by `rawScript` and `json` only. */
export class TrustedScript {
  declare private readonly nominal: never;
}

/** The text of each trusted value of this process. */
export const trustedScripts: WeakMap<object, string> = registry("trusted-script");

/**
 * Says that `code` is safe to run: inside of `<script>`, or as a handler, `button({ onclick: rawScript("save()") })`. Never put
 * into it what a person typed; values go beside it, as `json(value)`.
 */
export function rawScript(code: string): TrustedScript {
  const trusted = new TrustedScript();
  Object.freeze(trusted);
  trustedScripts.set(trusted, code);
  return trusted;
}
