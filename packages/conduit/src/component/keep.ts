import type { Html } from "../api.ts";
import { trust, type TrustedHtml } from "../escape/trusted-html.ts";
import { htmlBytes } from "../tape/html-bytes.ts";
import { inspector } from "../html/inspector.ts";

/**
 * Writes `html` once and keeps its bytes: for parts that never change, and for nodes that outlive their render.
 * O(bytes), and one buffer of that size; each later use is one copy.
 */
export function keep(html: Html): TrustedHtml {
  const kept = trust(htmlBytes(html, undefined, true));
  inspector.fragment?.([html], kept);
  return kept;
}
