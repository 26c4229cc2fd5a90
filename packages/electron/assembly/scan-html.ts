import { htmlSpecials } from "./html-class";
import { LANES, tailAddress } from "./lanes";

/**
 * Offset of the first of `& < > " '` in [start, end), or -1.
 *
 * Freestanding: reads only [max(0, start - 15), end) or, when end < 16, [0, 16); writes nothing, keeps no state.
 */
export function scanHtml(start: usize, end: usize): i32 {
  let at = start;
  while (at + LANES <= end) {
    const found = htmlSpecials(v128.load(at));
    if (found != 0) return <i32>(at + ctz(found));
    at += LANES;
  }
  if (at >= end) return -1;
  const from = tailAddress(end);
  // Lanes before `at` are shifted out, lanes from `end` on are masked off: neither can answer.
  const found = (htmlSpecials(v128.load(from)) >> <u32>(at - from)) & ((1 << <u32>(end - at)) - 1);
  return found != 0 ? <i32>(at + ctz(found)) : -1;
}
