import { optionError } from "../errors.ts";
import type { Counter } from "./counter.ts";
import { attachShared, createShared, HEADER_PARAMETERS, KIND_COUNTER, LINE_WORDS } from "./shared-memory.ts";

/** Options of `SharedCounter`. */
export interface SharedCounterOptions {
  /**
   * Over how many lines the sum is spread, so that threads that add at the same time do not wait for one. Each instance
   * adds to one of them. 1 to 1024. @defaultValue 8
   */
  readonly stripes?: number;
}

const OWNER = "the counter";
// How many instances there have been: the next one takes the next stripe.
const TICKET = HEADER_PARAMETERS + 1;

/**
 * A 64-bit number that any thread adds to. An `add` is one atomic instruction, so a thread that dies has added all or
 * nothing, and blocks nobody. There is no reset: keep the value of before and subtract.
 *
 * @example
 * const hits = new SharedCounter();
 * worker.postMessage(hits.memory); // there: SharedCounter.from(memory).add()
 * hits.value();
 */
export class SharedCounter implements Counter {
  readonly #cells: BigInt64Array<SharedArrayBuffer>;
  readonly #cell: number;

  /**
   * @throws WATT_ELECTRON_OPTION when `stripes` is out of its range.
   * @throws WATT_ELECTRON_MEMORY where there is no shared memory.
   */
  constructor(options?: SharedCounterOptions);
  /** @internal */
  constructor(options: SharedCounterOptions, shared?: Int32Array<SharedArrayBuffer>);
  constructor({ stripes = 8 }: SharedCounterOptions = {}, shared?: Int32Array<SharedArrayBuffer>) {
    if (!(Number.isInteger(stripes) && stripes > 0 && stripes <= 1024)) {
      throw optionError(OWNER, "stripes", stripes, "an integer from 1 to 1024");
    }
    const words = shared ?? createShared(OWNER, KIND_COUNTER, stripes * LINE_WORDS, [stripes]);
    this.#cells = new BigInt64Array(words.buffer);
    const stripe = (Atomics.add(words, TICKET, 1) >>> 0) % stripes;
    this.#cell = ((1 + stripe) * LINE_WORDS) / 2;
  }

  /**
   * The counter of a `memory` that came from another thread.
   *
   * @throws WATT_ELECTRON_SHARED_LAYOUT when the memory holds something else.
   */
  static from(memory: SharedArrayBuffer): SharedCounter {
    const shared = attachShared(OWNER, KIND_COUNTER, memory);
    return new SharedCounter({ stripes: shared[HEADER_PARAMETERS] as number }, shared);
  }

  /** What another thread needs for `SharedCounter.from`. */
  get memory(): SharedArrayBuffer {
    return this.#cells.buffer;
  }

  /**
   * Adds `n`, which may be negative. Wait-free, O(1).
   *
   * @throws RangeError when `n` is no integer.
   */
  add(n: number = 1): void {
    // Why the branch: with a constant 1n, V8 makes one instruction of it, as fast as with 32 bits; BigInt(n) is dearer.
    Atomics.add(this.#cells, this.#cell, n === 1 ? 1n : BigInt(n));
  }

  /**
   * The sum, exact to 2^53. Includes every `add` that ended before this call, and none that begins after it. O(stripes).
   */
  value(): number {
    let sum = 0n;
    for (let cell = LINE_WORDS / 2; cell < this.#cells.length; cell += LINE_WORDS / 2) {
      sum += Atomics.load(this.#cells, cell);
    }
    return Number(sum);
  }
}
