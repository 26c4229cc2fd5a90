import { electronError, optionError } from "../errors.ts";

/** Smallest size class of a `BufferPool`. Why not less: below it `new Uint8Array` is as good as a pool. */
export const MIN_POOLED_BYTES = 4096;

const CLZ_OF_MIN: number = Math.clz32(MIN_POOLED_BYTES - 1);
const MAX_POOLED_BYTES = 2 ** 30;
const DEFAULT_MAX_BYTES = 2 ** 20;
const DEFAULT_RETAIN = 16;

/** Options of a `BufferPool`. */
export interface BufferPoolOptions {
  /** Largest size class, a power of two from 4096 to 2^30. Larger buffers are made and dropped. @defaultValue 1 MiB */
  readonly maxBytes?: number;
  /** Idle buffers kept in each size class, from 0. @defaultValue 16 */
  readonly retain?: number;
}

/** One size class of a `BufferPool`. */
export interface BufferClassStats {
  /** Length of its buffers. */
  readonly bytes: number;
  /** Acquired and not yet released, those that were dropped without a release included. */
  readonly inUse: number;
  /** Kept for the next `acquire`. At most `retain`. */
  readonly idle: number;
}

/** How full a `BufferPool` is. */
export interface BufferPoolStats {
  readonly inUse: number;
  readonly idle: number;
  /** Bytes that the idle buffers hold. */
  readonly idleBytes: number;
  /** Size classes that have been used, and one with `bytes: 0` for buffers beyond `maxBytes`. */
  readonly classes: readonly BufferClassStats[];
}

interface BufferClass {
  readonly bytes: number;
  readonly idle: Uint8Array<ArrayBuffer>[];
  inUse: number;
}

/**
 * Output buffers of 4 KiB and more, in power-of-two size classes. A buffer holds what its last user left in it: send
 * only what you wrote. A buffer that is never released is collected as garbage; only `stats()` remembers it.
 *
 * @example
 * const pool = new BufferPool();
 * const buffer = pool.acquire(10_000); // 16,384 bytes
 * pool.release(buffer);
 */
export class BufferPool {
  readonly #maxBytes: number;
  readonly #retain: number;
  readonly #classes: BufferClass[] = [];
  readonly #oversize: BufferClass = { bytes: 0, idle: [], inUse: 0 };
  // Weak, so that a buffer that is never released does not stay. The class, since a transferred buffer has length 0.
  readonly #leased: WeakMap<Uint8Array, BufferClass> = new WeakMap();

  /** @throws WATT_ELECTRON_OPTION when an option is out of its range. */
  constructor(options: BufferPoolOptions = {}) {
    const { maxBytes = DEFAULT_MAX_BYTES, retain = DEFAULT_RETAIN } = options;
    if (!isInteger(maxBytes, MIN_POOLED_BYTES, MAX_POOLED_BYTES) || (maxBytes & (maxBytes - 1)) !== 0) {
      const range = `a power of two from ${MIN_POOLED_BYTES} to 2^30`;
      throw optionError("a buffer pool", "maxBytes", maxBytes, range);
    }
    if (!isInteger(retain, 0, Number.MAX_SAFE_INTEGER)) {
      const range = "an integer from 0";
      throw optionError("a buffer pool", "retain", retain, range);
    }
    this.#maxBytes = maxBytes;
    this.#retain = retain;
    for (let bytes = MIN_POOLED_BYTES; bytes <= maxBytes; bytes *= 2) this.#classes.push({ bytes, idle: [], inUse: 0 });
  }

  /**
   * A buffer of at least `bytes` bytes: as long as the smallest class that has room, or exactly `bytes` beyond
   * `maxBytes`. Its contents are unspecified. It is the caller's until released.
   *
   * O(1); allocates only when the class has no idle buffer.
   *
   * @throws WATT_ELECTRON_OPTION when `bytes` is not an integer from 0.
   */
  acquire(bytes: number): Uint8Array<ArrayBuffer> {
    if (!isInteger(bytes, 0, Number.MAX_SAFE_INTEGER)) {
      const range = "an integer from 0";
      throw optionError("a buffer pool", "bytes", bytes, range);
    }
    const bufferClass = this.#classOf(bytes);
    const buffer = bufferClass.idle.pop() ?? new Uint8Array(bufferClass.bytes || bytes);
    bufferClass.inUse++;
    this.#leased.set(buffer, bufferClass);
    return buffer;
  }

  /**
   * Gives a buffer back; neither it nor a view of it may be used afterwards. O(1), allocates nothing.
   *
   * @throws WATT_ELECTRON_NOT_HELD when it was released before or is not of this pool.
   */
  release(buffer: Uint8Array<ArrayBuffer>): void {
    const bufferClass = this.#leased.get(buffer);
    if (bufferClass === undefined) {
      throw electronError("WATT_ELECTRON_NOT_HELD", {
        owner: "the buffer pool",
        value: `a buffer of ${buffer.length} bytes`,
      });
    }
    this.#leased.delete(buffer);
    bufferClass.inUse--;
    const whole = bufferClass !== this.#oversize && buffer.length === bufferClass.bytes;
    if (whole && bufferClass.idle.length < this.#retain) bufferClass.idle.push(buffer);
  }

  /** Counts per size class. Allocates the answer. */
  stats(): BufferPoolStats {
    const used = [...this.#classes, this.#oversize].filter((c) => c.inUse > 0 || c.idle.length > 0);
    const classes = used.map((c) => ({ bytes: c.bytes, inUse: c.inUse, idle: c.idle.length }));
    return {
      inUse: sum(classes, (c) => c.inUse),
      idle: sum(classes, (c) => c.idle),
      idleBytes: sum(classes, (c) => c.idle * c.bytes),
      classes,
    };
  }

  #classOf(bytes: number): BufferClass {
    if (bytes > this.#maxBytes) return this.#oversize;
    // 4096 and less is class 0, up to 8192 class 1, and so on.
    const index = bytes <= MIN_POOLED_BYTES ? 0 : CLZ_OF_MIN - Math.clz32(bytes - 1);
    return this.#classes[index] as BufferClass;
  }
}

function isInteger(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function sum(classes: readonly BufferClassStats[], count: (stats: BufferClassStats) => number): number {
  return classes.reduce((total, stats) => total + count(stats), 0);
}
