import type { HistogramSnapshot } from "./histogram-snapshot.ts";

/** A distribution that many threads record into: `SharedHistogram`, or its twin behind a lock. */
export interface Histogram {
  /** What another thread needs for `from`. */
  readonly memory: SharedArrayBuffer;
  /** Counts one value. */
  record(value: number): void;
  /** What was recorded. Includes every `record` that ended before this call, and none that begins after it. */
  snapshot(): HistogramSnapshot;
}

/** Options of the histograms. */
export interface HistogramOptions {
  /**
   * Bits of a value that are kept, 1 to 12: what a snapshot reports is at most 1 / 2^(precision + 1) of the value off.
   * Memory: about 54 × 8 × 2^precision bytes. @defaultValue 7, which is 0.4 % and 47 KiB
   */
  readonly precision?: number;
}
