import { type AttributeRule, classRule } from "../escape/attribute-rule.ts";
import { STATICS_MAX } from "./op.ts";

/** A piece of HTML that never changes, known to the tape by its id. */
export class Static {
  readonly id: number;
  readonly text: string;
  // What came after it the last time: templates repeat themselves, and a comparison is cheaper than a look-up.
  // Why never undefined: a second type in a comparison makes V8 compare generally (measured: 5 % of a table).
  lastText: string = "";
  last: Static = this;
  /** The attribute that came after it the last time. */
  lastRule: AttributeRule = classRule;
  /** What came after this piece so far, joined to it: `">` followed by ` id="` is one copy, not two. */
  readonly followers: Map<string, Static> = new Map();

  constructor(id: number, text: string) {
    this.id = id;
    this.text = text;
  }
}

/** Bytes that all statics together may have. */
export const STATIC_BYTES: number = 128 * 1024;

/**
 * The pieces of HTML that templates consist of, each stored once as bytes.
 *
 * Bounded in number and bytes: attribute names may come from data, and this table is never emptied. Whoever gets
 * `undefined` writes the piece as raw bytes of its record.
 */
export class Statics {
  /** Offset of each static's first byte, counted from the start of the static area. One more than there are statics. */
  readonly offsets: Int32Array = new Int32Array(STATICS_MAX + 1);
  /** The static area's content; the tape copies it into the memory that its walker reads. */
  readonly bytes: Uint8Array = new Uint8Array(STATIC_BYTES);
  /** How many statics there are. */
  count = 0;
  private readonly known = new Map<string, Static>();

  constructor() {
    this.intern("");
  }

  /** The static of `text`; `undefined` when the table is full. */
  intern(text: string): Static | undefined {
    return this.known.get(text) ?? this.store(text);
  }

  /** The static of `left` followed by `text`; `undefined` when the table is full. */
  join(left: Static, text: string): Static | undefined {
    if (left.lastText === text) return left.last;
    let joined = left.followers.get(text);
    if (joined === undefined) {
      joined = this.intern(left.text + text);
      if (joined === undefined) return undefined;
      left.followers.set(text, joined);
    }
    left.lastText = text;
    left.last = joined;
    return joined;
  }

  private store(text: string): Static | undefined {
    const at = this.offsets[this.count]!;
    const encoded = new TextEncoder().encode(text);
    if (this.count === STATICS_MAX || at + encoded.length > STATIC_BYTES) return undefined;
    const made = new Static(this.count++, text);
    this.bytes.set(encoded, at);
    this.offsets[this.count] = at + encoded.length;
    this.known.set(text, made);
    return made;
  }
}
