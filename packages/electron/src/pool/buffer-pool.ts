import { CHECKED_BUILD } from "../check/checked-build.ts";
import { Ledger } from "../check/ledger.ts";
import { checkPoison, writePoison } from "../check/paint.ts";
import { electronError, optionError } from "../errors.ts";
import { type BufferClass, leaseOf, makeLease } from "./buffer-lease.ts";
import { leakScope } from "./leak-scope.ts";

/** Smallest size class of a `BufferPool`. Why not less: below it `new Uint8Array` is as good as a pool. */
export const MIN_POOLED_BYTES = 4096;

/** Leading zero bits of 4095. */
const CLZ_OF_MIN = 20;
const DEFAULT_MAX_BYTES = 2 ** 20;
const DEFAULT_RETAIN = 16;

/** Options of a `BufferPool`. */
export interface BufferPoolOptions {
  /** Largest size class, a power of two from 4096 to 2^30. Larger buffers are made and dropped. @defaultValue 1 MiB */
  readonly maxBytes?: number;
  /** Idle buffers kept in each size class, a number from 0; `Infinity` keeps all. @defaultValue 16 */
  readonly retain?: number;
  /**
   * Names leaks, double releases and uses after release: idle buffers are filled with 0xdd. Slower, and allocates.
   * @defaultValue true in a development build
   */
  readonly checked?: boolean;
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
  /** Buffers acquired and not yet released, of all classes. */
  readonly inUse: number;
  /** Buffers kept for the next `acquire`, of all classes. */
  readonly idle: number;
  /** Bytes that the idle buffers hold. */
  readonly idleBytes: number;
  /** Size classes that have been used, and one with `bytes: 0` for buffers beyond `maxBytes`. */
  readonly classes: readonly BufferClassStats[];
}

const OWNER = "a buffer pool";

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
  // The last one is of those beyond maxBytes.
  readonly #classes: BufferClass[] = [];
  readonly #ledger: Ledger | undefined;

  /** @throws WATT_ELECTRON_OPTION when an option is out of its range. */
  constructor(options: BufferPoolOptions = {}) {
    const { maxBytes = DEFAULT_MAX_BYTES, retain = DEFAULT_RETAIN } = options;
    const power = (maxBytes | 0) === maxBytes && (maxBytes & (maxBytes - 1)) === 0;
    if (!power || maxBytes < MIN_POOLED_BYTES || !(retain >= 0)) {
      const range = `a power of two from ${MIN_POOLED_BYTES} to 2^30, and a number from 0`;
      throw optionError(OWNER, "maxBytes, retain", [maxBytes, retain], range);
    }
    this.#maxBytes = maxBytes;
    this.#retain = retain;
    for (let bytes = MIN_POOLED_BYTES; bytes <= maxBytes; bytes *= 2) this.#addClass(bytes);
    this.#addClass(0);
    if (CHECKED_BUILD && options.checked !== false) this.#ledger = new Ledger(OWNER);
  }

  /**
   * A buffer of at least `bytes` bytes: as long as the smallest class that has room, or exactly `bytes` beyond
   * `maxBytes`. Its contents are unspecified. It is the caller's until released.
   *
   * O(1); allocates only when the class has no idle buffer.
   *
   * @param name - what checked mode calls it in its messages.
   * @throws WATT_ELECTRON_OPTION when `bytes` is not an integer from 0.
   * @throws WATT_ELECTRON_USE_AFTER_RELEASE in checked mode, when the idle buffer was written to since its release.
   */
  acquire(bytes: number, name?: string): Uint8Array<ArrayBuffer> {
    if (!Number.isSafeInteger(bytes) || bytes < 0) throw optionError(OWNER, "bytes", bytes, "an integer from 0");
    const bufferClass = this.#classOf(bytes);
    const lease = bufferClass.idle.pop() ?? makeLease(bufferClass, bufferClass.bytes || bytes);
    const { buffer } = lease;
    if (CHECKED_BUILD && this.#ledger !== undefined) {
      // Only after its release is it known and not held.
      if (lease.released && checkPoison(buffer, 0, buffer.length) !== -1) this.#ledger.expectHeld(buffer);
      this.#ledger.take(buffer, bytes, 0, name);
    }
    lease.released = false;
    bufferClass.inUse++;
    return buffer;
  }

  /**
   * Gives a buffer back; neither it nor a view of it may be used afterwards. O(1), allocates nothing.
   *
   * @throws WATT_ELECTRON_NOT_HELD when it was released before or is not of this pool, as views of its buffers are not.
   *   In checked mode WATT_ELECTRON_DOUBLE_FREE, which names the allocation, or WATT_ELECTRON_FOREIGN_HANDLE.
   */
  release(buffer: Uint8Array<ArrayBuffer>): void {
    if (CHECKED_BUILD) this.#ledger?.release(buffer);
    const lease = leaseOf(buffer);
    if (lease === undefined || lease.released || lease.home.pool !== this) {
      throw electronError("WATT_ELECTRON_NOT_HELD", { owner: OWNER, value: "a buffer" });
    }
    const { home } = lease;
    lease.released = true;
    home.inUse--;
    // A transferred buffer has length 0. Of those beyond maxBytes none is kept.
    if (buffer.length === home.bytes && home.idle.length < this.#retain) {
      if (CHECKED_BUILD && this.#ledger !== undefined) writePoison(buffer, 0, buffer.length);
      home.idle.push(lease);
    }
  }

  /** Counts per size class. Allocates the answer. */
  stats(): BufferPoolStats {
    const used = this.#classes.filter((c) => c.inUse + c.idle.length > 0);
    const classes = used.map(({ bytes, inUse, idle }) => ({ bytes, inUse, idle: idle.length }));
    const stats = { inUse: 0, idle: 0, idleBytes: 0, classes };
    for (const { bytes, inUse, idle } of classes) {
      stats.inUse += inUse;
      stats.idle += idle;
      stats.idleBytes += idle * bytes;
    }
    return stats;
  }

  /**
   * Finds leaks: `using scope = pool.scope()` throws at the end of the block when a buffer that was acquired since is
   * still held. Does nothing without checked mode.
   *
   * @throws WATT_ELECTRON_LEAK from the disposal, naming the first five.
   */
  scope(): Disposable {
    return leakScope(CHECKED_BUILD ? this.#ledger : undefined);
  }

  #classOf(bytes: number): BufferClass {
    // 4096 and less is class 0, up to 8192 class 1, and so on.
    let index = bytes <= MIN_POOLED_BYTES ? 0 : CLZ_OF_MIN - Math.clz32(bytes - 1);
    if (bytes > this.#maxBytes) index = this.#classes.length - 1;
    return this.#classes[index] as BufferClass;
  }

  #addClass(bytes: number): void {
    this.#classes.push({ pool: this, bytes, idle: [], inUse: 0 });
  }
}
