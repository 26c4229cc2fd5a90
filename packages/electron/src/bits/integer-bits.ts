/**
 * How many of the 32 bits of `word` are set. Takes signed and unsigned integers. Allocates nothing.
 *
 * @see https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel
 */
export function popcount32(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Index of the lowest set bit of `word`, 0 to 31; 32 when there is none. Takes signed and unsigned integers. */
export function ctz32(word: number): number {
  return word === 0 ? 32 : 31 - Math.clz32(word & -word);
}

/** Whether `value`, an integer from 0 to 2^32 - 1, is 1, 2, 4 and so on. */
export function isPowerOfTwo(value: number): boolean {
  return popcount32(value) === 1;
}

/** The smallest integer `n` with 2^n >= `value`, for an integer from 0 to 2^32: 0 to 32. */
export function log2Ceil(value: number): number {
  return value > 1 ? 32 - Math.clz32(value - 1) : 0;
}

/** The smallest power of two that is not less than `value`, for an integer from 0 to 2^32: 1 to 2^32. */
export function nextPowerOfTwo(value: number): number {
  return 2 ** log2Ceil(value);
}

/** The smallest multiple of `align`, a power of two, that is not less than `value`. Integers from 0 to 2^31 - 1. */
export function alignUp(value: number, align: number): number {
  return (value + align - 1) & -align;
}
