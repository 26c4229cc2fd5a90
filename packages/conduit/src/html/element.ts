import { internalized } from "../tape/internalized.ts";
import type { Static } from "../tape/statics.ts";
import { tape } from "../tape/tape.ts";
import type { HtmlNode } from "../tape/token.ts";
import { content, type ContentKind } from "./content.ts";
import { isRecord } from "./is-record.ts";
import { fixed, join, nothing, write } from "./markup.ts";
import { writeAttributes } from "./write-attributes.ts";
import { writeChild } from "./write-child.ts";

const Node = tape.Node;

/** A builder before the types of its element are put on it. */
export type UntypedBuilder = (...args: readonly unknown[]) => HtmlNode;

/**
 * Makes the builder of one element: `builder(attributes?, ...children)`. A call appends one record to the tape, after
 * those of its children, and allocates one node. Attributes are a plain object in first place.
 */
export function element(tag: string, kind: ContentKind = "normal"): UntypedBuilder {
  const own = content[kind];
  const open: Static = fixed(`<${tag}`);
  const openAlone: Static = fixed(`<${tag}>`);
  const close = own.isVoid ? "" : internalized(`</${tag}>`);
  const closeAlone: Static = fixed(close);
  const takesText = kind === "normal";
  return function build(first?: unknown): HtmlNode {
    if (takesText && typeof first === "string" && arguments.length === 1 && first !== "") {
      return tape.leaf(tag, openAlone, first, closeAlone);
    }
    tape.begin(tag);
    try {
      // Markup that is not written yet: what follows it is joined to it.
      let pending = openAlone;
      let i = 0;
      if (typeof first === "object" && first !== null && !(first instanceof Node) && !Array.isArray(first)) {
        const opening = writeAttributes(tag, open, first as Readonly<Record<string, unknown>>);
        // Without names it is an empty record, or something else: trusted HTML, a promise.
        if (opening !== open || isRecord(first)) {
          pending = closeTag(opening);
          i = 1;
        }
      }
      // Why `arguments` and no rest array: it costs no allocation.
      for (; i < arguments.length; i++) {
        const child: unknown = arguments[i];
        if (typeof child === "string" && takesText && child !== "") {
          tape.text(pending, child);
          pending = nothing;
        } else if (child instanceof Node && takesText && child._token === tape.token) {
          if (pending !== nothing) tape.write(pending);
          tape.reference(child);
          pending = nothing;
        } else {
          pending = writeChild(tag, own, pending, child);
        }
      }
      return tape.end(pending === nothing ? closeAlone : join(pending, close));
    } catch (error) {
      tape.abort();
      throw error;
    }
  };
}

function closeTag(pending: Static): Static {
  return pending.closed ?? (pending.closed = pending.followedBy(">", tape.statics)) ?? write(pending, ">");
}
