import { Arena } from "../arena/arena.ts";
import { type Allocation, describeAllocation } from "../check/allocation.ts";
import { Ledger } from "../check/ledger.ts";
import { checkPoison, writePoison } from "../check/paint.ts";
import { electronError } from "../errors.ts";
import type { RequestArena } from "./request-arena.ts";

/**
 * Checked mode of `ArenaOfPools`. Every lease is a new arena object over the same bytes, and a released one throws
 * whatever is asked of it: so a late use is noticed, even when the bytes have another holder by then. Development only.
 */
export class CheckedArenas {
  readonly ledger: Ledger;
  readonly #owner: string;
  // Memory that belongs to somebody else is not written to.
  readonly #poisons: boolean;
  // By start: the latest lease.
  readonly #latest = new Map<number, Allocation>();
  /** The most bytes that a released arena has held. */
  peakBytes = 0;

  constructor(owner: string, poisons: boolean) {
    this.ledger = new Ledger(owner);
    this.#owner = owner;
    this.#poisons = poisons;
  }

  /** Looks whether nobody wrote to a released arena. Told once. */
  expectWhole({ buffer, start, capacity }: RequestArena): void {
    const bytes = new Uint8Array(buffer, start, capacity);
    if (!this.#poisons || checkPoison(bytes, 0, capacity) === -1) return;
    writePoison(bytes, 0, capacity);
    const allocation = describeAllocation(this.#latest.get(start) as Allocation);
    throw electronError("WATT_ELECTRON_USE_AFTER_RELEASE", { owner: this.#owner, allocation });
  }

  /** Begins a lease. */
  take(arena: RequestArena, name: string | undefined): void {
    this.#latest.set(arena.start, this.ledger.take(arena, arena.capacity, arena.start, name));
  }

  /** Ends a lease. */
  release(arena: RequestArena): void {
    const { buffer, start, capacity, highWater } = arena;
    this.ledger.release(arena);
    this.peakBytes = Math.max(this.peakBytes, highWater);
    try {
      arena.reset();
    } finally {
      for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(Arena.prototype))) {
        // Getters only tell how full it was.
        if (typeof value === "function")
          Object.defineProperty(arena, name, { value: () => this.ledger.expectHeld(arena) });
      }
      if (this.#poisons) writePoison(new Uint8Array(buffer, start, capacity), 0, capacity);
    }
  }
}
