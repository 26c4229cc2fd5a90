import { type ByteLength, MAX_OFFSET, type Offset } from "../api.ts";
import { optionError } from "../errors.ts";
import { attachShared, createShared, HEADER_PARAMETERS, KIND_ARENA, LINE_WORDS } from "../shared/shared-memory.ts";
import { DEFAULT_ALIGNMENT } from "./alignment.ts";
import { badRequest, noRoom } from "./request.ts";

/** Options of `SharedArena`. */
export interface SharedArenaOptions {
  /** Bytes for allocations, up to 2^31 - 320. Rounded up to lines of 64. */
  readonly bytes: number;
  /** What a thread takes at once. Rounded up to lines of 64. @defaultValue 65536 */
  readonly chunkBytes?: number;
}

const OWNER = "a shared arena";
const LINE_BYTES = 4 * LINE_WORDS;
const DEFAULT_CHUNK_BYTES = 65536;
// Words. How many lines were given to threads; may run past the capacity.
const TOP = LINE_WORDS;
// Read by each allocation and written by resets only: so it has no line together with the top.
const GENERATION = 2 * LINE_WORDS;
const HIGH = GENERATION + 1;
const HEADER_BYTES = 3 * LINE_BYTES;

/**
 * Bump allocator over one `SharedArrayBuffer` for any number of threads. Each thread makes an instance of its own, which
 * takes a chunk by one atomic add and allocates from it alone. Nothing is freed singly; `reset` frees all.
 *
 * A thread that dies, at any point, loses the rest of its chunk until the reset, and blocks nobody.
 *
 * @example
 * const arena = new SharedArena({ bytes: 1 << 20 });
 * worker.postMessage(arena.memory); // there: SharedArena.from(memory).alloc(24)
 * const row = arena.alloc(24);
 * new Int32Array(arena.memory)[row >> 2] = 7;
 */
export class SharedArena {
  /** Bytes for allocations. */
  readonly capacity: ByteLength;
  readonly #words: Int32Array<SharedArrayBuffer>;
  readonly #chunkLines: number;
  // This thread's chunk: [top, limit). Invariant: no other instance has any of it.
  #top: number = 0;
  #limit: number = 0;
  #generation: number = 0;

  /**
   * @throws WATT_ELECTRON_OPTION when a size is out of its range.
   * @throws WATT_ELECTRON_MEMORY where there is no shared memory of that size.
   */
  constructor(options: SharedArenaOptions);
  /** @internal */
  constructor(options: SharedArenaOptions, shared?: Int32Array<SharedArrayBuffer>);
  constructor({ bytes, chunkBytes = DEFAULT_CHUNK_BYTES }: SharedArenaOptions, shared?: Int32Array<SharedArrayBuffer>) {
    const lines = Math.ceil(bytes / LINE_BYTES);
    const chunkLines = Math.ceil(chunkBytes / LINE_BYTES);
    // A NaN is in no range.
    if (!(bytes >= 0 && chunkBytes >= 1 && (lines + 4) * LINE_BYTES <= MAX_OFFSET && chunkBytes <= MAX_OFFSET)) {
      throw optionError(OWNER, "bytes, chunkBytes", [bytes, chunkBytes], "sizes from 0 and 1 to 2^31 - 320");
    }
    const size = HEADER_BYTES / 4 + (lines - 1) * LINE_WORDS;
    this.#words = shared ?? createShared(OWNER, KIND_ARENA, size, [lines, chunkLines]);
    this.#chunkLines = chunkLines;
    this.capacity = (lines * LINE_BYTES) as ByteLength;
  }

  /**
   * The arena of a `memory` that came from another thread.
   *
   * @throws WATT_ELECTRON_SHARED_LAYOUT when the memory holds something else.
   */
  static from(memory: SharedArrayBuffer): SharedArena {
    const shared = attachShared(OWNER, KIND_ARENA, memory);
    const [bytes = 0, chunkBytes = 0] = shared.subarray(HEADER_PARAMETERS).map((lines) => lines * LINE_BYTES);
    return new SharedArena({ bytes, chunkBytes }, shared);
  }

  /** What another thread needs for `SharedArena.from`, and what the offsets count in. */
  get memory(): SharedArrayBuffer {
    return this.#words.buffer;
  }

