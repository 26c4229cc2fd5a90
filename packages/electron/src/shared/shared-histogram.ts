import { cellOf, cellsOf } from "./histogram/cells.ts";
import { HistogramSnapshot } from "./histogram/histogram-snapshot.ts";
import type { Histogram, HistogramOptions } from "./histogram/histogram.ts";
import { attachShared, createShared, HEADER_PARAMETERS, KIND_HISTOGRAM, LINE_WORDS } from "./shared-memory.ts";

const OWNER = "the histogram";
// In cells of 64 bits.
const FIRST = LINE_WORDS / 2;

/**
 * A distribution that any thread records into, such as times in microseconds. Log-linear cells of 64 bits; a `record` is
 * one atomic instruction, so a thread that dies has recorded all or nothing, and blocks nobody.
 *
 * @see https://hdrhistogram.github.io/HdrHistogram/ G. Tene, "HdrHistogram"
 * @example
 * const times = new SharedHistogram();
 * worker.postMessage(times.memory); // there: SharedHistogram.from(memory).record(250)
 * times.snapshot().percentile(99);
 */
export class SharedHistogram implements Histogram {
  readonly #cells: BigInt64Array<SharedArrayBuffer>;
  readonly #precision: number;

  /**
   * @throws WATT_ELECTRON_OPTION when `precision` is out of its range.
   * @throws WATT_ELECTRON_MEMORY where there is no shared memory.
   */
  constructor(options?: HistogramOptions);
  /** @internal */
  constructor(options: HistogramOptions, shared?: Int32Array<SharedArrayBuffer>);
  constructor({ precision = 7 }: HistogramOptions = {}, shared?: Int32Array<SharedArrayBuffer>) {
    const words = shared ?? createShared(OWNER, KIND_HISTOGRAM, 2 * cellsOf(OWNER, precision), [precision]);
    this.#cells = new BigInt64Array(words.buffer);
    this.#precision = precision;
  }

  /**
   * The histogram of a `memory` that came from another thread.
   *
   * @throws WATT_ELECTRON_SHARED_LAYOUT when the memory holds something else.
   */
  static from(memory: SharedArrayBuffer): SharedHistogram {
    const shared = attachShared(OWNER, KIND_HISTOGRAM, memory);
    return new SharedHistogram({ precision: shared[HEADER_PARAMETERS] as number }, shared);
  }

  /** What another thread needs for `SharedHistogram.from`. */
  get memory(): SharedArrayBuffer {
    return this.#cells.buffer;
  }

  /**
   * Counts `value`. A fraction is cut off, what is negative or no number counts as 0, what is beyond 2^53 - 1 as that.
   * Wait-free, O(1), allocates nothing.
   */
  record(value: number): void {
    Atomics.add(this.#cells, FIRST + cellOf(value, this.#precision), 1n);
  }

  /** What was recorded: every `record` that ended before this call, none that begins after it. O(cells); allocates a copy. */
  snapshot(): HistogramSnapshot {
    const counts = new Float64Array(this.#cells.length - FIRST);
    for (let i = 0; i < counts.length; i++) counts[i] = Number(Atomics.load(this.#cells, FIRST + i));
    return new HistogramSnapshot(counts, this.#precision);
  }
}
