import { STATIC_SHIFT, STATICS_MAX } from "./op.ts";
import type { Step } from "./step.ts";

/** Bytes that all statics together may have, and one of them. */
export const STATIC_BYTES: number = 128 * 1024;
const ONE_MAX = 4 * 1024;
/** What is kept to go on from a piece: templates are finite, but names and values of attributes may come from data. */
const STEPS_MAX = 1 << 15;

const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * A piece of HTML that never changes, at one place of a template: `">` after a class and `">` after an id have one id and
 * are two objects, so that each knows what followed it there.
 *
 * The first fields are what builders read at each attribute. Why never undefined: a second type in a comparison makes V8
 * compare generally.
 */
export class Static {
  /** The op that writes it, without text. */
  readonly op: number;
  /** Name, and value if that was learnt, of the attribute that came after it the last time, and what it led to. */
  guessedName = "";
  guessedValue = "";
  guessed: Static = this;
  /** How an attribute of `guessedName` is written here. Set with it. */
  step: Step | undefined = undefined;
  /** The one before it. */
  otherStep: Step | undefined = undefined;
  /** It, followed by `>`. */
  closed: Static | undefined = undefined;
  /** The value that it ends in, when that was learnt, and the one that came at the same place after this one. */
  value = "";
  next: Static = this;

  readonly text: string;
  /** Names of the attributes that `with` was given, in lower case. */
  names: ReadonlySet<string> = NO_NAMES;
  private lastText = "";
  private last: Static = this;
  private readonly followers = new Map<string, Static>();
  readonly steps: Map<string, Step> = new Map();

  constructor(id: number, text: string) {
    this.op = id << STATIC_SHIFT;
    this.text = text;
  }

  /** It followed by `text`, as one; `undefined` when the table is full. */
  followedBy(text: string, statics: Statics): Static | undefined {
    if (this.lastText === text) return this.last;
    const joined = this.followers.get(text) ?? this.follow(text, statics);
    if (joined === undefined) return undefined;
    this.lastText = text;
    return (this.last = joined);
  }

  private follow(text: string, statics: Statics): Static | undefined {
    const joined = statics.place(this.text + text);
    if (joined !== undefined) this.followers.set(text, joined);
    return joined;
  }
}

/**
 * The pieces of HTML that templates consist of, each stored once as bytes.
 *
 * Bounded in number and bytes: attribute names may come from data, and this table is never emptied. Whoever gets
 * `undefined` writes the piece as raw bytes of its record.
 */
export class Statics {
  /** Offset of each piece's first byte, counted from the start of their area. One more than there are pieces. */
  readonly offsets: Int32Array = new Int32Array(STATICS_MAX + 1);
  /** Their bytes; the tape copies them into the memory that its walker reads. */
  readonly bytes: Uint8Array = new Uint8Array(STATIC_BYTES);
  /** How many there are. */
  count = 0;
  private readonly ids = new Map<string, number>();
  private steps = 0;

  /** A place of the piece `text`; `undefined` when the table is full. */
  place(text: string): Static | undefined {
    const id = this.ids.get(text) ?? this.store(text);
    return id === undefined || this.steps++ > STEPS_MAX ? undefined : new Static(id, text);
  }

  private store(text: string): number | undefined {
    const at = this.offsets[this.count]!;
    const encoded = new TextEncoder().encode(text);
    if (this.count === STATICS_MAX || encoded.length > ONE_MAX || at + encoded.length > STATIC_BYTES) return undefined;
    this.bytes.set(encoded, at);
    this.offsets[this.count + 1] = at + encoded.length;
    this.ids.set(text, this.count);
    return this.count++;
  }
}
