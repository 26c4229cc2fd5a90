import { type ByteLength, type Mark, MAX_OFFSET, type Offset } from "../api.ts";
import { electronError, optionError } from "../errors.ts";

/** Where an arena lies: in a region of a given buffer, or in a buffer of its own. */
export type ArenaOptions =
  | {
      /** Memory of a `Space`, of WebAssembly, or shared with other threads. The arena only counts: it never touches it. */
      readonly buffer: ArrayBuffer | SharedArrayBuffer;
      /** First byte of the region. @defaultValue 0 */
      readonly start?: number;
      /** Bytes of the region. @defaultValue up to the end of the buffer */
      readonly bytes?: number;
    }
  | {
      readonly buffer?: undefined;
      readonly start?: undefined;
      /** Size of the `ArrayBuffer` that the arena makes. */
      readonly bytes: number;
    };

const DEFAULT_ALIGNMENT = 8;

/**
 * Bump allocator over one region of memory. It hands out integers, never views: a view costs about ten times as
 * much as an allocation. Freed as a whole (`reset`) or back to a level (`mark`, `release`).
 *
 * One thread at a time: two arenas over one region of a `SharedArrayBuffer` know nothing of each other.
 *
 * @example
 * const arena = new Arena({ bytes: 65536 });
 * const mark = arena.mark();
 * const row = arena.alloc(24);
 * new Int32Array(arena.buffer)[row >> 2] = 7;
 * arena.release(mark);
 */
export class Arena {
  /** The buffer that the offsets count in. */
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
  /** First byte of the region. */
  readonly start: Offset;
  /** Bytes of the region. */
  readonly capacity: ByteLength;
  readonly #limit: number;
  #top: number;
  // Raised when the level falls, not on every allocation; the getter looks at both.
  #highest: number;

  /**
   * @throws WATT_ELECTRON_OPTION when the region is not within the buffer, or ends beyond 2^31 - 1.
   */
  constructor(options: ArenaOptions) {
    const { start, bytes, room } = region(options);
    if (!isOffset(start) || !isOffset(bytes) || start + bytes > Math.min(room, MAX_OFFSET)) {
      throw optionError(
        "an arena",
        "start, bytes",
        `${start}, ${bytes}`,
        `integers from 0 that end within ${room} bytes`,
      );
    }
    this.buffer = options.buffer ?? new ArrayBuffer(bytes);
    this.start = start as Offset;
    this.capacity = bytes as ByteLength;
    this.#limit = start + bytes;
    this.#top = start;
    this.#highest = start;
  }

  /** Bytes taken now, alignment gaps included. */
  get used(): ByteLength {
    return (this.#top - this.start) as ByteLength;
  }

  /** The most that `used` has ever been. */
  get highWater(): ByteLength {
    return (Math.max(this.#top, this.#highest) - this.start) as ByteLength;
  }

  /**
   * Takes `bytes` bytes, whose contents are whatever was there. O(1), allocates nothing.
   *
   * @param bytes - an integer from 0; with 0 the offset may be that of the next allocation.
   * @param align - a power of two; the offset in the buffer (not in the region) is a multiple of it.
   * @returns the offset of the first byte, valid until the arena is reset or released to a mark made before.
   * @throws WATT_ELECTRON_FULL when they do not fit; the arena is as before.
   * @throws WATT_ELECTRON_OPTION for arguments that no arena can serve.
   */
  alloc(bytes: number, align: number = DEFAULT_ALIGNMENT): Offset {
    const offset = this.tryAlloc(bytes, align);
    if (offset === -1) throw this.#full(bytes, align);
    return offset;
  }

  /**
   * As `alloc`, but answers -1 when they do not fit; the arena is then as before and serves smaller requests.
   *
   * @throws WATT_ELECTRON_OPTION for arguments that no arena can serve.
   */
  tryAlloc(bytes: number, align: number = DEFAULT_ALIGNMENT): Offset | -1 {
    // Safety: a negative or fractional size would hand out bytes twice, a crooked alignment would misplace them.
    if ((bytes | 0) !== bytes || bytes < 0)
      throw optionError("an arena", "bytes", bytes, "an integer from 0 to 2^31 - 1");
    if ((align | 0) !== align || align <= 0 || (align & (align - 1)) !== 0) {
      throw optionError("an arena", "align", align, "a power of two from 1 to 2^30");
    }
    // Beyond 2^31 the bitwise result is negative.
    const offset = (this.#top + (align - 1)) & -align;
    const top = offset + bytes;
    if (offset < 0 || top > this.#limit) return -1;
    this.#top = top;
    return offset as Offset;
  }

  /** The level now. Marks nest; releasing an outer one releases the inner ones with it. O(1), allocates nothing. */
  mark(): Mark {
    return this.#top as Mark;
  }

  /**
   * Frees all that was allocated since `mark()` returned `mark`. O(1).
   *
   * @throws WATT_ELECTRON_MARK when the level is already below the mark, or it cannot be one of this arena.
   *   Sound but not complete: a stale mark that the arena has since grown past again is not noticed.
   */
  release(mark: Mark): void {
    if ((mark | 0) !== mark || mark < this.start || mark > this.#top) {
      throw electronError("WATT_ELECTRON_MARK", { mark, start: this.start, top: this.#top });
    }
    if (this.#top > this.#highest) this.#highest = this.#top;
    this.#top = mark;
  }

  /** Frees everything. The bytes stay as they are; `highWater` stays. O(1). */
  reset(): void {
    if (this.#top > this.#highest) this.#highest = this.#top;
    this.#top = this.start;
  }

  // Apart, so that alloc stays small enough to be inlined.
  #full(bytes: number, align: number): Error {
    const available = this.#limit - this.#top;
    const wanted = `${bytes} bytes aligned to ${align}`;
    return electronError("WATT_ELECTRON_FULL", { owner: "the arena", available, capacity: this.capacity, wanted });
  }
}

function region(options: ArenaOptions): { start: number; bytes: number; room: number } {
  if (options.buffer === undefined) return { start: 0, bytes: options.bytes, room: MAX_OFFSET };
  const { buffer, start = 0, bytes = buffer.byteLength - start } = options;
  return { start, bytes, room: buffer.byteLength };
}

function isOffset(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MAX_OFFSET;
}
