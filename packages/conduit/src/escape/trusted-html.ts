/**
 * HTML that is written as it is. Made by `raw` and `keep` only: the bytes are kept beside the object, not in it,
 * so nothing that looks like one (JSON, a structured clone, a proxy) is one.
 */
export class TrustedHtml {
  declare private readonly nominal: never;
}

/** The bytes of each trusted value of this process, whichever copy of this package made it. */
export type TrustedBytes = WeakMap<object, Uint8Array>;

const key: unique symbol = Symbol.for("watt.trusted-html") as never;
const shared = globalThis as { [key]?: TrustedBytes };

/** One registry a process: the ESM and the CJS copy, and two versions, accept each other's values. */
export const trustedBytes: TrustedBytes = (shared[key] ??= new WeakMap());

/** Makes a trusted value of bytes that the caller hands over. */
export function trust(bytes: Uint8Array): TrustedHtml {
  const html = new TrustedHtml();
  Object.freeze(html);
  trustedBytes.set(html, bytes);
  return html;
}
