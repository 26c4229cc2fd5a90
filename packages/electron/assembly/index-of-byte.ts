import { LANES, laneMask, tailAddress } from "./lanes";

/**
 * Offset of the first `byte` in [start, end), or -1.
 *
 * Freestanding: reads only [max(0, start - 15), end) or, when end < 16, [0, 16); writes nothing, keeps no state.
 */
export function indexOfByte(start: usize, end: usize, byte: u32): i32 {
  const wanted = i8x16.splat(<i8>byte);
  let at = start;
  while (at + LANES <= end) {
    const found = <u32>i8x16.bitmask(i8x16.eq(v128.load(at), wanted));
    if (found != 0) return <i32>(at + ctz(found));
    at += LANES;
  }
  if (at >= end) return -1;
  const from = tailAddress(end);
  const found = <u32>i8x16.bitmask(i8x16.eq(v128.load(from), wanted)) & laneMask(from, at, end);
  return found != 0 ? <i32>(from + ctz(found)) : -1;
}
