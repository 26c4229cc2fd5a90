import { popcount32 } from "./integer-bits.ts";

// Scalar twins of `assembly/bits.ts`. Offsets, ends and counts are words.

/** What two bits give: the XOR of those of (a, b, a AND b) that the three masks let through. */
export type BitOperation = readonly [a: number, b: number, both: number];

export const AND: BitOperation = [0, 0, -1];
export const OR: BitOperation = [-1, -1, -1];
export const XOR: BitOperation = [-1, -1, 0];
export const AND_NOT: BitOperation = [-1, 0, -1];

/**
 * Stores the `count` words of `x` at `a` combined with those of `y` at `b` in `x` at `out`. Words beyond the end of `y`
 * read as undefined, which counts as 0.
 */
export function combineWords(
  x: Int32Array,
  a: number,
  y: Int32Array,
  b: number,
  out: number,
  count: number,
  [ofX, ofY, ofBoth]: BitOperation,
): void {
  for (let i = 0; i < count; i++) {
    const left = x[a + i] as number;
    const right = y[b + i] as number;
    x[out + i] = (left & ofX) ^ (right & ofY) ^ (left & right & ofBoth);
  }
}

/** How many bits are set in the words [start, end). */
export function countWords(words: Int32Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) count += popcount32(words[at] as number);
  return count;
}
