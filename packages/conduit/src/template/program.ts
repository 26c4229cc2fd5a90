import { type Content, content } from "../html/content.ts";
import type { Static } from "../tape/statics.ts";

/** What a hole is. */
export const CHILD = 0;
/** The whole value of an attribute. */
export const ATTRIBUTE = 1;
/** A record of attributes. */
export const SPREAD = 2;
/** A part of an attribute's value. */
export const PART = 3;
/** A part of a `style` attribute. */
export const STYLE_PART = 4;
/** A part of what stands in an element whose text is not escaped: `<script>`. */
export const RAW_PART = 5;
/** A child of such an element in SVG, where its text is escaped. */
export const FOREIGN_TEXT = 6;

export type StepKind =
  | typeof CHILD
  | typeof ATTRIBUTE
  | typeof SPREAD
  | typeof PART
  | typeof STYLE_PART
  | typeof RAW_PART
  | typeof FOREIGN_TEXT;

/** Static markup between two holes. */
export class Piece {
  readonly text: string;
  /** A line end that parsers drop, should the holes before it write nothing: it is doubled then. */
  readonly doubles: boolean;
  /** What the tape knows it by, from its first use on. Why not before: most pieces are only met joined to what precedes. */
  known: Static | undefined = undefined;
  /** In place of `known`, for text that the table of statics does not take. */
  bytes: Uint8Array | undefined = undefined;

  constructor(text: string, doubles: boolean) {
    this.text = text;
    this.doubles = doubles;
  }
}

/**
 * A hole, and the static markup before it. One a hole, so that its number is the hole's. Why one class for all kinds: the
 * loop over them sees one shape.
 */
export class Step {
  readonly kind: StepKind;
  readonly piece: Piece;
  readonly tag: string;
  /** CHILD: what may stand there. */
  content: Content = content.normal;
  /** ATTRIBUTE, PART, STYLE_PART: the attribute. */
  name = "";
  /** ATTRIBUTE, PART, SPREAD: what becomes of the value first, where it depends on another attribute. */
  check: ((value: unknown) => unknown) | undefined = undefined;
  /** SPREAD: the tag's other attributes, in lower case. */
  names: readonly string[] = [];
  /** STYLE_PART: a declaration begins here, after the static ones in `lead`. */
  begins = false;
  lead = "";
  /** PART, STYLE_PART, RAW_PART: static text before the hole and (STYLE_PART) after it, to the declaration's end. */
  before = "";
  after = "";
  /** PART, STYLE_PART, RAW_PART: the value or the element's text ends here, after the static text in `rest`. */
  ends = false;
  rest = "";

  constructor(kind: StepKind, piece: Piece, tag: string) {
    this.kind = kind;
    this.piece = piece;
    this.tag = tag;
  }
}

/** What a template's strings were parsed to. */
export interface Program {
  readonly steps: readonly Step[];
  /** The static markup after the last hole. */
  readonly last: Piece;
}
