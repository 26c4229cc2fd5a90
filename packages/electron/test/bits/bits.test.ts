import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  alignUp,
  createSpace,
  ctz32,
  isPowerOfTwo,
  type KernelExecutor,
  log2Ceil,
  nextPowerOfTwo,
  popcount32,
} from "../../src/index.ts";
import { runs } from "../code-of.ts";

const word = fc.oneof(
  fc.integer(),
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  fc.nat(31).map((bit) => 2 ** bit),
  fc.constantFrom(0, -1, 2 ** 32 - 1, 2 ** 31, -(2 ** 31), 2 ** 31 - 1),
);
const binary = (value: number): string => (value >>> 0).toString(2).padStart(32, "0");
const ones = (value: number): number => binary(value).replaceAll("0", "").length;

describe("integers", () => {
  test("popcount32 and ctz32 agree with the binary digits", () => {
    fc.assert(
      fc.property(word, (value) => {
        expect(popcount32(value)).toBe(ones(value));
        expect(ctz32(value)).toBe(value === 0 ? 32 : /0*$/.exec(binary(value))?.[0].length);
      }),
      runs(1000, 100_000),
    );
  });

  test.each([
    [0, false, 0, 1],
    [1, true, 0, 1],
    [2, true, 1, 2],
    [3, false, 2, 4],
    [4, true, 2, 4],
    [5, false, 3, 8],
    [1023, false, 10, 1024],
    [1024, true, 10, 1024],
    [1025, false, 11, 2048],
    [2 ** 31 - 1, false, 31, 2 ** 31],
    [2 ** 31, true, 31, 2 ** 31],
    [2 ** 31 + 1, false, 32, 2 ** 32],
    [2 ** 32 - 1, false, 32, 2 ** 32],
  ])("%i: a power of two: %s; log2Ceil %i, nextPowerOfTwo %i", (value, power, log, next) => {
    expect([isPowerOfTwo(value), log2Ceil(value), nextPowerOfTwo(value)]).toEqual([power, log, next]);
  });

  test("2^32 is the last that has a logarithm and a next power", () => {
    expect([log2Ceil(2 ** 32), nextPowerOfTwo(2 ** 32)]).toEqual([32, 2 ** 32]);
  });

  test.each([
    [0, 8, 0],
    [1, 8, 8],
    [8, 8, 8],
    [9, 8, 16],
    [5, 1, 5],
    [65, 64, 128],
    [2 ** 31 - 64, 64, 2 ** 31 - 64],
  ])("alignUp(%i, %i) = %i", (value, align, aligned) => {
    expect(alignUp(value, align)).toBe(aligned);
  });
});

const executors: readonly KernelExecutor[] = ["wasm", "scalar"];
const GUARD = 0xa5;

describe.each(executors)("bit kernels by %s", (executor) => {
  const space = createSpace({ bytes: 65536, executor });
  const [A, B, OUT] = [1024, 4096, 8192];
  const words = fc.array(fc.integer(), { maxLength: 40, size: "max" });

  function put(at: number, values: readonly number[]): void {
    space.i32.set(values, at / 4);
  }

  /** Runs both operations and the count; answers whether what lies around `out` was left alone. */
  function expectCombined(left: readonly number[], right: readonly number[], a: number, b: number, out: number): void {
    const bytes = 4 * left.length;
    for (const [name, combine] of [
      ["bitAnd", (x: number, y: number): number => x & y],
      ["bitOr", (x: number, y: number): number => x | y],
    ] as const) {
      space.u8.fill(GUARD, out - 32, Math.min(out + bytes + 32, space.u8.length));
      put(a, left);
      put(b, right);
      const expected = left.map((x, i) => combine(x, right[i] as number));
      space[name](a, b, out, bytes);
      expect([...space.i32.subarray(out / 4, out / 4 + left.length)]).toEqual(expected);
      expect(space.popcount(out, bytes)).toBe(expected.reduce((sum, x) => sum + ones(x), 0));
      if (out !== a && out !== b) {
        const around = [...space.u8.subarray(out - 32, out), ...space.u8.subarray(out + bytes, out + bytes + 32)];
        expect(around.every((byte) => byte === GUARD)).toBe(true);
        expect([...space.i32.subarray(a / 4, a / 4 + left.length)]).toEqual(left);
      }
    }
  }

  test("any words at any alignment of four bytes", () => {
    fc.assert(
      fc.property(words, fc.infiniteStream(fc.integer()), fc.nat(7), fc.nat(7), fc.nat(7), (left, more, a, b, out) => {
        const right = left.map(() => more.next().value);
        expectCombined(left, right, A + 4 * a, B + 4 * b, OUT + 4 * out);
      }),
      runs(200, 10_000),
    );
  });

  test("each length from 0 to 70 words, in place too, and at the end of the memory", () => {
    for (let length = 0; length <= 70; length++) {
      const left = Array.from({ length }, (_, i) => Math.imul(i + 1, 0x9e3779b1));
      const right = Array.from({ length }, (_, i) => Math.imul(i + 7, 0x85ebca6b));
      const limit = space.u8.length - 4 * length;
      for (const [a, b, out] of [
        [A, B, OUT],
        [A, B, A],
        [A, B, B],
        [limit, B, OUT],
        [A, limit, OUT],
        [A, B, limit],
      ] as const) {
        expectCombined(left, right, a, b, out);
      }
      put(limit, left);
      expect(space.popcount(limit, 4 * length)).toBe(left.reduce((sum, x) => sum + ones(x), 0));
    }
  });

  test("bits around the range are not counted", () => {
    space.u8.fill(0xff, A - 64, A + 400);
    for (let length = 0; length < 20; length++) expect(space.popcount(A, 4 * length)).toBe(32 * length);
  });
});
