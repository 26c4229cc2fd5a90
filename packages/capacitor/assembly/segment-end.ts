const LANES: usize = 16;
const SLASH: i32 = 47;

/** A character that is not plain stands in the segment. */
export const ODD: i32 = -2;

/**
 * Where the segment ends that begins at `start`: the next slash or `end`, or `ODD` when something that is not plain stands
 * before it, and `canonical` is not set. Reads up to 15 bytes behind `end`.
 *
 * A character is plain when the bit of its upper half of a byte is set in what the table holds for its lower half.
 *
 * @see W. Mula, D. Lemire, "Faster Base64 Encoding and Decoding Using AVX2 Instructions", for the two look-ups
 */
export function segmentEnd(start: usize, end: usize, canonical: bool): i32 {
  const slashes = i8x16.splat(<i8>SLASH);
  // Upper halves 2 to 7 have bits 0 to 5. What is plain: !$&'()*+,-. 0-9:;= @A-O P-Z_ a-o p-z~
  const lower = i8x16(46, 63, 62, 62, 63, 62, 63, 63, 63, 63, 63, 23, 21, 23, 53, 28);
  const upper = i8x16(0, 0, 1, 2, 4, 8, 16, 32, 0, 0, 0, 0, 0, 0, 0, 0);
  const half = i8x16.splat(15);
  for (let at = start; at < end; at += LANES) {
    const bytes = v128.load(at);
    let stops = <u32>i8x16.bitmask(i8x16.eq(bytes, slashes));
    if (!canonical) {
      const bits = v128.and(
        i8x16.swizzle(lower, v128.and(bytes, half)),
        i8x16.swizzle(upper, i8x16.shr_u(bytes, 4)),
      );
      stops |= <u32>i8x16.bitmask(i8x16.eq(bits, i8x16.splat(0)));
    }
    if (stops == 0) continue;
    const stop = at + ctz(stops);
    if (stop >= end) return <i32>end;
    return load<u8>(stop) == SLASH ? <i32>stop : ODD;
  }
  return <i32>end;
}
