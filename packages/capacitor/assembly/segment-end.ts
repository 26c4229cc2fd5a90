import { oddBytes } from "./plain";

const LANES: usize = 16;
const SLASH: i32 = 47;

/** A character that is not plain stands in the segment. */
export const ODD: i32 = -2;

/**
 * Where the segment ends that begins at `start`: the next slash or `end`, or `ODD` when something that is not plain stands
 * before it, and `canonical` is not set. Reads up to 15 bytes behind `end`.
 */
export function segmentEnd(start: usize, end: usize, canonical: bool): i32 {
  const slashes = i8x16.splat(<i8>SLASH);
  for (let at = start; at < end; at += LANES) {
    const bytes = v128.load(at);
    let stops = <u32>i8x16.bitmask(i8x16.eq(bytes, slashes));
    if (!canonical) stops |= oddBytes(bytes);
    if (stops == 0) continue;
    const stop = at + ctz(stops);
    if (stop >= end) return <i32>end;
    return load<u8>(stop) == SLASH ? <i32>stop : ODD;
  }
  return <i32>end;
}
