import { internalized } from "../tape/internalized.ts";
import type { Static } from "../tape/statics.ts";
import { tape } from "../tape/tape.ts";
import type { HtmlNode } from "../tape/token.ts";
import { type Content, content, type ContentKind } from "./content.ts";
import { inspector } from "./inspector.ts";
import { isRecord } from "./is-record.ts";
import { fixed, join, nothing, write } from "./markup.ts";
import { Twice } from "./steps.ts";
import { openingOf, withMerged } from "./with-attributes.ts";
import { writeAttributes } from "./write-attributes.ts";
import { writeChild } from "./write-child.ts";

/** A builder before the types of its element are put on it. */
export interface UntypedBuilder {
  (...args: readonly unknown[]): HtmlNode;
  with(attributes: object): UntypedBuilder;
}

/** What all calls of a builder have in common. */
interface Element {
  readonly tag: string;
  readonly own: Content;
  /** Up to where attributes are written, and that with `>`. */
  readonly open: Static;
  readonly openAlone: Static;
  readonly close: string;
  readonly closeAlone: Static;
}

const Node = tape.Node;

/**
 * Makes the builder of one element: `builder(attributes?, ...children)`. A call appends one record to the tape, after
 * those of its children, and allocates one node. Attributes are a plain object in first place.
 */
export function element(tag: string, kind: ContentKind = "normal"): UntypedBuilder {
  const own = content[kind];
  const close = own.isVoid ? "" : internalized(`</${tag}>`);
  const open = fixed(`<${tag}`);
  return builderOf({ tag, own, open, openAlone: fixed(`<${tag}>`), close, closeAlone: fixed(close) });
}

/** @param again builds from all attributes when a call repeats one of those that `with` was given */
function builderOf(element: Element, again?: (...args: unknown[]) => HtmlNode): UntypedBuilder {
  const { tag, own, open, openAlone, close, closeAlone } = element;
  const takesAll = own.text && own.nodes && !own.dropsNewline;
  function build(first?: unknown): HtmlNode {
    if (
      takesAll &&
      typeof first === "string" &&
      arguments.length === 1 &&
      first !== "" &&
      inspector.element === undefined
    ) {
      return tape.leaf(tag, openAlone, first, closeAlone);
    }
    tape.begin(tag);
    try {
      // Markup that is not written yet: what follows it is joined to it.
      const begun = inspector.begin?.(open) ?? open;
      let pending = begun === open ? openAlone : closeTag(begun);
      let i = 0;
      if (typeof first === "object" && first !== null && !(first instanceof Node) && !Array.isArray(first)) {
        const opening = writeAttributes(tag, begun, first as Readonly<Record<string, unknown>>);
        // Without names it is an empty record, or something else: trusted HTML, a promise.
        if (opening !== begun || isRecord(first)) {
          pending = closeTag(opening);
          i = 1;
        }
      }
      // Why `arguments` and no rest array: it costs no allocation.
      for (; i < arguments.length; i++) {
        const child: unknown = arguments[i];
        if (typeof child === "string" && takesAll && child !== "") {
          tape.text(pending, child);
          pending = nothing;
        } else if (child instanceof Node && takesAll && child._token === tape.token) {
          if (pending !== nothing) tape.write(pending);
          tape.reference(child);
          pending = nothing;
        } else {
          pending = writeChild(tag, own, pending, child);
        }
      }
      const node = tape.end(pending === nothing ? closeAlone : join(pending, close));
      inspector.element?.(tag, arguments, node);
      return node;
    } catch (error) {
      tape.abort();
      if (error instanceof Twice && again !== undefined) return again(...arguments);
      throw error;
    }
  }
  build.with = (attributes: object): UntypedBuilder => {
    const merged = withMerged(build, attributes);
    const opening = openingOf(build, close, attributes);
    const markup = opening === undefined ? undefined : tape.statics.place(opening);
    const alone = markup?.followedBy(">", tape.statics);
    // Dev mode looks at all attributes of an element.
    if (markup === undefined || alone === undefined || inspector.element !== undefined) return merged;
    const names = Object.keys(attributes).map((name) => name.toLowerCase());
    markup.names = new Set([...open.names, ...names]);
    return builderOf({ ...element, open: markup, openAlone: alone }, merged);
  };
  return build;
}

function closeTag(pending: Static): Static {
  return pending.closed ?? (pending.closed = pending.followedBy(">", tape.statics)) ?? write(pending, ">");
}
