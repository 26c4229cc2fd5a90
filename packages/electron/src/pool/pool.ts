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
const HANDLE_MASK = 2 ** 30 - 1;

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
  // First a word for each slot: its handle while it is held, else the complement of the handle that it will get.
  // Then a stack of the free slots. Why one array: a pair takes a tenth less than with two.
  // Invariant: the complement has other low bits, so no number can be taken for the handle of a free slot.
  readonly #words: Int32Array;
  // The bits of a handle that are the number of its slot, at least one. Why these fields begin as 0, and this one is
  // not made by `**`: V8 then keeps integers in the object (measured: a third less time for a pair).
  readonly #mask: number = 0;
  readonly #ledger: Ledger | undefined;
  // Where the stack ends, and the least that this ever was.
  #top = 0;
  #lowest = 0;

  /** @throws WATT_ELECTRON_OPTION when the slots are no region of whole bytes below 2^31. */
  constructor(options: PoolOptions) {
    const { slots, slotBytes = 1, start = 0 } = options;
    expectPieces(OWNER, start, slotBytes, slots);
    this.slots = slots;
    this.slotBytes = slotBytes;
    this.start = start as Offset;
    this.#mask = -1 >>> Math.clz32((slots - 1) | 1);
    this.#top = this.#lowest = 2 * slots;
    this.#words = new Int32Array(2 * slots);
    for (let i = 0; i < slots; i++) {
      // The first generation is 1, so that the number of a slot is no handle. The first slot is on top of the stack.
      this.#words[i] = ~(i + this.#mask + 1);
      this.#words[slots + i] = slots - 1 - i;
    }
    this.#ledger = CHECKED_BUILD && options.checked !== false ? new Ledger(OWNER) : undefined;
  }

  /**
   * A slot that nobody else has until it is released. O(1), allocates nothing.
   *
   * @param name - what checked mode calls it in its messages.
   * @returns its handle, an integer from 0 to 2^30 - 1, or -1 when all slots are in use.
   */
  acquire(name?: string): Handle | -1 {
    const top = this.#top - 1;
    if (top < this.slots) return -1;
    this.#top = top;
    if (top < this.#lowest) this.#lowest = top;
    const words = this.#words;
    const index = words[top] as number;
    const handle = ~(words[index] as number) as Handle;
    words[index] = handle;
    if (CHECKED_BUILD) this.#ledger?.take(handle, this.slotBytes, this.start + index * this.slotBytes, name);
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
    const index = handle & mask;
    if (CHECKED_BUILD) this.#ledger?.release(handle);
    // Beyond the slots lie small numbers, or nothing: neither is the handle.
    if (words[index] !== handle) throw electronError("WATT_ELECTRON_NOT_HELD", { owner: OWNER, value: handle });
    words[index] = ~((handle + mask + 1) & HANDLE_MASK);
    words[this.#top++] = index;
  }

  /**
   * Where the slot of a handle begins. Not checked in production: ask `isHeld` when in doubt. O(1), allocates nothing.
   *
   * @throws WATT_ELECTRON_USE_AFTER_RELEASE or WATT_ELECTRON_FOREIGN_HANDLE in checked mode, when it is not held.
   */
  offset(handle: Handle): Offset {
    if (CHECKED_BUILD) this.#ledger?.expectHeld(handle);
    return (this.start + (handle & this.#mask) * this.slotBytes) as Offset;
  }

  /** True until the handle is released. O(1), allocates nothing. */
  isHeld(handle: Handle): boolean {
    return this.#words[handle & this.#mask] === handle;
  }

  /** How many slots are in use now, and were at most. */
  stats(): PoolStats {
    return { slots: this.slots, inUse: 2 * this.slots - this.#top, highWater: 2 * this.slots - this.#lowest };
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
}
