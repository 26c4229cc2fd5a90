import { begin, end, isHere, leaf, writeMarkup, writeReference, writeText } from "../tape/record.ts";
import { internalized } from "../tape/internalized.ts";
import type { Static } from "../tape/statics.ts";
import { tape } from "../tape/tape.ts";
import type { HtmlNode } from "../tape/token.ts";
import { type Content, content, type ContentKind } from "./content.ts";
import { inspector } from "./inspector.ts";
import { isRecord } from "./is-record.ts";
import { fixed, join, nothing, write } from "./markup.ts";
import { Twice } from "./steps.ts";
import { type Build, openingOf, withMerged } from "./with-attributes.ts";
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
    // Why `apply`: where `arguments` goes anywhere else, V8 makes an object of it at each call.
    if (inspector.element !== undefined) return (again ?? inspected).apply(element, arguments as never);
    if (takesAll && arguments.length === 1) {
      if (typeof first === "string" && first !== "") return leaf(tag, openAlone, first, closeAlone);
      if (typeof first === "number") return leaf(tag, openAlone, String(first), closeAlone);
    }
    begin(tag);
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
        if (typeof child === "string" && takesAll && child !== "") {
          writeText(pending, child);
          pending = nothing;
        } else if (takesAll && isHere(child)) {
          if (pending !== nothing) writeMarkup(pending);
          writeReference(child);
          pending = nothing;
        } else {
          pending = writeChild(tag, own, pending, child);
        }
      }
      return end(pending === nothing ? closeAlone : join(pending, close));
    } catch (error) {
      tape.abort();
      if (again === undefined || !(error instanceof Twice)) throw error;
    }
    return again.apply(undefined, arguments as never);
  }
  build.with = (attributes: object): UntypedBuilder => withFixed(element, build, attributes);
  return build;
}

/** What a builder does in dev mode, which is told of it. */
function inspected(this: Element, ...args: readonly unknown[]): HtmlNode {
  const { tag, own, open, close, closeAlone } = this;
  begin(tag);
  try {
    const [first, ...rest] = args;
    const begun = inspector.begin?.(open) ?? open;
    const children = isRecord(first) ? rest : args;
    let pending = closeTag(isRecord(first) ? writeAttributes(tag, begun, first) : begun);
    for (const child of children) pending = writeChild(tag, own, pending, child);
    const node = end(pending === nothing ? closeAlone : join(pending, close));
    inspector.element?.(tag, args, node);
    return node;
  } catch (error) {
    tape.abort();
    throw error;
  }
}

function withFixed(element: Element, build: Build, attributes: object): UntypedBuilder {
  const merged = withMerged(build, attributes);
  // Dev mode looks at all attributes of an element.
  const opening = inspector.element === undefined ? openingOf(build, element.close, attributes) : undefined;
  const open = opening === undefined ? undefined : tape.statics.place(opening);
  const openAlone = open?.followedBy(">", tape.statics);
  if (open === undefined || openAlone === undefined) return merged;
  open.names = new Set([...element.open.names, ...Object.keys(attributes).map((name) => name.toLowerCase())]);
  return builderOf({ ...element, open, openAlone }, merged);
}

function closeTag(pending: Static): Static {
  return pending.closed ?? (pending.closed = pending.followedBy(">", tape.statics)) ?? write(pending, ">");
}
