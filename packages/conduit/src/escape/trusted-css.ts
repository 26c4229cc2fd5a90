import { registry } from "./registry.ts";

/** CSS that is written as it is. Made by `rawCss` only. */
export class TrustedCss {
  declare private readonly nominal: never;
}

/** The text of each trusted value of this process. */
export const trustedCss: WeakMap<object, string> = registry("trusted-css");

/**
 * Says that `css` is safe: a value that `style` would leave out, `{ "background-image": rawCss("url(/a.png)") }`, or the rules
 * inside of `<style>`. Never give it anything that a person typed.
 */
export function rawCss(css: string): TrustedCss {
  const trusted = new TrustedCss();
  Object.freeze(trusted);
  trustedCss.set(trusted, css);
  return trusted;
}
