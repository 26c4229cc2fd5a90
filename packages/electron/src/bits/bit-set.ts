import { MAX_OFFSET } from "../api.ts";
import { optionError } from "../errors.ts";
import { ctz32 } from "./integer-bits.ts";
import { AND, AND_NOT, type BitOperation, combineWords, countWords, OR, XOR } from "./words.ts";

/**
 * A set of integers from 0 to `size` - 1, one bit each: bit i is bit i % 32 of word i / 32.
 *
 * Nothing but the constructor allocates. An index out of range is no member and is not added: no method throws. Sets of
 * different sizes combine as if both were as large as the larger one; what does not fit is dropped.
 *
 * One thread at a time, also over a `SharedArrayBuffer`: neighbours share a word.
 */
export class BitSet {
  /** How many integers the set can hold. */
  readonly size: number;
  /** The bits, least significant first. Invariant: bits from `size` on are 0; keep it so when writing here. */
  readonly words: Int32Array;

  /**
   * An empty set, or the set whose bits lie in `memory`; bits there from `size` on, up to the end of the last word, are
   * cleared. The memory is used, not copied.
   *
   * @param size - 0 to 2^31 - 1.
   * @param memory - at least `size` / 32 words, rounded up. A space's is `space.i32.subarray(...)`.
   * @throws WATT_ELECTRON_OPTION when the size is out of its range, or the memory too small for it.
   */
  constructor(size: number, memory?: Int32Array | Uint32Array) {
    const limit = Math.min(MAX_OFFSET, memory === undefined ? MAX_OFFSET : 32 * memory.length);
    if (!(Number.isInteger(size) && size >= 0 && size <= limit)) {
      throw optionError("a bit set", "size", size, `an integer from 0 to ${limit}`);
    }
    const count = (size + 31) >>> 5;
    this.size = size;
    this.words = memory ? new Int32Array(memory.buffer, memory.byteOffset, count) : new Int32Array(count);
    this.#trim();
  }

  /** Puts `index` in. O(1). */
  add(index: number): void {
    if (this.#fits(index)) this.words[index >>> 5]! |= 1 << index;
  }

  /** Takes `index` out. O(1). */
  delete(index: number): void {
    if (this.#fits(index)) this.words[index >>> 5]! &= ~(1 << index);
  }

  /** Puts `index` in when it is out, and the other way round. O(1). */
  flip(index: number): void {
    if (this.#fits(index)) this.words[index >>> 5]! ^= 1 << index;
  }

  /** Whether `index` is in. O(1). */
  has(index: number): boolean {
    return this.#fits(index) && (((this.words[index >>> 5] as number) >>> index) & 1) === 1;
  }

  /** Takes all out. O(size / 32), as all that follow. */
  clear(): void {
    this.words.fill(0);
  }

  /** Puts all in. */
  fill(): void {
    this.words.fill(-1);
    this.#trim();
  }

  /** Keeps what is in `other` too. */
  and(other: BitSet): this {
    return this.#combine(other, AND);
  }

  /** Adds what is in `other`. */
  or(other: BitSet): this {
    return this.#combine(other, OR);
  }

  /** Takes out what is in `other`. */
  andNot(other: BitSet): this {
    return this.#combine(other, AND_NOT);
  }

  /** Keeps what is in one of the two only. */
  xor(other: BitSet): this {
    return this.#combine(other, XOR);
  }

  /** Whether `other` has all that this one has. */
  isSubsetOf(other: BitSet): boolean {
    const { words } = this;
    for (let i = 0; i < words.length; i++) {
      // Beyond the end undefined, of which ~ makes -1: no member is there.
      if (((words[i] as number) & ~(other.words[i] as number)) !== 0) return false;
    }
    return true;
  }

  /** Whether both have the same members, whatever their sizes. */
  equals(other: BitSet): boolean {
    return this.isSubsetOf(other) && other.isSubsetOf(this);
  }

  /** How many are in. */
  count(): number {
    return countWords(this.words, 0, this.words.length);
  }

  /**
   * The smallest member that is not less than `from`, an integer; -1 when there is none.
   *
   * @example for (let i = set.next(0); i !== -1; i = set.next(i + 1)) visit(i);
   */
  next(from: number): number {
    const { words } = this;
    const first = Math.max(from, 0);
    if (!(first < this.size)) return -1;
    let at = first >>> 5;
    let word = (words[at] as number) & (-1 << first);
    while (word === 0) {
      if (++at === words.length) return -1;
      word = words[at] as number;
    }
    return 32 * at + ctz32(word);
  }

  #fits(index: number): boolean {
    return index >= 0 && index < this.size;
  }

  #combine(other: BitSet, operation: BitOperation): this {
    combineWords(this.words, 0, other.words, 0, 0, this.words.length, operation);
    return this.#trim();
  }

  #trim(): this {
    // Beyond the end, and so without effect, when the size is a multiple of 32.
    this.words[this.size >>> 5]! &= (1 << this.size) - 1;
    return this;
  }
}
