import { type AttributeRule, classRule } from "../escape/attribute-rule.ts";
import { STATICS_MAX } from "./op.ts";

/**
 * A piece of HTML that never changes, known to the tape by its id, at one place of a template: `">` after a class and
 * `">` after an id have one id and are two objects, so that each remembers what followed it there.
 */
export class Static {
  readonly id: number;
  readonly text: string;
  // What came after it the last time: templates repeat themselves, and a comparison is cheaper than a look-up.
  // Why never undefined: a second type in a comparison makes V8 compare generally (measured: 5 % of a table).
  lastText: string = "";
  last: Static = this;
  /** The attribute that came after it the last time. */
  lastRule: AttributeRule = classRule;
  /** For markup that opens a value: the quote that closes it. */
  closing: Static | undefined = undefined;
  /** What came after it so far, joined to it: `">` followed by `<b>` is one copy, not two. */
  readonly followers: Map<string, Static> = new Map();

  constructor(id: number, text: string) {
    this.id = id;
    this.text = text;
  }
}

/** Bytes that all statics together may have. */
export const STATIC_BYTES: number = 128 * 1024;
/** Places that are told apart. */
const PLACES_MAX = 1 << 15;

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
  private readonly quote: Static;
  private places = 0;

  constructor() {
    this.intern("");
    this.quote = this.intern('"')!;
  }

  /** The static of `text`; `undefined` when the table is full. */
  intern(text: string): Static | undefined {
    return this.known.get(text) ?? this.store(text);
  }

  /** The static of `left` followed by `text`; `undefined` when the table is full. */
  join(left: Static, text: string): Static | undefined {
    if (left.lastText === text) return left.last;
    const joined = left.followers.get(text) ?? this.follow(left, text);
    if (joined === undefined) return undefined;
    left.lastText = text;
    left.last = joined;
    return joined;
  }

  /** The quote after a value that `opening` opened. */
  close(opening: Static): Static {
    return (opening.closing ??= this.place(this.quote));
  }

  private follow(left: Static, text: string): Static | undefined {
    const known = this.intern(left.text + text);
    if (known === undefined) return undefined;
    const joined = this.place(known);
    left.followers.set(text, joined);
    return joined;
  }

  // Why a bound: attribute names may come from data, and their orders are many. Beyond it places share what they remember.
  private place(known: Static): Static {
    return this.places < PLACES_MAX ? (this.places++, new Static(known.id, known.text)) : known;
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
