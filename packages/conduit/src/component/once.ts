import type { Html } from "../api.ts";
import { lateNode } from "../html/late-node.ts";
import type { HtmlNode } from "../tape/token.ts";

/**
 * Writes `html` where a render comes to `key` for the first time, and nothing where it comes there again: a script that several
 * components need. The order is that of the page, whichever was built first.
 *
 * @param key anything; objects are compared by identity
 */
export function once(key: unknown, html: Html): HtmlNode {
  return lateNode("once", { come: (render) => (render.isFirst(key) ? html : undefined) }, html);
}
