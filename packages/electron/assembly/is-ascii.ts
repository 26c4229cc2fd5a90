import { LANES, laneMask, tailAddress } from "./lanes";

/**
 * Whether all of [start, end) is below 128.
 *
 * Freestanding: reads only [max(0, start - 15), end) or, when end < 16, [0, 16); writes nothing, keeps no state.
 */
export function isAscii(start: usize, end: usize): bool {
  let at = start;
  while (at + LANES <= end) {
    if (i8x16.bitmask(v128.load(at)) != 0) return false;
    at += LANES;
  }
  if (at >= end) return true;
  const from = tailAddress(end);
  return (<u32>i8x16.bitmask(v128.load(from)) & laneMask(from, at, end)) == 0;
}
