import { blockMask, copyHalf } from "@watt/electron/assembly/escape-html";
import {
  spelling,
  spellingClasses,
  spellingGrowth,
  spellingLetters,
  spellingMiddle,
  spellingOrder,
} from "@watt/electron/assembly/html-spelling";
import { keep, keepSplat, unknownZero } from "@watt/electron/assembly/lanes";

const BLOCK: usize = 64;
const CR: u32 = 13;

/** The five specials of HTML, and what does not survive a parser: CR, and NUL in the entry of its own nibble. */
// @ts-ignore: decorator
@inline
export function textTable(): v128 {
  return i8x16(0, 0, 0x22, 0, 0, 0, 0x26, 0x27, 0, 0, 0, 0, 0x3c, 0x0d, 0x3e, 0);
}

/**
 * Copies [start, end) to `out` with the five specials spelled `&amp; &lt; &gt; &#34; &#39;`, CR as `&#13;` and NUL as U+FFFD;
 * answers the offset after the last byte written. `out` has room for 5 * (end - start) + 64 bytes, and 64 bytes behind
 * `end` can be read.
 *
 * The same as electron's `escapeHtml`, where the way of it is explained, with two more specials: rare, so a branch.
 */
export function escapeText(start: usize, end: usize, out: usize): usize {
  if (start >= end) return out;
  const zero = unknownZero();
  const table = keep(textTable(), zero);
  const nibbles = keepSplat(0x0f, zero);
  const middle = keep(spellingMiddle(), zero);
  const order = keep(spellingOrder(), zero);
  const classes = keep(spellingClasses(), zero);
  const letters = keep(spellingLetters(), zero);
  // What is at `at` goes to `at + shift`.
  let shift = out - start;
  let at = start;
  let next = blockMask(at, table, nibbles);
  while (true) {
    let found = next;
    const left = end - at;
    if (left > BLOCK) next = blockMask(at + BLOCK, table, nibbles);
    else found &= u64.MAX_VALUE >> (BLOCK - left);
    copyHalf(at, at + shift);
    copyHalf(at + 32, at + 32 + shift);
    while (found != 0) {
      const special = at + <usize>ctz(found);
      found &= found - 1;
      const byte: u32 = load<u8>(special);
      if (byte > CR) {
        v128.store64_lane(special + shift, spelling(v128.load8_splat(special), middle, order, classes, letters), 0);
        shift += spellingGrowth(special);
      } else if (byte == CR) {
        store<u32>(special + shift, 0x33312326); // &#13
        store<u8>(special + shift, 0x3b, 4); // ;
        shift += 4;
      } else {
        store<u32>(special + shift, 0xbdbfef); // U+FFFD
        shift += 2;
      }
      const after = special + 1;
      copyHalf(after, after + shift);
      if (<usize>ctz(found) > after + 32 - at) copyHalf(after + 32, after + 32 + shift);
    }
    at += BLOCK;
    if (at >= end) return end + shift;
  }
}
