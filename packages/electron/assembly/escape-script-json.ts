import { keep, keepSplat, LANES, matches, memoryEnd, unknownZero } from "./lanes";

// Spellings as little-endian words, with zeros where digits are added.
const LATIN: u64 = 0x30303030755c; // \u00 and two digits
const SEPARATOR: u64 = 0x38323032755c; // \u2028

/**
 * Copies JSON in UTF-8 from [start, end) to `out` with `<`, `>`, `&`, U+2028 and U+2029 spelled `\u003c`, `\u003e`,
 * `\u0026`, `\u2028`, `\u2029`; answers the offset after the last byte written. The regions do not overlap, and `out`
 * has room for 6 * (end - start) + 16 bytes.
 *
 * Freestanding: no static data, no state. One vector at a time, the next one from after the special: there are few in
 * JSON. At the end of the memory, where a vector could reach past it, the vector is one byte.
 *
 * Invariants: every store begins at or before the answer and ends at most 16 bytes after it; every load begins before
 * `end` and ends within the memory.
 */
export function escapeScriptJson(start: usize, end: usize, out: usize): usize {
  if (start >= end) return out;
  const limit = memoryEnd() - LANES;
  // < > & and E2 (-1E as a signed byte), which begins both separators.
  const zero = unknownZero();
  const table = keep(i8x16(0x0f, 0, -0x1e, 0, 0, 0, 0x26, 0, 0, 0, 0, 0, 0x3c, 0, 0x3e, 0), zero);
  const nibbles = keepSplat(0x0f, zero);
  let at = start;
  while (at < end) {
    let width = LANES;
    let v: v128;
    if (at > limit) {
      v = v128.load8_splat(at);
      v128.store8_lane(out, v, 0);
      width = 1;
    } else {
      v = v128.load(at);
      v128.store(out, v);
    }
    const found = matches(v, table, nibbles);
    // A branch: where the next vector lies is not to wait for this mask.
    if (found == 0) {
      at += width;
      out += width;
      continue;
    }
    at += ctz(found);
    out += ctz(found);
    if (at >= end) break;
    const byte = <u32>load<u8>(at);
    if (byte != 0xe2) {
      const digit = byte & 15;
      const digits = ((digit + select<u32>(0x27, 0, digit > 9)) << 8) | (byte >> 4);
      store<u64>(out, LATIN + (<u64>digits << 32));
      at += 1;
      out += 6;
    } else if (end - at > 2 && (load<u16>(at, 1) & 0xfeff) == 0xa880) {
      store<u64>(out, SEPARATOR + (<u64>(load<u8>(at, 2) & 1) << 40));
      at += 3;
      out += 6;
    } else {
      // Is in `out` already.
      at += 1;
      out += 1;
    }
  }
  return out - (at - end);
}
