// A naive distribution: keeps every value and sorts. Semantics: fractions are cut off, what is negative or no number counts
// as 0, what is beyond 2^53 - 1 as that.

export class NaiveDistribution {
  readonly values: number[] = [];

  record(value: number): void {
    const known = Number.isNaN(value) ? 0 : Math.min(Math.max(value, 0), Number.MAX_SAFE_INTEGER);
    this.values.push(Math.trunc(known));
    this.values.sort((a, b) => a - b);
  }

  /** The smallest value that at least this share of the values does not exceed. */
  percentile(percent: number): number {
    const enough = this.values.filter((value) => {
      const below = this.values.filter((other) => other <= value).length;
      return below * 100 >= percent * this.values.length;
    });
    return enough[0] ?? NaN;
  }

  get mean(): number {
    // Each share apart: the sum of large values would lose digits.
    return this.values.reduce((sum, value) => sum + value / this.values.length, 0);
  }
}
