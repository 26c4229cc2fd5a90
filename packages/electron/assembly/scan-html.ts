import { htmlTable } from "./html-class";
import { keep, keepSplat, laneMask, LANES, matches, tailAddress, unknownZero } from "./lanes";

/**
 * Offset of the first of `& < > " '` in [start, end), or -1.
 *
 * Freestanding: reads only [max(0, start - 15), end) or, when end < 16, [0, 16); writes nothing, keeps no state.
 */
export function scanHtml(start: usize, end: usize): i32 {
  const zero = unknownZero();
  const table = keep(htmlTable(), zero);
  const nibbles = keepSplat(0x0f, zero);
  let at = start;
  while (at + LANES <= end) {
    const found = matches(v128.load(at), table, nibbles);
    if (found != 0) return <i32>(at + ctz(found));
    at += LANES;
  }
  if (at >= end) return -1;
  const from = tailAddress(end);
  const found = matches(v128.load(from), table, nibbles) & laneMask(from, at, end);
  return found != 0 ? <i32>(from + ctz(found)) : -1;
}
