import type { ByteLength, Offset } from "../api.ts";
import { CHECKED_BUILD } from "../check/checked-build.ts";
import { electronError, optionError } from "../errors.ts";
import { CheckedBlocks } from "./checked-blocks.ts";
import { expectPieces } from "./expect-pieces.ts";
import { leakScope } from "./leak-scope.ts";

/** Where the blocks of a `SizeClasses` lie: in a region of a given buffer, or in a buffer of its own. */
export type SizeClassesOptions = {
  /** Names leaks, double frees, overruns and late uses. Slower, and allocates. @defaultValue true in development */
  readonly checked?: boolean;
} & (
  | {
      /** Memory of a `Space`, of WebAssembly, or shared with other threads. */
      readonly buffer: ArrayBuffer | SharedArrayBuffer;
      /** First byte of the region. What lies before the next multiple of 8 is left out. @defaultValue 0 */
      readonly start?: number;
      /** Bytes of the region. @defaultValue up to the end of the buffer */
      readonly bytes?: number;
    }
  | {
      readonly buffer?: undefined;
      readonly start?: undefined;
      /** Size of the `ArrayBuffer` that is made. */
      readonly bytes: number;
    }
);

/** The blocks of one size. */
export interface SizeClassStats {
  /** Bytes that one block has room for. */
  readonly bytes: number;
  /** Held now. */
  readonly inUse: number;
  /** Freed, and kept for this size. */
  readonly free: number;
}

/** How full a `SizeClasses` is. */
export interface SizeClassesStats {
  /** Bytes of the region. */
  readonly capacity: number;
  /** Bytes that were asked for and are held. */
  readonly used: number;
  /** Room of the held blocks beyond what was asked for. */
  readonly waste: number;
  /** The most bytes of the region that were ever cut into blocks, 8 bytes of header for each included. */
  readonly highWater: number;
  /** The sizes in use, the smallest first. */
  readonly classes: readonly SizeClassStats[];
}

const OWNER = "size classes";
/** Words of a header: the state, and what was asked for or, in a free block, the next free one of its class. */
const HEADER_WORDS = 2;
/**
 * The state of a held block is the tag and the class, that of a free one is the class. The tag counts the resets, so
 * that offsets from before one are not held; it is below 2^30, a small integer in every build of V8.
 */
const TAG = 0x2b00_0000;
const RESET = 0x80;
const RESETS = 0x00ff_ff80;
const CLASS_MASK = 0x7f;
/** The class of 2^31 bytes is 107. */
const CLASSES = 108;

/**
 * Memory of any size, freed in any order: `alloc` and `free` over one region. Sizes are rounded up to a class, four
 * to each power of two (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, …), so above 32 bytes a block is less than a quarter
 * larger than what was asked for; a header takes 8 bytes more. Offsets are multiples of 8.
 *
 * What is freed serves its own class only: blocks are neither split nor joined. A program whose sizes change over time
 * can run out while much is free; `stats()` shows it and `reset()` heals it. One thread at a time.
 *
 * @see segregated free lists, Wilson et al., "Dynamic Storage Allocation: A Survey and Critical Review" (1995)
 *
 * @example
 * const heap = new SizeClasses({ bytes: 65536 });
 * const row = heap.alloc(100); // room for 112
 * if (row !== -1) heap.free(row);
 */
export class SizeClasses {
  /** The buffer that the offsets count in. */
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
  // The region, by words. Blocks lie side by side up to #top; a block is the index of its header.
  readonly #words: Int32Array;
  // First free block of each class, or -1.
  readonly #heads: Int32Array = new Int32Array(CLASSES).fill(-1);
  readonly #checked: CheckedBlocks | undefined;
  #tag = TAG;
  #top = 0;
  #highest = 0;

  /** @throws WATT_ELECTRON_OPTION when the region is empty or not within the buffer. */
  constructor(options: SizeClassesOptions) {
    const { buffer, start = 0, bytes = (buffer?.byteLength ?? 0) - start } = options;
    expectPieces(OWNER, start, bytes, 1, buffer?.byteLength);
    this.buffer = buffer ?? new ArrayBuffer(bytes);
    const first = Math.ceil(start / 8) * 8;
    this.#words = new Int32Array(this.buffer, first, Math.max(0, (start + bytes - first) >> 2));
    if (CHECKED_BUILD && options.checked !== false) this.#checked = new CheckedBlocks(OWNER, this.#words, isState);
  }

