// The five bytes that HTML text and quoted attribute values cannot carry literally: & < > " '

/**
 * Bit i of the answer is set when lane i of `v` is one of the five.
 *
 * The five have five different low nibbles (6, C, E, 2, 7), so one table look-up by low nibble yields the only
 * special byte that a lane could be, and one comparison tells whether it is. No other entry can equal its lane:
 * entry 0 ends in nibble F, the rest end in nibble 0.
 */
export function htmlSpecials(v: v128): u32 {
  const candidates = i8x16(0x0f, 0, 0x22, 0, 0, 0, 0x26, 0x27, 0, 0, 0, 0, 0x3c, 0, 0x3e, 0);
  const lowNibbles = v128.and(v, i8x16.splat(0x0f));
  return <u32>i8x16.bitmask(i8x16.eq(i8x16.swizzle(candidates, lowNibbles), v));
}
