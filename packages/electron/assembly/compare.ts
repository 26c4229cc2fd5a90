import { LANES, memoryEnd } from "./lanes";

/**
 * -1, 0 or 1: order by the first byte that differs, unsigned; when none does, by length.
 *
 * Freestanding: loads nothing past the memory, writes nothing, keeps no state.
 */
export function compare(a: usize, aLength: usize, b: usize, bLength: usize): i32 {
  const length = min(aLength, bLength);
  const limit = memoryEnd() - LANES;
  for (let at: usize = 0; at < length;) {
    let same: u32;
    let width: usize = 1;
    if (max(a, b) + at > limit) {
      // The last bytes of a memory, where a vector could reach past it.
      same = u32(load<u8>(a + at) == load<u8>(b + at));
    } else {
      same = <u32>i8x16.bitmask(i8x16.eq(v128.load(a + at), v128.load(b + at)));
      width = LANES;
    }
    if (same + 1 != 1 << <u32>width) {
      at += ctz(~same);
      if (at < length) return order(load<u8>(a + at), load<u8>(b + at));
      break;
    }
    at += width;
  }
  return order(aLength, bLength);
}

// @ts-ignore: decorator
@inline
export function order(a: usize, b: usize): i32 {
  return i32(a > b) - i32(a < b);
}
