import { END, FIRST_MARK, LENGTH_MASK, LONG, RAW, URL } from "./op";

const CONTINUATION: i8 = -64;
const FOUR_BYTES: u8 = 0xf0;
const BLOCK: u32 = 16;

/**
 * Where text is counted in code units, and its bytes are more: makes bytes of the counts, in the words [word, end) of a tape. The
 * bytes lie from `text` on, which is `offset` bytes behind the start of their area, in the order of the ops. `isOpen` says that a
 * record's ops come first. Answers 1; or 0 when a text ends within a letter of two code units, whose halves are two texts'.
 *
 * A byte that continues no letter stands behind the last text.
 *
 * The twin of `respell` in src/tape/respell.ts.
 */
export function respell(word: usize, end: usize, text: usize, offset: u32, isOpen: bool): bool {
  const base = text - offset;
  let at = text;
  let expectsOp = isOpen;
  while (word < end) {
    if (!expectsOp) {
      store<u32>(word, <u32>(at - base));
      word += 4;
      expectsOp = true;
      continue;
    }
    const op = load<u32>(word);
    word += 4;
    if (<i32>op < 0) continue;
    const length = op & LENGTH_MASK;
    if (length == 0) {
      if ((op & END) != 0) expectsOp = false;
    } else if (length < FIRST_MARK) {
      const after = skipUnits(at, length);
      if (after == 0) return false;
      store<u32>(word - 4, (op & ~LENGTH_MASK) | <u32>(after - at));
      at = after;
    } else if (length == LONG || length == URL) {
      const after = skipUnits(at, load<u32>(word));
      if (after == 0) return false;
      store<u32>(word, <u32>(after - at));
      word += 4;
      at = after;
    } else {
      word += length == RAW ? 8 : 4;
    }
  }
  return true;
}

/** Where `units` code units after `at` end; 0 when that is within a letter. */
function skipUnits(start: usize, count: u32): usize {
  let at = start;
  let units = count;
  // A letter of a block may end behind it: the bytes that continue it belong to no unit of their own.
  // Its last byte may begin a letter of two units.
  while (units > BLOCK) {
    const part = v128.load(at);
    const continued = popcnt(i8x16.bitmask(i8x16.lt_s(part, i8x16.splat(CONTINUATION))));
    const double = popcnt(i8x16.bitmask(i8x16.ge_u(part, i8x16.splat(FOUR_BYTES))));
    units -= BLOCK - <u32>continued + <u32>double;
    at += BLOCK;
  }
  while (units > 0) {
    const byte: u32 = load<u8>(at);
    if ((byte & 0xc0) != 0x80) {
      if (byte >= <u32>FOUR_BYTES) {
        if (units == 1) return 0;
        units--;
      }
      units--;
    }
    at++;
  }
  while ((load<u8>(at) & 0xc0) == 0x80) at++;
  return at;
}
