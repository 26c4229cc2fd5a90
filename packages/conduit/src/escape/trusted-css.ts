/**
 * A CSS value that is written as it is. Made by `rawCss` only: the text is kept beside the object, not in it, so nothing that
 * looks like one (JSON, a structured clone, a proxy) is one.
 */
export class TrustedCss {
  declare private readonly nominal: never;
}

const key: unique symbol = Symbol.for("watt.trusted-css") as never;
const shared = globalThis as { [key]?: WeakMap<object, string> };

/** The text of each trusted value of this process, whichever copy of this package made it. */
export const trustedCss: WeakMap<object, string> = (shared[key] ??= new WeakMap());

/**
 * Says that `value` is a CSS value and safe, for what `style` would leave out: `{ "background-image": rawCss("url(/a.png)") }`.
 * Never give it anything that a person typed.
 */
export function rawCss(value: string): TrustedCss {
  const css = new TrustedCss();
  Object.freeze(css);
  trustedCss.set(css, value);
  return css;
}
