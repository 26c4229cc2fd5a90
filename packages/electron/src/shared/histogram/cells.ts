import { optionError } from "../../errors.ts";

/** @throws WATT_ELECTRON_OPTION when `precision` is no integer from 1 to 12. */
export function cellsOf(owner: string, precision: number): number {
  if (!(Number.isInteger(precision) && precision > 0 && precision <= 12)) {
    throw optionError(owner, "precision", precision, "an integer from 1 to 12");
  }
  return (54 - precision) * 2 ** precision;
}

/**
 * The cell that counts `value`: log-linear. Values below 2^(precision + 1) have a cell each; from there on each power of
 * two is cut into 2^precision equal cells.
 *
 * @see https://hdrhistogram.github.io/HdrHistogram/ G. Tene, "HdrHistogram"
 */
export function cellOf(value: number, precision: number): number {
  // Also 0 for NaN.
  const known = value >= 1 ? Math.min(value, Number.MAX_SAFE_INTEGER) : 0;
  // A logarithm that is rounded to the next integer gives the same cell: the last of one power is the first of the next.
  const shift = Math.max(Math.floor(Math.log2(known)) - precision, 0);
  return (shift << precision) + Math.floor(known / 2 ** shift);
}

/** The value in the middle of a cell. */
export function middleOf(cell: number, precision: number): number {
  const shift = Math.max((cell >> precision) - 1, 0);
  return Math.floor((cell - (shift << precision) + 0.5) * 2 ** shift - 0.5);
}
