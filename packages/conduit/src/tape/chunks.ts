import { ownBytes } from "./own-bytes.ts";
import type { Tape } from "./tape.ts";

/** The output of one render: its last bytes are in a window of the tape's memory, those before were taken away. */
export class Chunks {
  /** Offsets of the window's first byte, and after its last. */
  start: number;
  end: number;
  private readonly tape: Tape;
  private u8: Uint8Array;
  // Why not always: most pages fit into the window, and an array is a fifth of what a short one takes.
  private taken: Uint8Array[] | undefined = undefined;

  constructor(tape: Tape, start: number = tape.layout.window, bytes: number = tape.layout.sizes.window) {
    this.tape = tape;
    this.u8 = tape.u8;
    this.start = start;
    this.end = start + bytes;
  }

  /** True while all the bytes are in the first window. */
  get fits(): boolean {
    return this.taken === undefined;
  }

  /** Takes the bytes up to `at` away. The window is free afterwards, and may be another: the memory may have been replaced. */
  flush(at: number): void {
    if (at > this.start) this.take(this.u8.slice(this.start, at));
    this.u8 = this.tape.u8;
    this.start = this.tape.layout.window;
    this.end = this.start + this.tape.layout.sizes.window;
  }

  /** Appends bytes; returns the offset after the last one in the window. */
  append(bytes: Uint8Array, at: number): number {
    if (at + bytes.length <= this.end) {
      this.u8.set(bytes, at);
      return at + bytes.length;
    }
    this.flush(at);
    this.take(bytes.slice());
    return this.start;
  }

  /** How many chunks were taken away, with the bytes up to `at`: where others can be put between. */
  mark(at: number): number {
    this.flush(at);
    return this.taken?.length ?? 0;
  }

  /** Puts bytes where `mark` was called. */
  insert(mark: number, bytes: Uint8Array): void {
    (this.taken ??= []).splice(mark, 0, bytes);
  }

  /** All bytes up to `at`; the caller owns them. One copy of those in the window, two of the others. */
  join(at: number): Uint8Array {
    if (this.taken === undefined) return ownBytes(this.u8, this.start, at);
    this.flush(at);
    const joined = new Uint8Array(this.taken.reduce((sum, chunk) => sum + chunk.length, 0));
    let to = 0;
    for (const chunk of this.taken) {
      joined.set(chunk, to);
      to += chunk.length;
    }
    return joined;
  }

  private take(bytes: Uint8Array): void {
    (this.taken ??= []).push(bytes);
  }
}
