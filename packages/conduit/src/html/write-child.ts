import { begin, end, writeMarkup, writeReference, writeText } from "../tape/record.ts";
import { trustedBytes } from "../escape/trusted-html.ts";
import { conduitError, kindOf } from "../errors.ts";
import type { Static } from "../tape/statics.ts";
import { tape } from "../tape/tape.ts";
import { type HtmlNode, SEALED } from "../tape/token.ts";
import { bytesOfSealed } from "../tape/html-bytes.ts";
import type { Content } from "./content.ts";
import { inspector } from "./inspector.ts";
import { join, nothing } from "./markup.ts";
import { isThenable, writeForeign, writePromise } from "./write-late.ts";

/**
 * Writes one child after the markup `before`; returns the markup that is still to be written.
 *
 * @throws WATT_CONDUIT_CHILD and its kin
 */
export function writeChild(tag: string, content: Content, before: Static, child: unknown): Static {
  switch (typeof child) {
    case "string":
      return textChild(tag, content, before, child);
    case "number":
    case "bigint":
      return textChild(tag, content, before, String(child));
    case "boolean":
    case "undefined":
      return before;
    case "object":
      return child === null ? before : writeObject(tag, content, before, child);
    default:
      throw conduitError("WATT_CONDUIT_CHILD", { tag, kind: kindOf(child) });
  }
}

function textChild(tag: string, content: Content, before: Static, text: string): Static {
  if (!content.text) refuse(tag, content, "text");
  if (text === "") return before;
  // Parsers drop a line end right after <pre> and <textarea>, so the first one is doubled.
  writeText(content.dropsNewline && before !== nothing && text[0] === "\n" ? join(before, "\n") : before, text);
  return nothing;
}

function writeObject(tag: string, content: Content, before: Static, child: object): Static {
  if (tape.isNode(child)) {
    if (!content.nodes) refuse(tag, content, "a node");
    return writeNode(openFor(content, before), child);
  }
  if (Array.isArray(child)) {
    let pending = before;
    for (const one of child as readonly unknown[]) pending = writeChild(tag, content, pending, one);
    return pending;
  }
  const trusted = trustedBytes.get(child);
  if (trusted === undefined) {
    if (!isThenable(child)) throw conduitError("WATT_CONDUIT_CHILD", { tag, kind: kindOf(child) });
    if (!content.text) refuse(tag, content, "a promise");
    return writePromise(openFor(content, before), child, (given) => nodeOf(tag, content, [given]));
  }
  if (!content.trusted) refuse(tag, content, "trusted HTML");
  tape.raw(openFor(content, before), trusted);
  return nothing;
}

function writeNode(before: Static, node: HtmlNode): Static {
  if (node._token !== tape.token && tape.stateOf(node) === SEALED) {
    if (node._token.copy?.late.length !== 0) return writeForeign(before, node);
    tape.raw(before, bytesOfSealed(node));
    return nothing;
  }
  if (before !== nothing) writeMarkup(before);
  writeReference(node);
  return nothing;
}

// What a node or trusted HTML begins with is not looked at: a line end that parsers drop is written in any case.
function openFor(content: Content, before: Static): Static {
  return content.dropsNewline && before !== nothing ? join(before, "\n") : before;
}

function refuse(tag: string, content: Content, kind: string): never {
  if (content.isVoid) throw conduitError("WATT_CONDUIT_CHILD_VOID", { tag });
  throw conduitError(content.text ? "WATT_CONDUIT_CHILD_TEXT_ONLY" : "WATT_CONDUIT_CHILD_RAW_TEXT", { tag, kind });
}

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
