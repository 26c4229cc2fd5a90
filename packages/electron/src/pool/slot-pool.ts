import { MAX_OFFSET, type Offset } from "../api.ts";
import { electronError, optionError } from "../errors.ts";

/** Where the slots of a `SlotPool` lie. */
export interface SlotPoolOptions {
  /** Offset of the first slot. @defaultValue 0 */
  readonly start?: number;
  /** Bytes of one slot, from 1. */
  readonly slotBytes: number;
  /** How many slots, from 1. */
  readonly slots: number;
}

/** How full a `SlotPool` is. */
export interface SlotPoolStats {
  readonly slots: number;
  readonly inUse: number;
  /** The most slots that were ever in use at once. */
  readonly highWater: number;
}

/**
 * A fixed number of equal slots in one region, such as output buffers of 64 KiB in a `Space`. Leases offsets; never
 * touches the memory, so a slot holds what its last user left there.
 *
 * @example
 * const space = createSpace({ bytes: 4 * 65536 });
 * const pool = new SlotPool({ slotBytes: 65536, slots: 4 });
 * const slot = pool.acquire(); // offset in space.u8, or -1
 * if (slot !== -1) pool.release(slot);
 */
export class SlotPool {
  /** Offset of the first slot. */
  readonly start: Offset;
  /** Bytes of one slot. */
  readonly slotBytes: number;
  /** How many slots there are. */
  readonly slots: number;
  // Indices of the free slots, the next one last: the slot used last is the one still in the cache.
  readonly #free: Int32Array;
  // 1 while the slot is leased.
  readonly #leased: Uint8Array;
  #freeCount: number;
  #lowest: number;

  /** @throws WATT_ELECTRON_OPTION when the slots are no region of whole bytes below 2^31. */
  constructor(options: SlotPoolOptions) {
    const { start = 0, slotBytes, slots } = options;
    const whole = Number.isInteger(start) && Number.isInteger(slotBytes) && Number.isInteger(slots);
    if (!whole || start < 0 || slotBytes < 1 || slots < 1 || start + slots * slotBytes > MAX_OFFSET) {
      throw optionError(
        "a slot pool",
        "start, slotBytes, slots",
        [start, slotBytes, slots],
        "integers, start from 0, the others from 1, that end below 2^31",
      );
    }
    this.start = start as Offset;
    this.slotBytes = slotBytes;
    this.slots = slots;
    this.#free = Int32Array.from({ length: slots }, (_, i) => slots - 1 - i);
    this.#leased = new Uint8Array(slots);
    this.#freeCount = slots;
    this.#lowest = slots;
  }

  /** Offset of a slot that nobody else has until it is released, or -1 when all are in use. O(1), allocates nothing. */
  acquire(): Offset | -1 {
    if (this.#freeCount === 0) return -1;
    const index = this.#free[--this.#freeCount] as number;
    if (this.#freeCount < this.#lowest) this.#lowest = this.#freeCount;
    this.#leased[index] = 1;
    return (this.start + index * this.slotBytes) as Offset;
  }

  /**
   * Gives a slot back. O(1), allocates nothing.
   *
   * @throws WATT_ELECTRON_NOT_HELD when `slot` is not leased: released before, or not of this pool.
   */
  release(slot: Offset): void {
    const index = ((slot - this.start) / this.slotBytes) | 0;
    // A foreign offset is off the grid, or reads undefined beyond the slots.
    if (this.start + index * this.slotBytes !== slot || this.#leased[index] !== 1) {
      throw electronError("WATT_ELECTRON_NOT_HELD", { owner: "the slot pool", value: `slot ${slot}` });
    }
    this.#leased[index] = 0;
    this.#free[this.#freeCount++] = index;
  }

  /** How many slots are in use now, and were at most. */
  stats(): SlotPoolStats {
    return { slots: this.slots, inUse: this.slots - this.#freeCount, highWater: this.slots - this.#lowest };
  }
}
