import { ESCAPE_GROWTH, ESCAPE_SLACK } from "@watt/electron";
import { conduitError } from "../errors.ts";
import { END, LENGTH_MASK, RAW, STATIC_SHIFT } from "./op.ts";
import type { Tape } from "./tape.ts";

/** Nodes inside nodes. Why a limit: a component that contains itself is found before memory ends. */
export const DEPTH_MAX = 10_000;
/** Statics up to this length are copied by a loop (measured: `copyWithin` costs about 20 ns a call). */
const SHORT = 64;
/** Bytes that the loop copies at once. What it writes too many is written over, or lies beyond the end. */
const WORD: number = Int32Array.BYTES_PER_ELEMENT;

// Word and data position of each record that waits for a child to end. Walks run to their end, so one stack serves all.
const waiting = new Int32Array(DEPTH_MAX * 2);

/** Where the walk writes: a window of the tape's memory, and what takes it away when it is full. */
export interface Output {
  /** Offset of the window's first byte. */
  readonly start: number;
  /** Offset after its last byte. */
  readonly end: number;
  /** Takes the bytes from `start` to `at`; the window is free afterwards. */
  flush(at: number): void;
}

/** Where the records of a walk lie: the tape's areas, or a sealed stretch that was put on top of them. */
export interface Records {
  readonly wordBase: number;
  readonly dataBase: number;
}

/**
 * Writes the record at `root`, with all records it refers to, into `output`; returns the offset after the last byte.
 *
 *     follow ops from the root:
 *       a reference    → remember where we are, go on in the child
 *       anything else  → copy its static, then escape (or copy) its text from the data area
 *       END            → go back to who waits
 *
 * One pass, O(bytes written). Allocates nothing by itself; calls no user code, so nothing moves while it runs.
 *
 * @throws WATT_CONDUIT_TOO_DEEP
 */
export function walk(tape: Tape, root: number, records: Records, output: Output): number {
  tape.syncStatics();
  const { u8, i32, view, layout, statics } = tape;
  const { offsets } = statics;
  const staticBase = layout.statics;
  const { wordBase, dataBase } = records;
  let depth = 0;
  let word = wordBase + root;
  let data = dataBase + i32[word++]!;
  let at = output.start;

  for (;;) {
    const op = i32[word++]!;
    if (op < 0) {
      if (depth === waiting.length) throw conduitError("WATT_CONDUIT_TOO_DEEP", { limit: DEPTH_MAX });
      waiting[depth++] = word;
      waiting[depth++] = data;
      word = wordBase + ~op;
      data = dataBase + i32[word++]!;
      continue;
    }

    const id = op >>> STATIC_SHIFT;
    if (id !== 0) {
      const from = staticBase + offsets[id]!;
      const to = staticBase + offsets[id + 1]!;
      if (to - from > SHORT || at + (to - from) + WORD > output.end) {
        at = copy(u8, from, to, at, output);
      } else {
        for (let i = from, o = at; i < to; i += WORD, o += WORD) view.setInt32(o, view.getInt32(i));
        at += to - from;
      }
    }

    const mark = op & LENGTH_MASK;
    if (mark !== 0) {
      const length = mark >= RAW ? i32[word++]! : mark;
      const to = data + length;
      at = mark === RAW ? copy(u8, data, to, at, output) : escape(tape, data, to, at, output);
      data = to;
    }

    if ((op & END) !== 0) {
      if (depth === 0) return at;
      data = waiting[--depth]!;
      word = waiting[--depth]!;
    }
  }
}

/** Copies bytes, in as many pieces as the window needs. */
function copy(u8: Uint8Array, from: number, to: number, at: number, output: Output): number {
  for (;;) {
    const end = Math.min(to, from + (output.end - at));
    u8.copyWithin(at, from, end);
    at += end - from;
    if (end === to) return at;
    output.flush(at);
    at = output.start;
    from = end;
  }
}

/** Escapes bytes, in as many pieces as the window needs. Any split will do: each byte is escaped by itself. */
function escape(tape: Tape, from: number, to: number, at: number, output: Output): number {
  const { space } = tape.layout;
  for (;;) {
    const room = Math.max(0, Math.floor((output.end - at - ESCAPE_SLACK) / ESCAPE_GROWTH));
    const end = Math.min(to, from + room);
    at = space.escapeHtml(from, end, at);
    if (end === to) return at;
    output.flush(at);
    at = output.start;
    from = end;
  }
}
