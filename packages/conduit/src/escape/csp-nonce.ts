import { conduitError } from "../errors.ts";
import type { Late, RenderState } from "../tape/late.ts";
import { trust, type TrustedHtml } from "./trusted-html.ts";

/** Stands for the nonce of a page's content security policy; see `cspNonce`. */
export class CspNonce {
  declare private readonly nominal: never;
}

const key: unique symbol = Symbol.for("watt.csp-nonce") as never;
const shared = globalThis as { [key]?: CspNonce };

/**
 * Value of a `nonce` attribute: what the render was given, `renderToBytes(view, { nonce })`. Without one there is no attribute. Why no
 * plain text: the same view is rendered for many requests, and awaits between them.
 */
export const cspNonce: CspNonce = (shared[key] ??= new CspNonce());
Object.freeze(cspNonce);

/** True for `cspNonce`, in any copy of this package. */
export function isCspNonce(value: unknown): value is CspNonce {
  return value === cspNonce;
}

/** Writes the attribute ` nonce="…"` when the render has one. */
export const lateNonce: Late = {
  come({ nonce, isKept }: RenderState): TrustedHtml | undefined {
    if (isKept) throw conduitError("WATT_CONDUIT_NONCE_KEPT");
    return nonce === undefined ? undefined : trust(new TextEncoder().encode(` nonce="${escaped(nonce)}"`));
  },
};

// https://w3c.github.io/webappsec-csp/#grammardef-nonce-source
function escaped(nonce: string): string {
  if (!/^[\w+/-]+={0,2}$/.test(nonce)) throw conduitError("WATT_CONDUIT_NONCE");
  return nonce;
}
