import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSpace, type KernelExecutor } from "../../src/index.ts";
import { runs } from "../code-of.ts";
import { firstIndex, onlyAscii, wordOrder } from "../oracle/bytes.ts";

const A = 4096;
const B = 16384;
const executors: readonly KernelExecutor[] = ["wasm", "scalar"];

describe.each(executors)("by %s", (executor) => {
  const space = createSpace({ bytes: 65536, executor });
  const { u8 } = space;
  const memoryEnd = u8.length;

  /** Both kernels on two ranges against the order of the oracle, in both directions. */
  function expectOrder(a: number, aLength: number, b: number, bLength: number): void {
    const order: number = wordOrder(u8.subarray(a, a + aLength), u8.subarray(b, b + bLength));
    const got: number[] = [space.compare(a, aLength, b, bLength), space.compare(b, bLength, a, aLength)];
    if (aLength === bLength) got.push(space.equals(a, b, aLength), space.equals(b, a, aLength));
    const same = order === 0 ? 1 : 0;
    const expected = aLength === bLength ? [order, 0 - order, same, same] : [order, 0 - order];
    // One expectation a call: all lengths at all alignments are a lot of them.
    if (got.some((value, i) => value !== expected[i])) expect({ a, aLength, b, bLength, got }).toEqual({ expected });
  }

  function expectFound(start: number, end: number, byte: number): void {
    const got = [space.indexOfByte(start, end, byte), space.isAscii(start, end)];
    const expected = [firstIndex(u8, start, end, byte), onlyAscii(u8.subarray(start, Math.max(start, end))) ? 1 : 0];
    if (got[0] !== expected[0] || got[1] !== expected[1]) expect({ start, end, byte, got }).toEqual({ expected });
  }

  test("every length from 0 to 300 at every alignment, with one byte that differs or none", () => {
    for (let length = 0; length <= 300; length++) {
      for (let align = 0; align < 16; align++) {
        const [a, b] = [A + align, B + ((align * 7 + length) % 16)];
        u8.fill(0x61, A, A + 400);
        u8.fill(0x61, B, B + 400);
        expectOrder(a, length, b, length);
        expectFound(a, a + length, 0xe9);
        if (length === 0) continue;
        const position = (length * 31 + align * 17) % length;
        u8[a + position] = 0xe9;
        expectOrder(a, length, b, length);
        expectFound(a, a + length, 0xe9);
      }
    }
  });

  test("a byte that differs is found at every position, and the first one decides", () => {
    for (let length = 1; length <= 80; length++) {
      for (let position = 0; position < length; position++) {
        u8.fill(0x61, A, A + length);
        u8.fill(0x61, B, B + length);
        u8[A + position] = 0x80;
        u8[B + length - 1] = position === length - 1 ? 0x7f : 0xff;
        expectOrder(A, length, B, length);
        expectFound(A, A + length, 0x80);
      }
    }
  });

  test("each pair of bytes is ordered unsigned, in a vector and alone", () => {
    for (let pair = 0; pair < 65536; pair += 257 * 3 + 1) {
      for (const length of [1, 17]) {
        u8.fill(pair >> 8, A, A + length);
        u8.fill(pair & 255, B, B + length);
        expectOrder(A, length, B, length);
      }
    }
  });

  test("each of the 256 bytes is found, and ASCII or not", () => {
    for (let byte = 0; byte < 256; byte++) {
      for (const length of [1, 16, 40]) {
        u8.fill(byte ^ 1, A, A + length);
        expectFound(A, A + length, byte);
        u8[A + length - 1] = byte;
        expectFound(A, A + length, byte);
      }
    }
  });

  test("lengths that differ are ordered by length when the shorter is a prefix", () => {
    u8.fill(0x61, A, A + 100);
    u8.fill(0x61, B, B + 100);
    for (let one = 0; one <= 70; one++) for (let other = 0; other <= 70; other++) expectOrder(A, one, B, other);
  });

  test("bytes before the start and from the end on have no influence", () => {
    for (let length = 0; length <= 70; length++) {
      u8.fill(0xfe, A - 64, A + 200);
      u8.fill(0xfd, B - 64, B + 200);
      u8.fill(0x61, A, A + length);
      u8.fill(0x61, B, B + length);
      expect([space.indexOfByte(A, A + length, 0xfe), space.isAscii(A, A + length)]).toEqual([-1, 1]);
      expect([space.equals(A, B, length), space.compare(A, length, B, length)]).toEqual([1, 0]);
    }
  });

  test("ranges at both ends of the memory do not trap", () => {
    for (let length = 0; length <= 70; length++) {
      for (const other of [0, 0x62]) {
        u8.fill(0x61, 0, 100);
        u8.fill(0x61, memoryEnd - 100);
        if (length > 0) u8[memoryEnd - 1] = other;
        for (const start of [0, 1, 15]) {
          expectOrder(memoryEnd - length, length, start, length);
          expectOrder(memoryEnd - length, length, start, length >> 1);
          expectFound(start, start + length, 0x62);
        }
        expectFound(memoryEnd - length, memoryEnd, other);
      }
    }
  });

  test("an empty or reversed range holds nothing, and is ASCII", () => {
    u8.fill(0xff, 0, 100);
    for (const [start, end] of [
      [50, 50],
      [50, 20],
      [0, 0],
    ] as const) {
      expect([space.indexOfByte(start, end, 0xff), space.isAscii(start, end)]).toEqual([-1, 1]);
    }
    expect([space.equals(3, 60, 0), space.compare(3, 0, 60, 0)]).toEqual([1, 0]);
  });

  test("random bytes at random places agree with the oracle", () => {
    const some = fc.uint8Array({ maxLength: 400 });
    fc.assert(
      fc.property(some, some, fc.nat(400), fc.nat(40), fc.nat(40), fc.nat(255), (a, tail, cut, i, j, byte) => {
        // Mostly equal: a common beginning, and random ends.
        const b = [...a.subarray(0, cut), ...tail];
        u8.set(a, A + i);
        u8.set(b, B + j);
        expectOrder(A + i, a.length, B + j, b.length);
        expectOrder(A + i, Math.min(a.length, b.length), B + j, Math.min(a.length, b.length));
        expectFound(A + i, A + i + a.length, byte);
        expectFound(A + i, A + i + a.length, a[a.length >> 1] ?? 0);
      }),
      runs(300, 20_000),
    );
  });

  test("only reads", () => {
    const before = u8.slice();
    for (let length = 0; length <= 80; length++) {
      space.indexOfByte(A, A + length, 0x61);
      space.equals(A, B, length);
      space.compare(A, length, B, length + 1);
      space.isAscii(A, A + length);
      space.scanHtml(A, A + length);
    }
    expect(Buffer.compare(u8, before)).toBe(0);
  });
});
