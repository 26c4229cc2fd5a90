import { type WasmMemory, type WasmModule, webAssembly } from "./web-assembly.ts";

/**
 * The kernels, bound to one memory: what `assembly/kernels.ts` exports, or the scalar twins. Both give the same bytes.
 *
 * Offsets and lengths are bytes, in the memory, below 2^31, and not checked. A range [start, end) with start >= end is
 * empty. Bytes outside of a range have no influence. No kernel allocates. One thread at a time.
 */
export interface Kernels {
  /** Offset of the first `byte` (0 to 255) in [start, end), or -1. */
  readonly indexOfByte: (start: number, end: number, byte: number) => number;
  /** 1 when the `length` bytes at `a` and at `b` are the same, else 0. */
  readonly equals: (a: number, b: number, length: number) => number;
  /** -1, 0 or 1: order by the first byte that differs, unsigned; when none does, by length. */
  readonly compare: (a: number, aLength: number, b: number, bLength: number) => -1 | 0 | 1;
  /** 1 when all of [start, end) is below 128, else 0. */
  readonly isAscii: (start: number, end: number) => number;
  /**
   * Copies [start, end) to `out` with A to Z in lower case, and nothing else changed. `out` may be `start`; otherwise
   * the regions do not overlap. Touches nothing outside of the copy.
   *
   * @returns the offset after the last byte written.
   */
  readonly lowerAscii: (start: number, end: number, out: number) => number;
  /** Offset of the first of `& < > " '` in [start, end), or -1. */
  readonly scanHtml: (start: number, end: number) => number;
  /**
   * Copies [start, end) to `out` with the five spelled `&amp; &lt; &gt; &#34; &#39;`.
   *
   * Needs ESCAPE_GROWTH * (end - start) + ESCAPE_SLACK bytes at `out`, apart from [start, end). At most that many are
   * touched, and at most ESCAPE_SLACK after the end that it returns.
   *
   * @returns the offset after the last byte written.
   */
  readonly escapeHtml: (start: number, end: number, out: number) => number;
  /**
   * Copies JSON in UTF-8 from [start, end) to `out` so that it can stand inside of `<script>`: `<`, `>`, `&`, U+2028
   * and U+2029 are spelled `\u003c`, `\u003e`, `\u0026`, `\u2028`, `\u2029`. Stays the same JSON value.
   *
   * Needs ESCAPE_SCRIPT_GROWTH * (end - start) + ESCAPE_SLACK bytes at `out`, apart from [start, end). At most that
   * many are touched, and at most ESCAPE_SLACK after the end that it returns. A separator cut by `end` is copied as it
   * is: who splits text into pieces splits it between letters.
   *
   * @returns the offset after the last byte written.
   */
  readonly escapeScriptJson: (start: number, end: number, out: number) => number;
  /**
   * Stores the bits of `bytes` bytes at `a` and at `b`, combined by AND, at `out`, which may be `a` or `b`, and overlaps
   * them in no other way. All four are multiples of 4.
   */
  readonly bitAnd: (a: number, b: number, out: number, bytes: number) => void;
  /** The same by OR. */
  readonly bitOr: (a: number, b: number, out: number, bytes: number) => void;
  /** How many bits are set in the `bytes` bytes at `start`. Both are multiples of 4. */
  readonly popcount: (start: number, bytes: number) => number;
  /**
   * XXH64 of the `before` bytes that earlier calls with the same `state` and seed have read, then [start, end). `before`
   * is 0 or, after calls for parts of one long input, their length, a multiple of 32.
   *
   * Uses the 40 bytes at `state`, apart from [start, end); the last 8 are the digest, little-endian. The seed is two
   * halves of 32 bits.
   *
   * @returns the low half of the digest as a signed integer: `>>> 0` makes it unsigned.
   */
  readonly xxh64: (
    start: number,
    end: number,
    state: number,
    before: number,
    seedLow: number,
    seedHigh: number,
  ) => number;
}

/** Binds the kernels to a memory. Each memory has its own instance: the kernels keep no state. */
export function bindKernels(module: WasmModule, memory: WasmMemory): Kernels {
  const host = webAssembly();
  // Safety: a module exists only where the host does, and it exports what assembly/kernels.ts does.
  const instance = new (host as NonNullable<typeof host>).Instance(module, { env: { memory } });
  return instance.exports as unknown as Kernels;
}
