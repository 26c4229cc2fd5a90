import { begin, end } from "../tape/record.ts";
import { tape } from "../tape/tape.ts";
import type { Static } from "../tape/statics.ts";
import type { HtmlNode } from "../tape/token.ts";
import type { Content } from "./content.ts";
import { inspector } from "./inspector.ts";
import { nothing } from "./markup.ts";
import { writeChild } from "./write-child.ts";

/** A node of what stands inside of `tag`, without the element around it. O(children). */
export function nodeOf(
  tag: string,
  content: Content,
  children: readonly unknown[],
  before: Static = nothing,
): HtmlNode {
  begin(tag);
  try {
    let pending = before;
    for (let i = 0; i < children.length; i++) pending = writeChild(tag, content, pending, children[i]);
    const node = end(pending);
    inspector.fragment?.(children, node);
    return node;
  } catch (error) {
    tape.abort();
    throw error;
  }
}
