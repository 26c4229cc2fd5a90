import { safeUrl } from "../escape/url.ts";
import { escapeText } from "./escape-text.ts";
import { END, FIRST_MARK, LATE, LENGTH_MASK, RAW, STATIC_SHIFT, URL } from "./op.ts";
import { respell } from "./respell.ts";
import {
  COPY,
  DEEP,
  DEPTH_MAX,
  DONE,
  FULL,
  GROWTH,
  INVALID_URL_ID,
  LENGTH,
  RAWS,
  REPORT_WORDS,
  SLACK,
  TEXT,
  TEXT_AT,
  TEXTS,
  TOP,
  WAIT,
  WAITING_WORDS,
  type Walker,
  WHAT,
  WHY,
  WORD,
  WORDS,
} from "./walker.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function isSafe(url: Uint8Array): boolean {
  const text = decoder.decode(url);
  return safeUrl(text) === text;
}

/** The walker in JavaScript, for runtimes without WebAssembly, and the meaning of assembly/walk.ts. */
export function createScalarWalker(pages: number): Walker {
  const buffer = new ArrayBuffer(pages * 65536);
  const u8 = new Uint8Array(buffer);
  const i32 = new Int32Array(buffer);
  // Indexes of words: the report, the table of statics.
  let report = 0;
  let table = 0;

  function stop(why: number, what: number, length: number, at: number): number {
    i32[report + WHY] = why;
    i32[report + WHAT] = what;
    i32[report + LENGTH] = length;
    return at;
  }

  function resume(out: number, start: number, end: number): number {
    const words = i32[report + WORDS]! >> 2;
    const texts = i32[report + TEXTS]!;
    const bottom = report + REPORT_WORDS;
    const deepest = bottom + DEPTH_MAX * WAITING_WORDS;
    let word = i32[report + WORD]! >> 2;
    let text = i32[report + TEXT_AT]!;
    let top = i32[report + TOP]! >> 2;
    let at = out;

    const keepPlace = (next: number): void => {
      i32[report + WORD] = next << 2;
      i32[report + TEXT_AT] = text;
      i32[report + TOP] = top << 2;
    };

    for (;;) {
      const op = i32[word++]!;
      if (op < 0) {
        if (top === deepest) return stop(DEEP, 0, 0, at);
        i32[top++] = word << 2;
        i32[top++] = text;
        word = words + ~op;
        text = texts + i32[word++]!;
        continue;
      }

      const entry = table + (op >>> STATIC_SHIFT);
      const piece = i32[entry]!;
      const size = i32[entry + 1]! - piece;
      const mark = op & LENGTH_MASK;
      if (at + size + SLACK + (mark < FIRST_MARK ? GROWTH * mark : 0) > end && at !== start) {
        keepPlace(word - 1);
        return stop(FULL, 0, 0, at);
      }
      for (let i = 0; i < size; i++) u8[at + i] = u8[piece + i]!;
      at += size;

      if (mark === 0) {
        if ((op & END) === 0) continue;
        if (top === bottom) return stop(DONE, 0, 0, at);
        text = i32[--top]!;
        word = i32[--top]! >> 2;
      } else if (mark < FIRST_MARK) {
        at = escapeText(u8, text, text + mark, at);
        text += mark;
      } else {
        const length = i32[word++]!;
        if (mark === LATE) {
          keepPlace(word);
          return stop(WAIT, length, 0, at);
        }
        if (mark === RAW) {
          const raw = i32[report + RAWS]! + i32[word++]!;
          if (at + length + SLACK > end) {
            keepPlace(word);
            return stop(COPY, raw, length, at);
          }
          u8.copyWithin(at, raw, raw + length);
          at += length;
          continue;
        }
        const from = text;
        text += length;
        if (mark === URL && !isSafe(u8.subarray(from, text))) {
          const invalid = i32[table + INVALID_URL_ID]!;
          const after = i32[table + INVALID_URL_ID + 1]!;
          u8.copyWithin(at, invalid, after);
          at += after - invalid;
          continue;
        }
        if (at + GROWTH * length + SLACK > end) {
          keepPlace(word);
          return stop(TEXT, from, length, at);
        }
        at = escapeText(u8, from, text, at);
      }
    }
  }

  return {
    executor: "scalar",
    buffer,
    place(reportAt, offsets) {
      report = reportAt >> 2;
      table = offsets >> 2;
    },
    walk(root, words, texts, raws, at, start, end) {
      i32[report + WORDS] = words;
      i32[report + TEXTS] = texts;
      i32[report + RAWS] = raws;
      const word = (words >> 2) + root;
      i32[report + WORD] = (word + 1) << 2;
      i32[report + TEXT_AT] = texts + i32[word]!;
      i32[report + TOP] = (report + REPORT_WORDS) << 2;
      return resume(at, start, end);
    },
    resume,
    escapeText: (from, to, at) => escapeText(u8, from, to, at),
    respell: (word, end, text, offset, isOpen) => respell({ u8, i32 }, word, end, text, offset, isOpen),
  };
}
