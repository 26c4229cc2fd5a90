import type { Tape } from "./tape.ts";
import type { Output } from "./walk.ts";

/** The output of one render: its last bytes are in a window of the tape's memory, those before were taken away. */
export class Chunks implements Output {
  readonly start: number;
  readonly end: number;
  private readonly u8: Uint8Array;
  private readonly taken: Uint8Array[] = [];

  constructor(tape: Tape, start: number, bytes: number) {
    this.u8 = tape.u8;
    this.start = start;
    this.end = start + bytes;
  }

  /** True while all the bytes are in the window. */
  get fits(): boolean {
    return this.taken.length === 0;
  }

  flush(at: number): void {
    this.taken.push(this.u8.slice(this.start, at));
  }

  /** All bytes up to `at`; the caller owns them. One copy of those in the window, two of the others. */
  join(at: number): Uint8Array {
    if (this.fits) return this.u8.slice(this.start, at);
    this.flush(at);
    const joined = new Uint8Array(this.taken.reduce((sum, chunk) => sum + chunk.length, 0));
    let to = 0;
    for (const chunk of this.taken) {
      joined.set(chunk, to);
      to += chunk.length;
    }
    return joined;
  }
}
