/** A few 32-bit words that threads read and write as one value: never half of one write and half of another. */
export interface Cell {
  /** 32-bit words of the value. */
  readonly length: number;
  /** What another thread needs for the static `from`. */
  readonly memory: SharedArrayBuffer;

  /** Copies the value to the first `length` words of `target`. False, and `target` undefined, when it may not now. */
  tryRead(target: Int32Array): boolean;
  /** Sets the value to the first `length` words of `source`. False, and nothing written, when it may not now. */
  tryWrite(source: Int32Array): boolean;
  /** `tryRead`, blocking for at most `timeout` milliseconds. @defaultValue Infinity */
  read(target: Int32Array, timeout?: number): boolean;
  /** `tryWrite`, blocking for at most `timeout` milliseconds. @defaultValue Infinity */
  write(source: Int32Array, timeout?: number): boolean;
}

/** What a cell is made of. */
export interface CellOptions {
  /** 32-bit words of the value, from 1 to 2^20. */
  readonly words: number;
}
