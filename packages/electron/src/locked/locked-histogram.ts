import { cellOf, cellsOf } from "../shared/histogram/cells.ts";
import { HistogramSnapshot } from "../shared/histogram/histogram-snapshot.ts";
import type { Histogram, HistogramOptions } from "../shared/histogram/histogram.ts";
import { Mutex } from "../shared/mutex.ts";
import {
  attachShared,
  createShared,
  HEADER_PARAMETERS,
  KIND_LOCKED_HISTOGRAM,
  LINE_WORDS,
} from "../shared/shared-memory.ts";

const OWNER = "the locked histogram";
const LOCK = LINE_WORDS;
// In cells of 64 bits, after the header and the line of the lock.
const FIRST = LINE_WORDS;

/**
 * `SharedHistogram`'s twin behind a `Mutex`: its oracle, its row in the benchmarks, its fallback. A thread that dies with
 * the lock blocks all others for ever.
 */
export class LockedHistogram implements Histogram {
  readonly #cells: Float64Array<SharedArrayBuffer>;
  readonly #precision: number;
  readonly #mutex: Mutex;

  /**
   * @throws WATT_ELECTRON_OPTION when `precision` is out of its range.
   * @throws WATT_ELECTRON_MEMORY where there is no shared memory.
   */
  constructor(options?: HistogramOptions);
  /** @internal */
  constructor(options: HistogramOptions, shared?: Int32Array<SharedArrayBuffer>);
  constructor({ precision = 7 }: HistogramOptions = {}, shared?: Int32Array<SharedArrayBuffer>) {
    const size = LINE_WORDS + 2 * cellsOf(OWNER, precision);
    const words = shared ?? createShared(OWNER, KIND_LOCKED_HISTOGRAM, size, [precision]);
    this.#cells = new Float64Array(words.buffer);
    this.#precision = precision;
    this.#mutex = new Mutex(words, LOCK);
  }

  /** @throws WATT_ELECTRON_SHARED_LAYOUT when the memory holds something else. */
  static from(memory: SharedArrayBuffer): LockedHistogram {
    const shared = attachShared(OWNER, KIND_LOCKED_HISTOGRAM, memory);
    return new LockedHistogram({ precision: shared[HEADER_PARAMETERS] as number }, shared);
  }

  /** What another thread needs for `LockedHistogram.from`. */
  get memory(): SharedArrayBuffer {
    return this.#cells.buffer;
  }

  /** Counts `value`, as `SharedHistogram` does. */
  record(value: number): void {
    const cell = FIRST + cellOf(value, this.#precision);
    this.#mutex.withLock(() => (this.#cells[cell] = (this.#cells[cell] as number) + 1));
  }

  /** What was recorded. */
  snapshot(): HistogramSnapshot {
    const counts = this.#mutex.withLock(() => new Float64Array(this.#cells.subarray(FIRST)));
    return new HistogramSnapshot(counts as Float64Array, this.#precision);
  }
}
