import { CHECKED_BUILD } from "../check/checked-build.ts";
import { electronError } from "../errors.ts";
import type { Signal } from "../shared/signal.ts";
import { CLOSED, STEP, withoutFlags } from "./index-word.ts";

const OWNER = "a ring";

/** The word after an index: 1 when an instance claimed that side. */
export const CLAIM = 1;

/** One side of a lane: its own index, and how far it may go by what was last seen of the other side's. */
export class LaneSide {
  /** The own index, where the next slot lies. */
  index = 0;
  // Where this side must stop. The index at first, so that the first use reads both.
  #limit = 0;
  readonly #words: Int32Array;
  readonly #at: number;
  readonly #otherAt: number;
  readonly #signal: Signal;
  #lead: number;
  #claimed: boolean;

  /**
   * @param at - where the own index lies, and `otherAt` the other side's.
   * @param lead - how many slots this index may be ahead of the other one: the capacity or 0.
   * @param claimed - false to claim the side at the first use.
   */
  constructor(words: Int32Array, at: number, otherAt: number, lead: number, signal: Signal, claimed: boolean) {
    this.#words = words;
    this.#at = at;
    this.#otherAt = otherAt;
    this.#lead = lead * STEP;
    this.#signal = signal;
    this.#claimed = claimed;
  }

  /** How many slots this side has, at least; looked up anew only when it seems less than `wanted`. */
  available(wanted: number): number {
    if (this.#ahead() < wanted && !this.isRetired) {
      if (CHECKED_BUILD && !this.#claimed) {
        if (Atomics.compareExchange(this.#words, this.#at + CLAIM, 0, 1) !== 0) {
          throw electronError("WATT_ELECTRON_FOREIGN_HANDLE", { owner: OWNER, value: "a second thread" });
        }
        this.#claimed = true;
      }
      // The own index too: another instance may have moved it before the first use of this one.
      this.index = withoutFlags(Atomics.load(this.#words, this.#at));
      this.#limit = (Atomics.load(this.#words, this.#otherAt) + this.#lead) | 0;
    }
    return this.#ahead();
  }

  // Flags in the limit do not matter: the index has none, and they are shifted out.
  #ahead(): number {
    return (this.#limit - this.index) >> 2;
  }

  /** Gives `count` slots to the other side. False when the index is closed: nothing was given. */
  pass(count: number): boolean {
    const next = (this.index + count * STEP) | 0;
    // Only a flag can be in the way, since nobody else moves this index.
    const moved =
      Atomics.compareExchange(this.#words, this.#at, this.index, next) === this.index || this.#passFlagged(next);
    if (moved) this.index = next;
    return moved;
  }

  #passFlagged(next: number): boolean {
    for (;;) {
      const seen = Atomics.load(this.#words, this.#at);
      if ((seen & CLOSED) !== 0) return false;
      // Somebody else moved it: a second thread on this side, which may already have spoiled a slot.
      if (withoutFlags(seen) !== this.index)
        throw electronError("WATT_ELECTRON_NOT_HELD", { owner: OWNER, value: "a slot" });
      if (Atomics.compareExchange(this.#words, this.#at, seen, next) === seen) break;
    }
    this.#signal.notify();
    return true;
  }

  /** True after `retire` of a producer's side. */
  get isRetired(): boolean {
    return this.#lead < 0;
  }

  /** From now on this side has no slots, and no longer looks for any; the claim is given back. */
  retire(): void {
    if (this.isRetired) return;
    this.#limit = this.index;
    this.#lead = -1;
    Atomics.store(this.#words, this.#at + CLAIM, 0);
    this.#signal.notify();
  }
}
