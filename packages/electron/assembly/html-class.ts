import { matches } from "./lanes";

// The five bytes that HTML text and quoted attribute values cannot carry literally: & < > " '
// They have five different low nibbles: 6, C, E, 2, 7.

/** The table of the five for `matches`. */
// @ts-ignore: decorator
@inline
export function htmlTable(): v128 {
  return i8x16(0x0f, 0, 0x22, 0, 0, 0, 0x26, 0x27, 0, 0, 0, 0, 0x3c, 0, 0x3e, 0);
}

/** Bit i of the answer is set when lane i of `v` is one of the five. In a loop `matches` with kept tables is faster. */
// @ts-ignore: decorator
@inline
export function htmlSpecials(v: v128): u32 {
  return matches(v, htmlTable(), i8x16.splat(0x0f));
}
