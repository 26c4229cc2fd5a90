import * as record from "../tape/record.ts";
import { checkRawText, type RawTextTag } from "../escape/raw-text.ts";
import { kindOf, templateError } from "../errors.ts";
import { isRecord } from "../html/is-record.ts";
import { fixed, join, nothing, write, written } from "../html/markup.ts";
import { textOf } from "../html/raw-text.ts";
import { findStep } from "../html/steps.ts";
import { writeAttribute, writeAttributes } from "../html/write-attributes.ts";
import { writeChild } from "../html/write-child.ts";
import { internalized } from "../tape/internalized.ts";
import type { Static } from "../tape/statics.ts";
import { tape } from "../tape/tape.ts";
import type { HtmlNode } from "../tape/token.ts";
import type { Piece, Step } from "./program.ts";

// What templates know of the tape and of how builders write. Nothing else in this folder does.

export { nothing, writeChild };

/** How a template is called in errors that name a tag. */
export const NAME = "html`…`";
/** Pieces up to this length are joined with what precedes them. Why a bound: each combination is stored once more. */
const JOINED_MAX = 256;
/** Longer pieces are not for the table of statics, whose size is bounded: they are copied to the tape in each render. */
const STATIC_MAX = 1024;

/** Begins a template's record. @throws WATT_CONDUIT_REENTERED */
export function begin(): void {
  record.begin(NAME);
}

/** Ends the record; returns its node. */
export function end(last: Static): HtmlNode {
  return record.end(last);
}

/** Drops the record. */
export function abort(): void {
  tape.abort();
}

/** A text as joins compare it fastest: by address. Pieces that are never joined stay as they are. */
export function joinable(text: string): string {
  return text.length > JOINED_MAX ? text : internalized(text);
}

/** Writes static markup after `before`; returns the markup that is still to be written. */
export function writePiece(before: Static, piece: Piece): Static {
  const { text } = piece;
  if (text === "") return before;
  if (before === nothing) return alone(before, piece);
  const left = piece.doubles ? join(before, "\n") : before;
  if (left.text.length + text.length > JOINED_MAX) return alone(left, piece);
  return join(left, text);
}

function alone(before: Static, piece: Piece): Static {
  if (piece.known === undefined && piece.bytes === undefined) find(piece);
  if (piece.known === undefined) {
    tape.raw(before, piece.bytes!);
    return written;
  }
  if (before !== nothing) record.writeMarkup(before);
  return piece.known;
}

function find(piece: Piece): void {
  if (piece.text.length <= STATIC_MAX) piece.known = tape.statics.place(piece.text);
  if (piece.known === undefined) piece.bytes = new TextEncoder().encode(piece.text);
}

/** Writes one attribute. */
export function writeValue(step: Step, before: Static, value: unknown): Static {
  const { tag, name, check } = step;
  return writeAttribute(tag, settle(before), name, check === undefined ? value : check(value));
}

// Writes `before` now, if it is long. Why: an attribute's name would be joined to it, and both stored once more.
function settle(before: Static): Static {
  if (before.text.length <= JOINED_MAX) return before;
  record.writeMarkup(before);
  return nothing;
}

/** Writes a record of attributes. @throws WATT_CONDUIT_TEMPLATE_SPREAD, WATT_CONDUIT_TEMPLATE_TWICE */
export function writeSpread({ tag, names, check }: Step, before: Static, attributes: unknown): Static {
  if (attributes === null || attributes === undefined || attributes === false) return before;
  if (!isRecord(attributes)) throw templateError("WATT_CONDUIT_TEMPLATE_SPREAD", { tag, kind: kindOf(attributes) });
  if (names.length > 0) {
    for (const name of Object.keys(attributes)) {
      if (names.includes(name.toLowerCase())) throw templateError("WATT_CONDUIT_TEMPLATE_TWICE", { tag, name });
    }
  }
  const checked = check === undefined ? attributes : (check(attributes) as Readonly<Record<string, unknown>>);
  return writeAttributes(tag, settle(before), checked);
}

const quote: Static = /* @__PURE__ */ fixed('"');

/** Writes declarations that were checked. Without any there is no attribute, as in builders. */
export function writeStyle({ tag, name }: Step, before: Static, declarations: string): Static {
  if (declarations.trim() === "") return before;
  const left = settle(before);
  if (left.guessedName !== name && !findStep(tag, left, name)) {
    record.writeText(write(left, ` ${name}="`), declarations);
    return quote;
  }
  const step = left.step!;
  record.writeText(step, declarations);
  return step.quote;
}

/** The text of a hole among text that is not escaped. @throws WATT_CONDUIT_CHILD_RAW_TEXT */
export function rawPart({ tag }: Step, value: unknown): string {
  return textOf(tag.toLowerCase() as RawTextTag, value);
}

/** Writes text that is not escaped. @throws WATT_CONDUIT_RAW_TEXT where it would leave its element */
export function writeRawText({ tag }: Step, before: Static, text: string): Static {
  checkRawText(tag.toLowerCase() as RawTextTag, text);
  if (text !== "") write(before, text);
  return text === "" ? before : nothing;
}

/** Writes a trusted script or style of SVG, whose text is escaped. @throws WATT_CONDUIT_CHILD_RAW_TEXT */
export function writeForeignText({ tag, content }: Step, before: Static, value: unknown): Static {
  return writeChild(tag, content, before, textOf(tag.toLowerCase() as RawTextTag, value, false));
}
