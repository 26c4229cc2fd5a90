import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  compare,
  equals,
  escapeScriptJsonBytes,
  indexOfByte,
  isAscii,
  type KernelExecutor,
  lowerAscii,
  scanHtmlBytes,
  useKernelExecutor,
} from "../../src/index.ts";
import { runs } from "../code-of.ts";
import { firstIndex, lower, onlyAscii, wordOrder } from "../oracle/bytes.ts";
import { escapeScriptBytes } from "../oracle/script-json.ts";

// Around the sizes from which the forms change their way, and around the blocks that they copy.
const lengths = [0, 1, 31, 32, 33, 63, 64, 65, 127, 128, 129, 511, 512, 513, 16383, 16384, 16385, 40_000];

// No period divides a block: a byte of another block is another byte.
const wholeAlphabet = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 7) % 127);

function positionsIn(length: number): number[] {
  const wanted = [0, 1, length >> 1, 16383, 16384, 32768, length - 2, length - 1];
  return [...new Set(wanted)].filter((position) => position >= 0 && position < length);
}

interface Way {
  readonly executor: KernelExecutor;
  readonly native: boolean;
}

const ways: readonly Way[] = [
  { executor: "wasm", native: true },
  { executor: "wasm", native: false },
  { executor: "scalar", native: true },
  { executor: "scalar", native: false },
];

describe.each(ways)("by $executor, with Node's Buffer: $native", ({ executor, native }) => {
  beforeAll(() => {
    useKernelExecutor(executor);
  });
  afterAll(() => {
    useKernelExecutor(undefined);
  });

  /** `run` as in a runtime that has a `Buffer` or has none. */
  function inRuntime<T>(run: () => T): T {
    if (native) return run();
    vi.stubGlobal("Buffer", undefined);
    try {
      return run();
    } finally {
      vi.unstubAllGlobals();
    }
  }

  test.each(lengths)("%i bytes are searched, wherever the byte stands, and in the range only", (length) => {
    const bytes = new Uint8Array(length + 8).fill(0x61);
    bytes[length] = 0xe9;
    expect([indexOfByte(bytes, 0xe9, 0, length), indexOfByte(bytes, 0xe9), indexOfByte(bytes, 0xea)]).toEqual([
      -1,
      length,
      -1,
    ]);
    for (const position of positionsIn(length)) {
      bytes[position] = 0xe9;
      expect(indexOfByte(bytes, 0xe9)).toBe(position);
      expect(indexOfByte(bytes, 0xe9, position + 1)).toBe(firstIndex(bytes, position + 1, bytes.length, 0xe9));
      expect(indexOfByte(bytes, 0xe9, 0, position)).toBe(-1);
      bytes[position] = 0x61;
    }
  });

  test("a range beyond the array is cut to it", () => {
    const bytes = new Uint8Array(100).fill(0x61);
    // What an earlier call left in the scratch space is not found.
    indexOfByte(new Uint8Array(300).fill(0x3c), 0x3d);
    expect([indexOfByte(bytes, 0x3c, -50, 300), scanHtmlBytes(bytes, -50, 300)]).toEqual([-1, -1]);
    expect([indexOfByte(bytes, 0x61, -50, 300), indexOfByte(bytes, 0x61, 200, 300)]).toEqual([0, -1]);
    expect([indexOfByte(bytes, 0x61, 50, 20), scanHtmlBytes(bytes, 200)]).toEqual([-1, -1]);
  });

  test.each(lengths)("%i bytes are compared, whichever byte differs", (length) => {
    const [a, b] = [wholeAlphabet(length), wholeAlphabet(length)];
    const both = (): unknown => inRuntime(() => [compare(a, b), compare(b, a), equals(a, b), equals(b, a)]);
    expect(both()).toEqual([0, 0, true, true]);
    for (const position of positionsIn(length)) {
      a[position] = 0xff;
      // Later bytes do not decide.
      if (position < length - 1) b[length - 1] = 0xff;
      expect(both()).toEqual([1, -1, false, false]);
      a[position] = b[position] as number;
      b[length - 1] = a[length - 1] as number;
    }
  });

  test.each(lengths)("%i bytes come before themselves and one more", (length) => {
    const [a, b] = [wholeAlphabet(length), wholeAlphabet(length + 1)];
    expect(inRuntime(() => [compare(a, b), compare(b, a), equals(a, b)])).toEqual([-1, 1, false]);
  });

  test.each(lengths)("%i bytes are ASCII until one is not", (length) => {
    const bytes = wholeAlphabet(length);
    expect(isAscii(bytes)).toBe(true);
    for (const position of positionsIn(length)) {
      bytes[position] = 0x80;
      expect(isAscii(bytes)).toBe(false);
      bytes[position] = 0x7f;
    }
  });

  test.each(lengths)("%i bytes are mapped into an array of their own", (length) => {
    const bytes = Uint8Array.from({ length }, (_, i) => i % 251);
    const before = bytes.slice();
    const [lowered, escaped] = [lowerAscii(bytes), escapeScriptJsonBytes(bytes)];
    expect(Buffer.compare(lowered, lower(bytes))).toBe(0);
    expect(Buffer.compare(escaped, escapeScriptBytes(bytes))).toBe(0);
    expect(Buffer.compare(bytes, before)).toBe(0);
    for (const copy of [lowered, escaped]) {
      expect([copy.buffer === bytes.buffer, copy.byteLength === copy.buffer.byteLength]).toEqual([false, true]);
    }
  });

  test("a separator across two blocks is escaped", () => {
    for (let at = 16384 - 4; at <= 16384 + 1; at++) {
      for (const sequence of [[0xe2, 0x80, 0xa8], [0xe2, 0x80, 0xa7], [0xe2], [0xe2, 0xe2, 0x80, 0xa9]]) {
        const bytes = new Uint8Array(40_000).fill(0x61);
        bytes.set(sequence, at);
        expect(Buffer.compare(escapeScriptJsonBytes(bytes), escapeScriptBytes(bytes))).toBe(0);
      }
    }
  });

  test("random bytes agree with the oracles", () => {
    const some = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(some, some, fc.nat(255), fc.nat(100), (prefix, tail, byte, start) => {
        const [a, b] = [Uint8Array.from([...prefix, ...tail]), Uint8Array.from([...prefix, ...tail.toReversed()])];
        expect(inRuntime(() => [compare(a, b), compare(prefix, a), equals(a, b)])).toEqual([
          wordOrder(a, b),
          wordOrder(prefix, a),
          wordOrder(a, b) === 0,
        ]);
        expect(indexOfByte(a, byte, start)).toBe(firstIndex(a, start, a.length, byte));
        expect(isAscii(a)).toBe(onlyAscii(a));
        expect([...lowerAscii(a)]).toEqual([...lower(a)]);
      }),
      runs(150, 10_000),
    );
  });
});

test("views into a larger buffer are taken as themselves", () => {
  const view = Uint8Array.from({ length: 300 }, () => 0x41).subarray(100, 200);
  expect([indexOfByte(view, 0x41), indexOfByte(view, 0x42), isAscii(view)]).toEqual([0, -1, true]);
  expect([...lowerAscii(view)]).toEqual(Array.from({ length: 100 }, () => 0x61));
  expect([compare(view, view.subarray(0, 99)), equals(view, view.slice())]).toEqual([1, true]);
});
