import { KIND_MPMC_QUEUE } from "../shared/shared-memory.ts";
import { CLOSED, STEP } from "./index-word.ts";
import type { Queue } from "./queue.ts";
import { queueWords, TAIL_AT, TO_SLOTS } from "./queue-words.ts";
import { SharedQueue } from "./shared-queue.ts";

const CELLS_AT = TAIL_AT + TO_SLOTS;

// A cell is two words: a sequence and a value.
const CELL_WORDS = 2;
const VALUE = 1;

/** What an `MpmcQueue` holds. */
export interface MpmcQueueOptions {
  /** How many integers fit: a power of two from 2 to 2^28. */
  readonly capacity: number;
}

/**
 * A queue of 32-bit integers for any number of producer and consumer threads.
 *
 * A cell's sequence says whose turn it is: the tail index that may fill it, or one step more when it is full. A push
 * takes its index by compare-and-swap on the tail, writes the value, then the sequence; a pop does the same at the head.
 * The sequence makes plain accesses to the value safe. A close sets a flag in the tail, so that a push either has its
 * index by then, and comes out, or fails.
 *
 * While a push is between its two steps, `tryPop` may find nothing though later pushes have ended, and while a pop is,
 * `tryPush` may find no room. A thread that dies there leaves its cell for ever: consumers (or one round later
 * producers) stop at it, and those who wait run into their timeouts. Use `MpscRing` where that is not acceptable.
 *
 * @see Vyukov, "Bounded MPMC queue", 1024cores.net.
 *
 * @example
 * const queue = new MpmcQueue({ capacity: 1024 });
 * // in any worker: const queue = MpmcQueue.from(workerData); queue.push(7); queue.pop(100);
 */
export class MpmcQueue extends SharedQueue implements Queue {
  /**
   * @throws WATT_ELECTRON_OPTION when `capacity` is no power of two from 2 to 2^28.
   * @throws WATT_ELECTRON_MEMORY where there is no shared memory of that size.
   */
  constructor(options: MpmcQueueOptions);
  /** @internal */
  constructor(options: { capacity?: number; memory: SharedArrayBuffer });
  constructor(options: { capacity?: number; memory?: SharedArrayBuffer }) {
    const { capacity = 0 } = options;
    super(queueWords("an MPMC queue", KIND_MPMC_QUEUE, options, TO_SLOTS + CELL_WORDS * capacity));
    // None where the memory was given.
    for (let i = 0; i < capacity; i++) this.words[CELLS_AT + CELL_WORDS * i] = STEP * i;
  }

  /**
   * The queue in the `memory` of another, in this or another thread.
   *
   * @throws WATT_ELECTRON_SHARED_LAYOUT when the memory holds something else.
   */
  static from(memory: SharedArrayBuffer): MpmcQueue {
    return new MpmcQueue({ memory });
  }

  tryPush(value: number): boolean {
    const cell = this.#take(this.tailAt, 0);
    if (cell < 0) return false;
    this.words[cell + VALUE] = value;
    this.#pass(cell, STEP);
    return true;
  }

  tryPop(): number | undefined {
    const cell = this.#take(this.headAt, STEP);
    if (cell < 0) return undefined;
    const value = this.words[cell + VALUE];
    // Free for the push that comes one round later: as many steps as the ring has cells, one of which is done.
    this.#pass(cell, STEP * (this.capacity - 1));
    return value;
  }

  // Takes the next index at `at`, whose cell's sequence must be that index plus `turn`. Where the cell lies, or -1.
  #take(at: number, turn: number): number {
    const { words } = this;
    let index = Atomics.load(words, at);
    for (;;) {
      if ((index & CLOSED) !== 0) return -1;
      const cell = CELLS_AT + CELL_WORDS * ((index >>> 2) & (this.capacity - 1));
      const ahead = (Atomics.load(words, cell) - index - turn) | 0;
      if (ahead < 0) return -1;
      // Ahead of the index: somebody else had this turn since the index was read.
      const seen = ahead > 0 ? Atomics.load(words, at) : Atomics.compareExchange(words, at, index, index + STEP);
      if (ahead === 0 && seen === index) return cell;
      index = seen;
    }
  }

  // Gives the cell to the next in turn.
  #pass(cell: number, steps: number): void {
    Atomics.add(this.words, cell, steps);
    this.signal.notify();
  }
}
