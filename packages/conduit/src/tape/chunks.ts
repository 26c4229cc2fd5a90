import type { Tape } from "./tape.ts";

/** The output of one render: its last bytes are in a window of the tape's memory, those before were taken away. */
export class Chunks {
  /** Offsets of the window's first byte, and after its last. */
  start: number;
  end: number;
  private readonly tape: Tape;
  private u8: Uint8Array;
  private readonly taken: Uint8Array[] = [];

  constructor(tape: Tape, start: number = tape.layout.window, bytes: number = tape.layout.sizes.window) {
    this.tape = tape;
    this.u8 = tape.u8;
    this.start = start;
    this.end = start + bytes;
  }

  /** Takes the bytes up to `at` away. The window is free afterwards, and may be another: the memory may have been replaced. */
  flush(at: number): void {
    if (at > this.start) this.taken.push(this.u8.slice(this.start, at));
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
    this.taken.push(bytes.slice());
    return this.start;
  }

  /** Where `at` is in the whole output. */
  position(at: number): Position {
    return { chunk: this.taken.length, offset: at - this.start };
  }

  /** All bytes up to `at`; the caller owns them. One copy of those in the window, two of the others. */
  join(at: number): Uint8Array {
    if (this.taken.length === 0) return this.u8.slice(this.start, at);
    this.flush(at);
    return concat(this.taken);
  }

  /** The same with other bytes from one position to another. */
  joinWith(at: number, from: Position, to: Position, bytes: Uint8Array): Uint8Array {
    this.flush(at);
    const { taken } = this;
    const part = ({ chunk }: Position): Uint8Array => taken[chunk] ?? new Uint8Array();
    const before = [...taken.slice(0, from.chunk), part(from).subarray(0, from.offset)];
    return concat([...before, bytes, part(to).subarray(to.offset), ...taken.slice(to.chunk + 1)]);
  }
}

/** A place in an output: how many chunks come before, and how many bytes of the next. */
export interface Position {
  readonly chunk: number;
  readonly offset: number;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let to = 0;
  for (const part of parts) {
    joined.set(part, to);
    to += part.length;
  }
  return joined;
}
