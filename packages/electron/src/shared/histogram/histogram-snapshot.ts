import { optionError } from "../../errors.ts";
import { middleOf } from "./cells.ts";

/**
 * What a histogram held at one time. Every value it reports, `count` aside, is off by at most 1 / 2^(precision + 1) of
 * itself; without values all of them are NaN. Belongs to this thread and does not change.
 */
export class HistogramSnapshot {
  /** How many values were recorded. */
  readonly count: number;
  readonly #precision: number;
  readonly #counts: Float64Array;

  /** @internal */
  constructor(counts: Float64Array, precision: number) {
    this.#precision = precision;
    this.#counts = counts;
    this.count = counts.reduce((sum, n) => sum + n, 0);
  }

  /** The smallest value. O(cells). */
  get min(): number {
    return this.percentile(0);
  }

  /** The largest value. O(cells). */
  get max(): number {
    return this.percentile(100);
  }

  /** The mean. O(cells). */
  get mean(): number {
    const sum = this.#counts.reduce((total, n, cell) => total + n * middleOf(cell, this.#precision), 0);
    return sum / this.count;
  }

  /**
   * The value that `percent` of the values do not exceed: of the sorted values the one of the nearest rank. O(cells).
   *
   * @param percent - 0 to 100; 0 gives the smallest, 100 the largest.
   */
  percentile(percent: number): number {
    let rank = Math.max(Math.ceil((percent * this.count) / 100), 1);
    const cell = this.#counts.findIndex((n) => (rank -= n) <= 0);
    return cell < 0 ? NaN : middleOf(cell, this.#precision);
  }

  /**
   * A snapshot of the values of both. O(cells).
   *
   * @throws WATT_ELECTRON_OPTION when their histograms differ in `precision`.
   */
  merge(other: HistogramSnapshot): HistogramSnapshot {
    if (other.#precision !== this.#precision) {
      throw optionError("a histogram", "precision", other.#precision, `one of ${this.#precision}`);
    }
    const counts = this.#counts.map((n, cell) => n + (other.#counts[cell] as number));
    return new HistogramSnapshot(counts, this.#precision);
  }
}
