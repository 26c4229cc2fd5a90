import { nextPowerOfTwo } from "../bits/integer-bits.ts";
import { equals } from "../bytes/equals.ts";
import { optionError } from "../errors.ts";
import { hashKey } from "../hash/hash-key.ts";

declare const stringIdBrand: unique symbol;

/** The number of a text in one `Interner`: the first has 0, the next 1, and so on. */
export type StringId = number & { readonly [stringIdBrand]: true };

/** Options of `Interner`. All that they ask for is reserved at once. */
export interface InternerOptions {
  /** How many different texts fit, 1 to 2^26. Each takes 20 to 36 bytes beside its own. */
  readonly maxIds: number;
  /** Bytes for all texts together, 1 to 2^30. A text takes its length in UTF-8. */
  readonly maxBytes: number;
}

// Up to here a loop over the letters is faster than encodeInto(), which costs some 50 ns a call (measured).
const SHORT = 16;

const encoder = new TextEncoder();
// The mark U+FEFF is a letter like others here.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Numbers different texts, in the order of their first appearance. A string and its UTF-8 bytes are the same text; a
 * lone surrogate is U+FFFD, as everywhere in UTF-8. Bytes that are not UTF-8 have ids too.
 *
 * Bounded: what does not fit is answered with -1, and nothing is ever thrown out. Texts are kept as bytes, outside of
 * V8's heap: `memory` is all there is. One thread at a time.
 *
 * An open-addressed table with linear probing, at most half full. Its hash is public: strangers who choose the texts can
 * make look-ups take O(size).
 */
export class Interner {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  // Invariant: text i lies in the bytes [#ends[i], #ends[i + 1]).
  readonly #ends: Int32Array;
  // Pairs: the hash, and the id + 1 or 0 when the slot is free.
  readonly #slots: Int32Array;
  // The text that is looked for.
  #stage: Uint8Array<ArrayBuffer> = new Uint8Array(256);
  #size = 0;

  /** @throws WATT_ELECTRON_OPTION when a bound is out of its range. */
  constructor(options: InternerOptions) {
    const { maxIds, maxBytes } = options;
    if (!(isBound(maxIds, 2 ** 26) && isBound(maxBytes, 2 ** 30))) {
      throw optionError("an interner", "maxIds, maxBytes", [maxIds, maxBytes], "integers from 1 to 2^26 and 2^30");
    }
    this.#bytes = new Uint8Array(maxBytes);
    this.#ends = new Int32Array(maxIds + 1);
    this.#slots = new Int32Array(4 * nextPowerOfTwo(maxIds));
  }

  /** How many texts have an id: 0 to `size` - 1. */
  get size(): number {
    return this.#size;
  }

  /** Bytes that it holds, tables included. Constant, but for a buffer of 3 times the longest text that came. */
  get memory(): number {
    return this.#bytes.length + this.#stage.length + this.#ends.byteLength + this.#slots.byteLength;
  }

  /** The id of `text`, a new one when it has none; -1 when it does not fit. O(length); allocates only for a new one. */
  intern(text: string | Uint8Array): StringId | -1 {
    return this.#look(text, true);
  }

  /** The id of `text`, or -1 when it has none. O(length); allocates nothing. */
  find(text: string | Uint8Array): StringId | -1 {
    return this.#look(text, false);
  }

  /** The text, decoded anew at each call; `undefined` when there is no such id. */
  text(id: StringId): string | undefined {
    const bytes = this.bytes(id);
    return bytes && decoder.decode(bytes);
  }

  /** The bytes of the text: a view, only to read, good until `clear()`; `undefined` when there is no such id. */
  bytes(id: StringId): Uint8Array | undefined {
    return id >>> 0 === id && id < this.#size ? this.#bytes.subarray(this.#ends[id], this.#ends[id + 1]) : undefined;
  }

  /** Forgets all: ids begin at 0 again. O(maxIds). */
  clear(): void {
    this.#size = 0;
    this.#slots.fill(0);
  }

  #look(text: string | Uint8Array, insert: boolean): StringId | -1 {
    const bytes = this.#bytes;
    const ends = this.#ends;
    const slots = this.#slots;
    // Nothing longer can be in, and the stage stays bounded.
    if (text.length > bytes.length) return -1;
    const length = this.#put(text);
    const stage = this.#stage;
    const hash = hashKey(stage, 0, length) | 0;
    const mask = slots.length - 2;
    let slot = (hash << 1) & mask;
    for (let next: number; (next = slots[slot + 1] as number) !== 0; slot = (slot + 2) & mask) {
      const start = ends[next - 1] as number;
      const same = slots[slot] === hash && (ends[next] as number) - start === length;
      if (same && equals(bytes, start, stage, 0, length) === 1) return (next - 1) as StringId;
    }
    const id = this.#size as StringId;
    const at = ends[id] as number;
    if (!insert || id + 1 === ends.length || at + length > bytes.length) return -1;
    bytes.set(stage.subarray(0, length), at);
    slots[slot] = hash;
    slots[slot + 1] = ++this.#size;
    ends[this.#size] = at + length;
    return id;
  }

  /** Puts the UTF-8 of `text` on the stage; answers its length. */
  #put(text: string | Uint8Array): number {
    const { length } = text;
    if (3 * length > this.#stage.length) this.#stage = new Uint8Array(3 * length);
    const stage = this.#stage;
    if (typeof text !== "string") {
      stage.set(text);
      return length;
    }
    let at = 0;
    for (let unit: number; length <= SHORT && at < length && (unit = text.charCodeAt(at)) < 128; at++) stage[at] = unit;
    return at < length ? encoder.encodeInto(text, stage).written : at;
  }
}

function isBound(value: number, max: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= max;
}
