import { tape } from "../tape/tape.ts";
import type { Static } from "../tape/statics.ts";
import type { HtmlNode } from "../tape/token.ts";
import { content } from "./content.ts";
import { inspector } from "./inspector.ts";
import { nothing } from "./markup.ts";
import { writeChild } from "./write-child.ts";

/** A node of several children without an element around them. O(children). */
export function fragmentOf(name: string, children: readonly unknown[], before: Static = nothing): HtmlNode {
  tape.begin(name);
  try {
    let pending = before;
    for (const child of children) pending = writeChild(name, content.normal, pending, child);
    const node = tape.end(pending);
    inspector.fragment?.(children, node);
    return node;
  } catch (error) {
    tape.abort();
    throw error;
  }
}
