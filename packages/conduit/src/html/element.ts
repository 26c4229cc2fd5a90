import { internalized } from "../tape/internalized.ts";
import type { Static } from "../tape/statics.ts";
import { tape } from "../tape/tape.ts";
import type { HtmlNode } from "../tape/token.ts";
import { content, type ContentKind } from "./content.ts";
import { inspector } from "./inspector.ts";
import { isRecord } from "./is-record.ts";
import { join, nothing } from "./markup.ts";
import { writeAttributes } from "./write-attributes.ts";
import { writeChild } from "./write-child.ts";

/** A builder before the types of its element are put on it. */
export type UntypedBuilder = (...args: readonly unknown[]) => HtmlNode;

/**
 * Makes the builder of one element: `builder(attributes?, ...children)`. A call appends one record to the tape, after
 * those of its children, and allocates one node. Attributes are a plain object in first place.
 */
export function element(tag: string, kind: ContentKind = "normal"): UntypedBuilder {
  const own = content[kind];
  const open: Static = tape.statics.intern(`<${tag}`)!;
  const close = own.isVoid ? "" : internalized(`</${tag}>`);
  const closeAlone: Static = tape.statics.intern(close)!;
  return function build(first?: unknown): HtmlNode {
    tape.begin(tag);
    try {
      const hasAttributes = isRecord(first);
      // Markup that is not written yet: what follows it is joined to it.
      const begun = inspector.begin?.(open) ?? open;
      let pending = join(hasAttributes ? writeAttributes(tag, begun, first) : begun, ">");
      // Why `arguments` and no rest array: it costs no allocation.
      for (let i = hasAttributes ? 1 : 0; i < arguments.length; i++) {
        pending = writeChild(tag, own, pending, arguments[i]);
      }
      const node = tape.end(pending === nothing ? closeAlone : join(pending, close));
      inspector.element?.(tag, arguments, node);
      return node;
    } catch (error) {
      tape.abort();
      throw error;
    }
  };
}
