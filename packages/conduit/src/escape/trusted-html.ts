import { registry } from "./registry.ts";

/** HTML that is written as it is. Made by `raw` and `keep` only. */
export class TrustedHtml {
  declare private readonly nominal: never;
}

/** The bytes of each trusted value of this process. */
export const trustedBytes: WeakMap<object, Uint8Array> = registry("trusted-html");

/** Makes a trusted value of bytes that the caller hands over. */
export function trust(bytes: Uint8Array): TrustedHtml {
  const html = new TrustedHtml();
  Object.freeze(html);
  trustedBytes.set(html, bytes);
  return html;
}
