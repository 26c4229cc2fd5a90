import { keepSplat, LANES, unknownZero } from "./lanes";

/**
 * Copies [start, end) to `out` with A to Z in lower case; answers the offset after the last byte written. `out` may be
 * `start`; otherwise the regions do not overlap.
 *
 * Freestanding: reads only [start, end), writes only the copy, keeps no state.
 */
export function lowerAscii(start: usize, end: usize, out: usize): usize {
  const zero = unknownZero();
  const first = keepSplat(0x41, zero);
  const letters = keepSplat(26, zero);
  const difference = keepSplat(0x20, zero);
  let at = start;
  while (at + LANES <= end) {
    const v = v128.load(at);
    const upper = i8x16.lt_u(i8x16.sub(v, first), letters);
    v128.store(out, v128.or(v, v128.and(upper, difference)));
    at += LANES;
    out += LANES;
  }
  while (at < end) {
    const byte = <u32>load<u8>(at);
    store<u8>(out, byte | (u32(byte - 0x41 < 26) << 5));
    ++at;
    ++out;
  }
  return out;
}
