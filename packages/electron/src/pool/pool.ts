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
// The first words: where the stack ends, and the least that this ever was. Why not fields: a pair is a chain of loads of
// what was just stored, and V8 stores integers in fields shifted (measured: 5.4 ns for a pair instead of 4.8).
const TOP = 0;
const LOWEST = 1;
const STACK = 2;

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
  // From STACK on a stack of the free slots, by the index of their word. Then a word for each slot: its handle while it is
  // held, else the complement of the handle that it will get. Why one array: a pair takes a tenth less than with two.
  // Invariant: the complement has other low bits, so no number can be taken for the handle of a free slot.
  readonly #words: Int32Array;
  // The bits of a handle that are the number of its slot, at least one. Why these begin as 0, and this one is not made
  // by `**`: V8 then keeps integers in the object (measured: a third less time for a pair).
  readonly #mask: number = 0;
  // Index of the first slot's word. Why the stack comes first: beyond the last slot there is nothing to be misread.
  readonly #first: number = 0;
  readonly #ledger: Ledger | undefined;

  /** @throws WATT_ELECTRON_OPTION when the slots are no region of whole bytes below 2^31. */
  constructor(options: PoolOptions) {
    const { slots, slotBytes = 1, start = 0 } = options;
    expectPieces(OWNER, start, slotBytes, slots);
    this.slots = slots;
    this.slotBytes = slotBytes;
    this.start = start as Offset;
    this.#mask = -1 >>> Math.clz32((slots - 1) | 1);
    this.#first = STACK + slots;
    this.#words = new Int32Array(this.#first + slots);
    this.#words[TOP] = this.#words[LOWEST] = this.#first;
    for (let i = 0; i < slots; i++) {
      // The first slot is on top of the stack. The first generation is 1, so that the number of a slot is no handle.
      this.#words[STACK + i] = this.#first + slots - 1 - i;
      this.#words[this.#first + i] = ~(i + this.#mask + 1);
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
    const words = this.#words;
    const top = (words[TOP] as number) - 1;
    if (top < STACK) return -1;
    words[TOP] = top;
    if (top < (words[LOWEST] as number)) words[LOWEST] = top;
    const at = words[top] as number;
    const handle = ~(words[at] as number) as Handle;
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
    const at = this.#first + (handle & mask);
    if (CHECKED_BUILD) this.#ledger?.release(handle);
    if (words[at] !== handle) throw electronError("WATT_ELECTRON_NOT_HELD", { owner: OWNER, value: handle });
    // Why 30 bits: a small integer in every build of V8, also in those with compressed pointers.
    words[at] = ~((handle + mask + 1) & 0x3fff_ffff);
    const top = words[TOP] as number;
    words[top] = at;
    words[TOP] = top + 1;
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
    return this.#words[this.#first + (handle & this.#mask)] === handle;
  }

  /** How many slots are in use now, and were at most. */
  stats(): PoolStats {
    const { [TOP]: top = 0, [LOWEST]: lowest = 0 } = this.#words;
    return { slots: this.slots, inUse: this.#first - top, highWater: this.#first - lowest };
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

  #offsetOf(handle: Handle): Offset {
    return (this.start + (handle & this.#mask) * this.slotBytes) as Offset;
  }
}
