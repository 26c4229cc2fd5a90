/** Middle and spread of a few rounds. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** Median absolute deviation from the median. */
  readonly mad: number;
  readonly count: number;
}

/** The value below which the share `q` of the values lies, interpolated between neighbours; NaN without values. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * q;
  const low = sorted[Math.floor(position)];
  const high = sorted[Math.ceil(position)];
  if (low === undefined || high === undefined) return Number.NaN;
  return low + (high - low) * (position - Math.floor(position));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

export function summarise(values: readonly number[]): Summary {
  const middle = median(values);
  return {
    median: middle,
    min: quantile(values, 0),
    max: quantile(values, 1),
    mad: median(values.map((value) => Math.abs(value - middle))),
    count: values.length,
  };
}

/**
 * Summary of `value / base` taken round by round. Pairing removes what slows a whole round; rounds that one side
 * lacks are left out.
 */
export function pairedRatio(
  values: ReadonlyMap<number, number>,
  bases: ReadonlyMap<number, number>,
): Summary | undefined {
  const ratios: number[] = [];
  for (const [round, value] of values) {
    const base = bases.get(round);
    if (base !== undefined && base > 0) ratios.push(value / base);
  }
  return ratios.length === 0 ? undefined : summarise(ratios);
}
