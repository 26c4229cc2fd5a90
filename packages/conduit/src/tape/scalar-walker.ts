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

const PAGE = 65536;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The walker in JavaScript, for runtimes without WebAssembly, and the meaning of assembly/walk.ts. */
export class ScalarWalker implements Walker {
  readonly executor = "scalar";
  readonly buffer: ArrayBuffer;
  private readonly u8: Uint8Array;
  private readonly i32: Int32Array;
  // Indexes of words: the report, the table of statics.
  private report = 0;
  private table = 0;
  // Where the walk is: the next word, the next text, the end of the stack; where it writes.
  private word = 0;
  private text = 0;
  private top = 0;
  private at = 0;

  constructor(pages: number) {
    this.buffer = new ArrayBuffer(pages * PAGE);
    this.u8 = new Uint8Array(this.buffer);
    this.i32 = new Int32Array(this.buffer);
  }

  place(report: number, offsets: number): void {
    this.report = report >> 2;
    this.table = offsets >> 2;
  }

  walk(root: number, words: number, texts: number, raws: number, at: number, start: number, end: number): number {
    const { i32, report } = this;
    i32[report + WORDS] = words;
    i32[report + TEXTS] = texts;
    i32[report + RAWS] = raws;
    const word = (words >> 2) + root;
    i32[report + WORD] = (word + 1) << 2;
    i32[report + TEXT_AT] = texts + i32[word]!;
    i32[report + TOP] = (report + REPORT_WORDS) << 2;
    return this.resume(at, start, end);
  }

  resume(at: number, start: number, end: number): number {
    const { i32, report } = this;
    this.word = i32[report + WORD]! >> 2;
    this.text = i32[report + TEXT_AT]!;
    this.top = i32[report + TOP]! >> 2;
    this.at = at;
    let goesOn = true;
    while (goesOn) goesOn = this.step(start, end);
    i32[report + WORD] = this.word << 2;
    i32[report + TEXT_AT] = this.text;
    i32[report + TOP] = this.top << 2;
    return this.at;
  }

  escapeText(from: number, to: number, at: number): number {
    return escapeText(this.u8, from, to, at);
  }

  respell(word: number, end: number, text: number, offset: number, isOpen: 0 | 1): number {
    return respell(this, word, end, text, offset, isOpen);
  }

  /** Follows one op. False when the walk stops. */
  private step(start: number, end: number): boolean {
    const op = this.i32[this.word++]!;
    if (op < 0) return this.enter(op);
    const entry = this.table + (op >>> STATIC_SHIFT);
    const piece = this.i32[entry]!;
    const size = this.i32[entry + 1]! - piece;
    const mark = op & LENGTH_MASK;
    if (this.at + size + SLACK + (mark < FIRST_MARK ? GROWTH * mark : 0) > end && this.at !== start) {
      this.word--;
      return this.stop(FULL);
    }
    for (let i = 0; i < size; i++) this.u8[this.at + i] = this.u8[piece + i]!;
    this.at += size;
    if (mark >= FIRST_MARK) return this.follow(mark, this.i32[this.word++]!, end);
    if (mark > 0) return this.write(mark);
    return (op & END) === 0 || this.leave();
  }

  private enter(op: number): boolean {
    const { i32, report } = this;
    if (this.top === report + REPORT_WORDS + DEPTH_MAX * WAITING_WORDS) return this.stop(DEEP);
    i32[this.top++] = this.word << 2;
    i32[this.top++] = this.text;
    this.word = (i32[report + WORDS]! >> 2) + ~op;
    this.text = i32[report + TEXTS]! + i32[this.word++]!;
    return true;
  }

  private leave(): boolean {
    if (this.top === this.report + REPORT_WORDS) return this.stop(DONE);
    this.text = this.i32[--this.top]!;
    this.word = this.i32[--this.top]! >> 2;
    return true;
  }

  private follow(mark: number, length: number, end: number): boolean {
    if (mark === LATE) return this.stop(WAIT, length);
    if (mark === RAW) {
      const from = this.i32[this.report + RAWS]! + this.i32[this.word++]!;
      return this.at + length + SLACK > end ? this.stop(COPY, from, length) : this.copy(from, length);
    }
    const from = this.text;
    if (mark === URL && !this.isSafe(from, length)) {
      this.text += length;
      const invalid = this.i32[this.table + INVALID_URL_ID]!;
      return this.copy(invalid, this.i32[this.table + INVALID_URL_ID + 1]! - invalid);
    }
    if (this.at + GROWTH * length + SLACK <= end) return this.write(length);
    this.text += length;
    return this.stop(TEXT, from, length);
  }

  private write(length: number): boolean {
    this.at = escapeText(this.u8, this.text, this.text + length, this.at);
    this.text += length;
    return true;
  }

  private copy(from: number, length: number): boolean {
    this.u8.copyWithin(this.at, from, from + length);
    this.at += length;
    return true;
  }

  private isSafe(from: number, length: number): boolean {
    const url = decoder.decode(this.u8.subarray(from, from + length));
    return safeUrl(url) === url;
  }

  private stop(why: number, what = 0, length = 0): false {
    this.i32[this.report + WHY] = why;
    this.i32[this.report + WHAT] = what;
    this.i32[this.report + LENGTH] = length;
    return false;
  }
}
