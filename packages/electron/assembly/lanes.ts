// `@ts-ignore: decorator`, here and in the other files, is for editors: in AssemblyScript functions have decorators.

/** Bytes in a vector. */
export const LANES: usize = 16;

/** Where the memory ends. */
// @ts-ignore: decorator
@inline
export function memoryEnd(): usize {
  return <usize>memory.size() << 16;
}

/**
 * Where a whole vector can be loaded so that it covers the `end - at` (< 16) bytes of [at, end) and no load passes
 * the end of memory: the last 16 bytes before `end`, or address 0 when there are fewer (a memory has at least
 * 64 KiB, so that load is inside it too). Lanes outside [at, end) are the caller's to discard, by `laneMask`.
 */
// @ts-ignore: decorator
@inline
export function tailAddress(end: usize): usize {
  return select<usize>(end - LANES, 0, end >= LANES);
}

/** Bit i is set when lane i of the vector at `tailAddress(end)` lies in [at, end). */
// @ts-ignore: decorator
@inline
export function laneMask(from: usize, at: usize, end: usize): u32 {
  return (1 << <u32>(end - from)) - (1 << <u32>(at - from));
}

/**
 * 0, which no compiler knows: a memory has at most 2^16 pages. Why: V8 builds a vector constant from two words at each
 * use, in loops too (measured: 10 instead of 16 GB/s in a clean escape). What depends on this it builds once and keeps.
 */
// @ts-ignore: decorator
@inline
export function unknownZero(): u32 {
  return <u32>memory.size() >>> 17;
}

/** `constant`, built once; `zero` is `unknownZero()`. */
// @ts-ignore: decorator
@inline
export function keep(constant: v128, zero: u32): v128 {
  return v128.or(constant, i32x4.splat(zero));
}

/** A vector of `byte`, built once; `zero` is `unknownZero()`. */
// @ts-ignore: decorator
@inline
export function keepSplat(byte: u32, zero: u32): v128 {
  return i8x16.splat(<i8>(byte + zero));
}

/**
 * Bit i of the answer is set when lane i of `v` equals the entry of `table` that its low nibble selects: one of up to
 * 16 bytes with different low nibbles. Entry 0 is 0x0f where no wanted byte ends in nibble 0, every other unused one is
 * 0: these equal no lane, since their own low nibble is another. `nibbles` is 0x0f in every lane.
 */
// @ts-ignore: decorator
@inline
export function matches(v: v128, table: v128, nibbles: v128): u32 {
  return <u32>i8x16.bitmask(i8x16.eq(i8x16.swizzle(table, v128.and(v, nibbles)), v));
}
