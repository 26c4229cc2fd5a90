import type { Static } from "../tape/statics.ts";
import type { HtmlNode } from "../tape/token.ts";
import { content } from "./content.ts";
import { nodeOf } from "./write-child.ts";

/** A node of several children without an element around them. O(children). */
export function fragmentOf(name: string, children: readonly unknown[], before?: Static): HtmlNode {
  return nodeOf(name, content.normal, children, before);
}
