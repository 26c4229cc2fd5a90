import { keep, keepSplat, LANES, unknownZero } from "@watt/electron/assembly/lanes";
import { escapeText, textTable } from "./escape-text";
import { END, FIRST_MARK, LATE, LENGTH_MASK, RAW, STATIC_SHIFT, URL } from "./op";
import { isSafeUrl } from "./safe-url";
import { writeText } from "./write-text";

export { escapeText };
export { respell } from "./respell";

// Why a walk stopped, and where its report has what: see src/tape/walker.ts.
const DONE: u32 = 0;
const FULL: u32 = 1;
const TEXT: u32 = 2;
const COPY: u32 = 3;
const WAIT: u32 = 4;
const DEEP: u32 = 5;
const INVALID_URL: u32 = 1;

/** Bytes that one byte of text may become, and bytes that may be touched behind them. */
const GROWTH: usize = 5;
const SLACK: usize = 64;
/** A record that waits for a child: the next word, and its text. */
const WAITING: usize = 8;

let report: usize = 0;
let stack: usize = 0;
let stackEnd: usize = 0;
let offsets: usize = 0;

/** Where everything lies: the report of a walk and, 64 bytes behind it, the stack; and where the pieces' addresses are. */
export function place(reportAt: usize, depth: u32, offsetsAt: usize): void {
  report = reportAt;
  stack = reportAt + 64;
  stackEnd = stack + <usize>depth * WAITING;
  offsets = offsetsAt;
}

/** The twin of `walk` in src/tape/scalar-walker.ts: writes the record `root` and what it refers to; answers where it stopped writing. */
export function walk(root: u32, words: usize, texts: usize, raws: usize, at: usize, start: usize, end: usize): usize {
  store<u32>(report, <u32>words, 24);
  store<u32>(report, <u32>texts, 28);
  store<u32>(report, <u32>raws, 32);
  const word = words + (<usize>root << 2);
  keepPlace(word + 4, texts + load<u32>(word), stack);
  return resume(at, start, end);
}

/** Goes on where a walk stopped. Why everything has a local name: V8 loads and stores a global at each use. */
export function resume(out: usize, start: usize, end: usize): usize {
  const zero = unknownZero();
  const table = keep(textTable(), zero);
  const nibbles = keepSplat(0x0f, zero);
  const words: usize = load<u32>(report, 24);
  const texts: usize = load<u32>(report, 28);
  const pieces = offsets;
  const bottom = stack;
  const deepest = stackEnd;
  let word: usize = load<u32>(report, 12);
  let text: usize = load<u32>(report, 16);
  let top: usize = load<u32>(report, 20);
  let at = out;
  while (true) {
    const op = load<u32>(word);
    word += 4;
    if (<i32>op < 0) {
      if (top == deepest) return stop(DEEP, 0, 0, at);
      store<u32>(top, <u32>word);
      store<u32>(top, <u32>text, 4);
      top += WAITING;
      word = words + (<usize>~op << 2);
      text = texts + load<u32>(word);
      word += 4;
      continue;
    }

    const entry = pieces + ((op >>> STATIC_SHIFT) << 2);
    const piece: usize = load<u32>(entry);
    const size: usize = <usize>load<u32>(entry, 4) - piece;
    let length: usize = op & LENGTH_MASK;
    const most = length < FIRST_MARK ? GROWTH * length + size + SLACK : size + SLACK;
    if (at + most > end && at != start) {
      keepPlace(word - 4, text, top);
      return stop(FULL, 0, 0, at);
    }
    for (let i: usize = 0; i < size; i += LANES) v128.store(at + i, v128.load(piece + i));
    at += size;

    if (length == 0) {
      if ((op & END) == 0) continue;
      if (top == bottom) return stop(DONE, 0, 0, at);
      top -= WAITING;
      word = load<u32>(top);
      text = load<u32>(top, 4);
    } else if (length < FIRST_MARK) {
      at = writeText(text, length, at, table, nibbles);
      text += length;
    } else {
      const mark = <u32>length;
      length = load<u32>(word);
      word += 4;
      if (mark == LATE) {
        keepPlace(word, text, top);
        return stop(WAIT, length, 0, at);
      }
      if (mark == RAW) {
        const raw = <usize>load<u32>(report, 32) + load<u32>(word);
        word += 4;
        if (at + length + SLACK > end) {
          keepPlace(word, text, top);
          return stop(COPY, raw, length, at);
        }
        memory.copy(at, raw, length);
        at += length;
        continue;
      }
      const from = text;
      text += length;
      if (mark == URL && !isSafeUrl(from, text)) {
        const invalid: usize = load<u32>(pieces, INVALID_URL << 2);
        const bytes: usize = <usize>load<u32>(pieces, (INVALID_URL + 1) << 2) - invalid;
        memory.copy(at, invalid, bytes);
        at += bytes;
        continue;
      }
      if (at + GROWTH * length + SLACK > end) {
        keepPlace(word, text, top);
        return stop(TEXT, from, length, at);
      }
      at = writeText(from, length, at, table, nibbles);
    }
  }
}

function keepPlace(word: usize, text: usize, top: usize): void {
  store<u32>(report, <u32>word, 12);
  store<u32>(report, <u32>text, 16);
  store<u32>(report, <u32>top, 20);
}

function stop(why: u32, what: usize, length: usize, at: usize): usize {
  store<u32>(report, why);
  store<u32>(report, <u32>what, 4);
  store<u32>(report, <u32>length, 8);
  return at;
}
