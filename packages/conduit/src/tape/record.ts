import { END, INLINE_MAX, LONG, URL } from "./op.ts";
import type { Static } from "./statics.ts";
import { ROPE_MAX, tape } from "./tape.ts";
import type { HtmlNode } from "./token.ts";

// What builders do at each element. Why functions and no methods: V8 knows the tape that they work on, and folds what of it
// does not change.

/** What begins with an op: markup, or the way of writing an attribute. */
interface Piece {
  readonly op: number;
}

const Node = tape.Node;

/** True for a node whose record can be referred to as it is. */
export function isHere(value: unknown): value is HtmlNode {
  return value instanceof Node && value._token === tape.token;
}

/** Begins a record. @throws WATT_CONDUIT_REENTERED while another one is open */
export function begin(tag: string): void {
  if (tape.record !== -1 || tape.words > tape.wordLimit || tape.rope.length > ROPE_MAX) tape.prepare(tag);
  const { words } = tape;
  tape.record = words;
  tape.i32[tape.wordBase + words] = tape.texts + tape.rope.length;
  tape.words = words + 1;
}

/** Ends the record with a last static; returns its node. */
export function end(last: Static): HtmlNode {
  op(last.op | END);
  const node = new Node(tape.token, tape.record);
  tape.record = -1;
  return node;
}

/** A record of one text between two statics. Why: many elements are such, and at once it is a tenth faster. */
export function leaf(tag: string, open: Static, text: string, close: Static): HtmlNode {
  const { length } = text;
  if (length > INLINE_MAX) {
    begin(tag);
    writeText(open, text);
    return end(close);
  }
  if (tape.record !== -1 || tape.words > tape.wordLimit || tape.rope.length > ROPE_MAX) tape.prepare(tag);
  const { words, i32 } = tape;
  const at = tape.wordBase + words;
  i32[at] = tape.texts + tape.rope.length;
  tape.rope += text;
  i32[at + 1] = open.op | length;
  i32[at + 2] = close.op | END;
  tape.words = words + 3;
  return new Node(tape.token, words);
}

/** Appends a static and nothing else. */
export function writeMarkup(piece: Piece): void {
  op(piece.op);
}

/** Appends a static and text that is escaped later. */
export function writeText(piece: Piece, text: string): void {
  const { length } = text;
  tape.rope += text;
  if (length <= INLINE_MAX) {
    op(piece.op | length);
  } else {
    op(piece.op | LONG);
    op(length);
  }
}

/** Appends a static and text that is written only when its scheme is allowed. */
export function writeUrl(piece: Piece, url: string): void {
  tape.rope += url;
  op(piece.op | URL);
  op(url.length);
}

/** Appends a reference to a record of the tape. */
export function writeReference(node: HtmlNode): void {
  op(~node._offset);
}

function op(word: number): void {
  const { words } = tape;
  if (words > tape.wordEnd) {
    tape.op(word);
  } else {
    tape.i32[tape.wordBase + words] = word;
    tape.words = words + 1;
  }
}
