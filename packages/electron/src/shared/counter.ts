/** A number that many threads add to: `SharedCounter`, or its twin behind a lock. */
export interface Counter {
  /** What another thread needs for `from`. */
  readonly memory: SharedArrayBuffer;
  /** Adds `n`, an integer that may be negative. */
  add(n?: number): void;
  /** The sum. Includes every `add` that ended before this call, and none that begins after it. */
  value(): number;
}