  /** Bytes that threads have taken, what is still free in their chunks included. */
  get used(): ByteLength {
    return this.#bytes(Atomics.load(this.#words, TOP));
  }

  /** The most that `used` has ever been. */
  get highWater(): ByteLength {
    return this.#bytes(Math.max(Atomics.load(this.#words, TOP), Atomics.load(this.#words, HIGH)));
  }

  /**
   * Takes `bytes` bytes that no other thread has, whose contents are whatever was there. Wait-free, O(1), allocates
   * nothing; one atomic add a chunk. What is larger than a chunk is taken by an add of its own.
   *
   * @param bytes - an integer from 0; with 0, too, the thread needs a chunk.
   * @param align - a power of two; the offset in `memory` is a multiple of it.
   * @returns the offset of the first byte, valid until the reset.
   * @throws WATT_ELECTRON_FULL when they fit neither into this thread's chunk nor into what is left for all.
   * @throws WATT_ELECTRON_OPTION for arguments that no arena can serve.
   */
  alloc(bytes: number, align: number = DEFAULT_ALIGNMENT): Offset {
    const offset = this.tryAlloc(bytes, align);
    if (offset === -1) throw noRoom(bytes, align, this);
    return offset;
  }

  /**
   * As `alloc`, but answers -1 when they do not fit; smaller requests are served still.
   *
   * @throws WATT_ELECTRON_OPTION for arguments that no arena can serve.
   */
  tryAlloc(bytes: number, align: number = DEFAULT_ALIGNMENT): Offset | -1 {
    if ((bytes | 0) !== bytes || bytes < 0 || (align | 0) !== align || align <= 0 || (align & (align - 1)) !== 0) {
      throw badRequest(bytes, align);
    }
    // Safety: plain, though others write it: only `reset` does, and by its contract all threads have met since. Why:
    // an atomic read costs more than the rest of the allocation (measured: it made it about three times as long).
    const generation = this.#words[GENERATION] as number;
    if (generation !== this.#generation) {
      this.#generation = generation;
      this.#top = 0;
      this.#limit = 0;
    }
    const offset = (this.#top + (align - 1)) & -align;
    // A chunk never begins at 0: there lies the header. So nothing is served before the first refill.
    if (offset <= 0 || offset + bytes > this.#limit) return this.#refill(bytes, align);
    this.#top = offset + bytes;
    return offset as Offset;
  }

  /**
   * Frees everything, for all threads: each drops its chunk at its next allocation. Call it from one thread while no
   * other allocates and nobody uses what was allocated, and let the others go on by something that orders memory: a
   * message, a lock, an atomic. The arena cannot see whether you did.
   */
  reset(): void {
    const words = this.#words;
    Atomics.store(words, HIGH, Math.max(Atomics.load(words, HIGH), Atomics.load(words, TOP)));
    Atomics.store(words, TOP, 0);
    Atomics.add(words, GENERATION, 1);
  }

  #bytes(lines: number): ByteLength {
    return Math.min(lines * LINE_BYTES, this.capacity) as ByteLength;
  }

  #refill(bytes: number, align: number): Offset | -1 {
    const words = this.#words;
    // The bytes begin at a line; a larger alignment may need to skip some.
    const lines = Math.ceil((bytes + Math.max(0, align - LINE_BYTES)) / LINE_BYTES);
    const taken = Math.max(lines, this.#chunkLines);
    // Why a look first: it keeps what is left for smaller requests, and the top from running far beyond the end. Two
    // threads may pass it together; then the top passes the end by their requests, less than 2^25 lines each.
    if (Atomics.load(words, TOP) * LINE_BYTES + lines * LINE_BYTES > this.capacity) return -1;
    // Why the add is never taken back: another thread may have added upon it. Who runs past the end keeps what is there.
    const before = Atomics.add(words, TOP, taken);
    const start = HEADER_BYTES + before * LINE_BYTES;
    const end = HEADER_BYTES + this.#bytes(before + taken);
    // A chunk that follows ours is one with it.
    const from = start === this.#limit ? this.#top : start;
    const offset = (from + (align - 1)) & -align;
    const fits = offset > 0 && offset + bytes <= end;
    const top = fits ? offset + bytes : from;
    if (from === this.#top || end - top > this.#limit - this.#top) {
      this.#top = top;
      this.#limit = end;
    }
    return fits ? (offset as Offset) : -1;
  }
}