  /**
   * Takes a block. O(1), allocates nothing. Its contents are whatever was there.
   *
   * @param bytes - an integer from 0 to 2^31 - 1.
   * @param name - what checked mode calls it in its messages.
   * @returns the offset in the buffer, a multiple of 8, or -1 when no block is free and the region is used up.
   * @throws WATT_ELECTRON_OPTION when `bytes` is no such integer.
   * @throws WATT_ELECTRON_USE_AFTER_RELEASE in checked mode, when the free block was written to since its release.
   */
  alloc(bytes: number, name?: string): Offset | -1 {
    if ((bytes | 0) !== bytes || bytes < 0) throw optionError(OWNER, "bytes", bytes, "an integer from 0 to 2^31 - 1");
    // In units of 8 bytes, less one; the three highest bits of it and their place are the class.
    const units = bytes > 0 ? (bytes - 1) >> 3 : 0;
    const shift = Math.max(0, 29 - Math.clz32(units));
    const sizeClass = 4 * shift + (units >> shift);
    const words = this.#words;
    let block = this.#heads[sizeClass] as number;
    const end = this.#top + HEADER_WORDS + roomOf(sizeClass);
    if (block < 0) {
      if (end > words.length) return -1;
      block = this.#top;
    }
    const offset = (words.byteOffset + 4 * (block + HEADER_WORDS)) as Offset;
    if (CHECKED_BUILD) this.#checked?.take(offset, bytes, 4 * roomOf(sizeClass), name);
    if (block === this.#top) this.#top = end;
    else this.#heads[sizeClass] = words[block + 1] as number;
    words[block] = this.#tag | sizeClass;
    words[block + 1] = bytes;
    return offset;
  }

  /**
   * Gives a block back. O(1), allocates nothing.
   *
   * @throws WATT_ELECTRON_NOT_HELD when it was freed before or was never given out. Production looks at the header in
   *   front of the offset: an offset into somebody's data passes when that data reads like one.
   * @throws WATT_ELECTRON_DOUBLE_FREE, _FOREIGN_HANDLE or _OVERRUN in checked mode, naming the allocation.
   */
  free(offset: Offset): void {
    if (CHECKED_BUILD) this.#checked?.release(offset);
    const block = this.#held(offset);
    const words = this.#words;
    const sizeClass = (words[block] as number) & CLASS_MASK;
    words[block] = sizeClass;
    words[block + 1] = this.#heads[sizeClass] as number;
    this.#heads[sizeClass] = block;
  }

  /**
   * What was asked for when `alloc` gave out this offset. O(1), allocates nothing.
   *
   * @throws WATT_ELECTRON_NOT_HELD as `free` in production.
   */
  sizeOf(offset: Offset): ByteLength {
    return this.#words[this.#held(offset) + 1] as ByteLength;
  }

  /** Frees everything. Offsets from before are not held any more. O(1). */
  reset(): void {
    if (CHECKED_BUILD) this.#checked?.reset();
    this.#heads.fill(-1);
    this.#highest = Math.max(this.#top, this.#highest);
    this.#top = 0;
    this.#tag = TAG | ((this.#tag + RESET) & RESETS);
  }

  /** How full it is. Walks all blocks: O(blocks), for a look now and then. Allocates the answer. */
  stats(): SizeClassesStats {
    const words = this.#words;
    const classes: { readonly bytes: number; inUse: number; free: number }[] = [];
    let used = 0;
    let waste = 0;
    for (let block = 0; block < this.#top;) {
      const state = words[block] as number;
      const asked = words[block + 1] as number;
      const room = roomOf(state & CLASS_MASK);
      const stats = (classes[state & CLASS_MASK] ??= { bytes: 4 * room, inUse: 0, free: 0 });
      if (state < TAG) {
        stats.free++;
      } else {
        stats.inUse++;
        used += asked;
        waste += stats.bytes - asked;
      }
      // Unsigned, so that a header that was written over does not lead back.
      block += HEADER_WORDS + (room >>> 0);
    }
    const highWater = 4 * Math.max(this.#top, this.#highest);
    // Without the holes.
    return { capacity: words.byteLength, used, waste, highWater, classes: classes.flat() };
  }

  /**
   * Finds leaks: `using scope = heap.scope()` throws at the end of the block when something that was allocated since is
   * still held. Does nothing without checked mode.
   *
   * @throws WATT_ELECTRON_LEAK from the disposal, naming the first five.
   */
  scope(): Disposable {
    return leakScope(CHECKED_BUILD ? this.#checked?.ledger : undefined);
  }

  // The block of an offset that is held.
  #held(offset: Offset): number {
    const words = this.#words;
    const place = offset - words.byteOffset;
    const block = ((place >> 3) << 1) - HEADER_WORDS;
    // What is no block reads undefined.
    if (place === 4 * (block + HEADER_WORDS) && ((words[block] as number) & ~CLASS_MASK) === this.#tag) return block;
    throw electronError("WATT_ELECTRON_NOT_HELD", { owner: OWNER, value: offset });
  }
}

/** Words that a block of a class has room for. */
function roomOf(sizeClass: number): number {
  const shift = Math.max(0, (sizeClass >> 2) - 1);
  return (sizeClass - 4 * shift + 1) << (shift + 1);
}

/** True for what stands at the beginning of a header. */
function isState(word: number): boolean {
  return (word & CLASS_MASK) < CLASSES && ((word & ~CLASS_MASK) === 0 || (word & ~(RESETS | CLASS_MASK)) === TAG);
}
