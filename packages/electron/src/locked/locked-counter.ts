import type { Counter } from "../shared/counter.ts";
import { Mutex } from "../shared/mutex.ts";
import { attachShared, createShared, KIND_LOCKED_COUNTER, LINE_WORDS } from "../shared/shared-memory.ts";

const OWNER = "the locked counter";
const LOCK = LINE_WORDS;
const SUM = LINE_WORDS / 2 + 1;

/**
 * `SharedCounter`'s twin behind a `Mutex`: its oracle, its row in the benchmarks, its fallback. A thread that dies with the
 * lock blocks all others for ever.
 */
export class LockedCounter implements Counter {
  readonly #sums: Float64Array<SharedArrayBuffer>;
  readonly #mutex: Mutex;

  /** @throws WATT_ELECTRON_MEMORY where there is no shared memory. */
  constructor();
  /** @internal */
  constructor(shared: Int32Array<SharedArrayBuffer>);
  constructor(shared: Int32Array<SharedArrayBuffer> = createShared(OWNER, KIND_LOCKED_COUNTER, LINE_WORDS)) {
    this.#sums = new Float64Array(shared.buffer);
    this.#mutex = new Mutex(shared, LOCK);
  }

  /** @throws WATT_ELECTRON_SHARED_LAYOUT when the memory holds something else. */
  static from(memory: SharedArrayBuffer): LockedCounter {
    return new LockedCounter(attachShared(OWNER, KIND_LOCKED_COUNTER, memory));
  }

  /** What another thread needs for `LockedCounter.from`. */
  get memory(): SharedArrayBuffer {
    return this.#sums.buffer;
  }

  /** Adds `n`, which may be negative. */
  add(n: number = 1): void {
    this.#mutex.withLock(() => (this.#sums[SUM] = (this.#sums[SUM] as number) + n));
  }

  /** The sum, exact up to 2^53. */
  value(): number {
    return this.#mutex.withLock(() => this.#sums[SUM]) as number;
  }
}
