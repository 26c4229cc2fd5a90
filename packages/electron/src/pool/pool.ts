import type { Handle, Offset } from "../api.ts";
import { CHECKED_BUILD } from "../check/checked-build.ts";
import { Ledger } from "../check/ledger.ts";
import { electronError } from "../errors.ts";
import { expectPieces } from "./expect-pieces.ts";
import { leakScope } from "./leak-scope.ts";

/** Options of a `Pool`. */
export interface PoolOptions {
  /** How many slots, from 1 to 2^24. */
  readonly slots: number;
  /** Bytes of one slot, from 1. With 1 and no `start`, `offset` is the number of the slot. @defaultValue 1 */
  readonly slotBytes?: number;
  /** Offset of the first slot. @defaultValue 0 */
  readonly start?: number;
  /** Names leaks, double releases and uses after release. Slower, and allocates. @defaultValue true in development */
  readonly checked?: boolean;
}

/** How full a `Pool` is. */
export interface PoolStats {
  /** How many slots there are. */
  readonly slots: number;
  /** How many are held now. */
  readonly inUse: number;
  /** The most slots that were ever in use at once. */
  readonly highWater: number;
}

const OWNER = "a pool";
// Why 30 bits: a small integer in every build of V8, also in those with compressed pointers.
const MAX_HANDLE = 0x3fff_ffff;
// The first word: the handle that is given out next. Why no field: V8 stores integers in fields shifted, and the next call
// waits for what this one stored (measured: a tenth of a pair).
const HEAD = 0;
const SLOTS = 1;
const NONE = 0x7fff_ffff;

/**
 * A fixed number of equal slots in one region, such as output windows of 64 KiB in a `Space`. It counts and never
 * touches the memory: a slot holds what its last user left there. The slot that was released last is given out first.
 *
 * A handle carries the generation of its slot, so that one that was released is not mistaken for its successor, up to
 * the wrap: a slot gets a handle again after 2^(30 - b) releases of that slot, where b is the number of bits of
 * `slots - 1`, at least 1 (2^20 releases with 1,024 slots).
 *
 * One thread at a time.
 *
 * @example
 * const pool = new Pool({ slots: 4, slotBytes: 65536 });
 * const handle = pool.acquire();
 * if (handle !== -1) {
 *   space.u8[pool.offset(handle)] = 1;
 *   pool.release(handle);
 * }
 */
export class Pool {
  /** How many slots there are. */
  readonly slots: number;
  /** Bytes of one slot. */
  readonly slotBytes: number;
  /** Offset of the first slot. */
  readonly start: Offset;
  // From SLOTS on a word for each slot: its handle while it is held, and -1 before it is ever used. The free ones are a
  // list, the latest first: the word is the complement of the handle that is given out after this one, or of NONE.
  // Invariant: the word of a free slot is negative, and no handle is. Why a list and no stack: each call would wait for
  // the level that the one before stored (measured: 5.0 ns for a pair instead of 3.8).
  readonly #words: Int32Array;
  // The bits of a handle that are the number of its slot, at least one. Why these begin as 0, and this one is not made
  // by `**`: V8 then keeps integers in the object (measured: a third less time for a pair).
  readonly #mask: number = 0;
  // Slots that were ever used: the first ones, and as many as were in use at once, since a released one goes before them.
  #used = 0;
  readonly #ledger: Ledger | undefined;

  /** @throws WATT_ELECTRON_OPTION when the slots are no region of whole bytes below 2^31. */
  constructor(options: PoolOptions) {
    const { slots, slotBytes = 1, start = 0 } = options;
    expectPieces(OWNER, start, slotBytes, slots);
    this.slots = slots;
    this.slotBytes = slotBytes;
    this.start = start as Offset;
    this.#mask = -1 >>> Math.clz32((slots - 1) | 1);
    this.#words = new Int32Array(SLOTS + slots).fill(-1);
    this.#words[HEAD] = NONE;
    this.#ledger = CHECKED_BUILD && options.checked !== false ? new Ledger(OWNER) : undefined;
  }

  /**
   * A slot that nobody else has until it is released. O(1), allocates nothing.
   *
   * @param name - what checked mode calls it in its messages.
   * @returns its handle, an integer from 0 to 2^30 - 1, or -1 when all slots are in use.
   */
  acquire(name?: string): Handle | -1 {
    const words = this.#words;
    const handle = words[HEAD] as Handle;
    if (handle === NONE) return this.#acquireUnused(name);
    const at = SLOTS + (handle & this.#mask);
    words[HEAD] = ~(words[at] as number);
    words[at] = handle;
    if (CHECKED_BUILD) this.#ledger?.take(handle, this.slotBytes, this.#offsetOf(handle), name);
    return handle;
  }

  /**
   * Gives a slot back. O(1), allocates nothing.
   *
   * @throws WATT_ELECTRON_NOT_HELD when the handle was released before or is none of this pool. The pool is as before.
   *   In checked mode WATT_ELECTRON_DOUBLE_FREE, which names the allocation, or WATT_ELECTRON_FOREIGN_HANDLE.
   */
  release(handle: Handle): void {
    const mask = this.#mask;
    const words = this.#words;
    const at = SLOTS + (handle & mask);
    if (CHECKED_BUILD) this.#ledger?.release(handle);
    // Beyond the slots there is nothing, which is no handle. Words of free slots are negative.
    if (words[at] !== handle || handle < 0) {
      throw electronError("WATT_ELECTRON_NOT_HELD", { owner: OWNER, value: handle });
    }
    words[at] = ~(words[HEAD] as number);
    words[HEAD] = (handle + mask + 1) & MAX_HANDLE;
  }

  /**
   * Where the slot of a handle begins. Not checked in production: ask `isHeld` when in doubt. O(1), allocates nothing.
   *
   * @throws WATT_ELECTRON_USE_AFTER_RELEASE or WATT_ELECTRON_FOREIGN_HANDLE in checked mode, when it is not held.
   */
  offset(handle: Handle): Offset {
    if (CHECKED_BUILD) this.#ledger?.expectHeld(handle);
    return this.#offsetOf(handle);
  }

  /** True until the handle is released. O(1), allocates nothing. */
  isHeld(handle: Handle): boolean {
    return handle >= 0 && this.#words[SLOTS + (handle & this.#mask)] === handle;
  }

  /** How many slots are in use now, and were at most. O(slots). */
  stats(): PoolStats {
    const held = this.#words.subarray(SLOTS).filter((word) => word >= 0);
    return { slots: this.slots, inUse: held.length, highWater: this.#used };
  }

  /**
   * Finds leaks: `using scope = pool.scope()` throws at the end of the block when a slot that was acquired since is
   * still held. Does nothing without checked mode.
   *
   * @throws WATT_ELECTRON_LEAK from the disposal, naming the first five.
   */
  scope(): Disposable {
    return leakScope(CHECKED_BUILD ? this.#ledger : undefined);
  }

  #acquireUnused(name?: string): Handle | -1 {
    const index = this.#used;
    if (index === this.slots) return -1;
    this.#used = index + 1;
    // The first generation is 1, so that the number of a slot is no handle.
    const handle = (index + this.#mask + 1) as Handle;
    this.#words[SLOTS + index] = handle;
    if (CHECKED_BUILD) this.#ledger?.take(handle, this.slotBytes, this.#offsetOf(handle), name);
    return handle;
  }

  #offsetOf(handle: Handle): Offset {
    return (this.start + (handle & this.#mask) * this.slotBytes) as Offset;
  }
}
