import { END, FIRST_MARK, LENGTH_MASK, LONG, RAW, URL } from "./op.ts";

/**
 * Where text is counted in code units, and its bytes are more: makes bytes of the counts, in the ops of a tape from byte `word` to
 * byte `end`. The bytes lie from `text` on, which is `offset` bytes behind the start of their area, in the order of the ops.
 * `isOpen` says that ops of a record come first. Answers 1; or 0 when a text ends within a letter of two code units, whose
 * halves are two texts': then some counts are bytes already.
 *
 * A byte that continues no letter stands behind the last text.
 */
export function respell(
  { buffer }: Memory,
  word: number,
  end: number,
  text: number,
  offset: number,
  isOpen: 0 | 1,
): 0 | 1 {
  const u8 = new Uint8Array(buffer);
  const i32 = new Int32Array(buffer);
  let at = text;
  let expectsOp = isOpen === 1;
  for (let i = word >> 2; i < end >> 2; i++) {
    if (!expectsOp) {
      i32[i] = at - text + offset;
      expectsOp = true;
      continue;
    }
    const op = i32[i]!;
    if (op < 0) continue;
    const length = op & LENGTH_MASK;
    if (length === 0) {
      expectsOp = (op & END) === 0;
    } else if (length < FIRST_MARK) {
      const after = skipUnits(u8, at, length);
      if (after === 0) return 0;
      i32[i] = (op & ~LENGTH_MASK) | (after - at);
      at = after;
    } else if (length === LONG || length === URL) {
      const after = skipUnits(u8, at, i32[++i]!);
      if (after === 0) return 0;
      i32[i] = after - at;
      at = after;
    } else {
      i += length === RAW ? 2 : 1;
    }
  }
  return 1;
}

/** A memory. */
export interface Memory {
  readonly buffer: ArrayBuffer;
}

const isContinued = (byte: number): boolean => (byte & 0xc0) === 0x80;
const FOUR_BYTES = 0xf0;

/** Where `count` code units after `start` end; 0 when that is within a letter. */
function skipUnits(u8: Uint8Array, start: number, count: number): number {
  let at = start;
  for (let units = count; units > 0; at++) {
    const byte = u8[at]!;
    if (isContinued(byte)) continue;
    units -= byte >= FOUR_BYTES ? 2 : 1;
    if (units < 0) return 0;
  }
  while (isContinued(u8[at]!)) at++;
  return at;
}

/** What encodes one text by itself: code units [start, start + length) of it, to `at`; answers the bytes. */
export interface ApartWriter {
  write(start: number, length: number, at: number): number;
}

/**
 * The same text by text, where one ends within a letter of two code units: each half becomes U+FFFD. The words are indexes; answers
 * the bytes of all.
 */
export function respellApart(
  { i32 }: { readonly i32: Int32Array },
  word: number,
  end: number,
  offset: number,
  isOpen: 0 | 1,
  writer: ApartWriter,
): number {
  let units = 0;
  let bytes = 0;
  const spell = (length: number): number => {
    const written = writer.write(units, length, bytes);
    units += length;
    bytes += written;
    return written;
  };
  let expectsOp = isOpen === 1;
  for (let i = word; i < end; i++) {
    const op = i32[i]!;
    if (!expectsOp) {
      i32[i] = offset + bytes;
      expectsOp = true;
      continue;
    }
    if (op < 0) continue;
    const length = op & LENGTH_MASK;
    if (length === 0) expectsOp = (op & END) === 0;
    else if (length < FIRST_MARK) i32[i] = (op & ~LENGTH_MASK) | spell(length);
    else if (length === LONG || length === URL) i32[++i] = spell(i32[i]!);
    else i += length === RAW ? 2 : 1;
  }
  return bytes;
}
