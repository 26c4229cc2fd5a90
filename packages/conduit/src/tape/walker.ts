import type { KernelExecutor } from "@watt/electron";

/** Nodes inside nodes. Why a limit: a component that contains itself is found before memory ends. */
export const DEPTH_MAX = 10_000;

/** The record is written. */
export const DONE = 0;
/** The window is full. */
export const FULL = 1;
/** A text is too long for what is left of the window: `WHAT` is its offset, `LENGTH` its bytes. */
export const TEXT = 2;
/** The same of raw bytes. */
export const COPY = 3;
/** An op leaves it to the render what comes here: `WHAT` is its index. */
export const WAIT = 4;
/** More than `DEPTH_MAX` records wait for a child. */
export const DEEP = 5;

/** Words of the report, which stands before the stack: why the walk stopped, and with what. */
export const WHY = 0;
export const WHAT = 1;
export const LENGTH = 2;
/** Where it goes on, as byte offsets: the next word, the text of the open record, the end of the stack. */
export const WORD = 3;
export const TEXT_AT = 4;
export const TOP = 5;
/** Where the areas begin that are read: words, texts, raw bytes. */
export const WORDS = 6;
export const TEXTS = 7;
export const RAWS = 8;
/** Words of the report. */
export const REPORT_WORDS = 16;
/** Words of a record that waits for a child: its next word, and its text. */
export const WAITING_WORDS = 2;

/** The static that stands for a URL that is refused. */
export const INVALID_URL_ID = 1;

/** Bytes that one byte of text may become when it is escaped, and bytes that may be touched behind what is written. */
export const GROWTH = 5;
export const SLACK = 64;

/**
 * What writes records as HTML, in one memory of its own. Offsets are bytes of it, and not checked.
 *
 *     follow ops from the root:
 *       a reference    → remember where we are, go on in the child
 *       anything else  → copy its static, then escape (or copy) its text
 *       END            → go back to who waits
 *
 * One pass, O(bytes written). Allocates nothing and calls nothing, so nothing moves while it runs.
 */
export interface Walker {
  readonly executor: KernelExecutor;
  /** Never detached, never shared. */
  readonly buffer: ArrayBuffer;
  /** Says where the report is, with the stack behind it, and the table of where each static begins. */
  place(report: number, offsets: number): void;
  /**
   * Writes the record `root`, counted in words, into the window [start, end) from `at` on. Answers the offset after the last
   * byte written; the report says whether that was all.
   */
  walk(root: number, words: number, texts: number, raws: number, at: number, start: number, end: number): number;
  /** Goes on where the report says. */
  resume(at: number, start: number, end: number): number;
  /** Escapes the bytes [from, to) to `at`, which has room for `GROWTH` times as many and `SLACK`. */
  escapeText(from: number, to: number, at: number): number;
  /** See respell.ts. 1, or 0 when a letter's two halves are two texts'. */
  respell(word: number, end: number, text: number, offset: number, isOpen: 0 | 1): number;
}
