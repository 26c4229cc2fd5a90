import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSpace, ESCAPE_SCRIPT_GROWTH, ESCAPE_SLACK, type KernelExecutor } from "../../src/index.ts";
import { runs } from "../code-of.ts";
import { lower } from "../oracle/bytes.ts";
import { escapeScriptBytes } from "../oracle/script-json.ts";

const GUARD = 0xa5;
const SOURCE = 4096;
const TARGET = 16384;
const executors: readonly KernelExecutor[] = ["wasm", "scalar"];

interface Copying {
  readonly name: "escapeScriptJson" | "lowerAscii";
  readonly growth: number;
  readonly slack: number;
  readonly oracle: (bytes: Uint8Array) => Uint8Array;
  /** Bytes and sequences that the kernel changes or nearly does. */
  readonly hits: readonly (readonly number[])[];
}

const kernels: readonly Copying[] = [
  {
    name: "escapeScriptJson",
    growth: ESCAPE_SCRIPT_GROWTH,
    slack: ESCAPE_SLACK,
    oracle: escapeScriptBytes,
    hits: [
      [0x3c],
      [0x3e],
      [0x26],
      [0xe2, 0x80, 0xa8],
      [0xe2, 0x80, 0xa9],
      // Not separators: U+2027, U+202A, U+2128, a cut one, a doubled beginning.
      [0xe2, 0x80, 0xa7],
      [0xe2, 0x80, 0xaa],
      [0xe2, 0x84, 0xa8],
      [0xe2, 0x80],
      [0xe2],
      [0xe2, 0xe2, 0x80, 0xa8],
    ],
  },
  { name: "lowerAscii", growth: 1, slack: 0, oracle: lower, hits: [[0x41], [0x5a], [0x40], [0x5b], [0xc1], [0xda]] },
];

describe.each(executors)("by %s", (executor) => {
  describe.each(kernels)("$name", ({ name, growth, slack, oracle, hits }) => {
    const space = createSpace({ bytes: 65536, executor });
    const { u8 } = space;

    function pattern(length: number, seed: number, density: number): Uint8Array {
      let state = seed + 1;
      const next = (): number => (state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff) >> 8;
      const bytes: number[] = [];
      while (bytes.length < length) {
        if (next() % 100 < density) bytes.push(...(hits[next() % hits.length] as readonly number[]));
        else bytes.push(next() % 256);
      }
      return Uint8Array.from(bytes.slice(0, length));
    }

    /** Runs the kernel and checks the result, the source, and what lies around the room. */
    function expectCopied(bytes: Uint8Array, start: number, out: number): void {
      const room = growth * bytes.length + slack;
      u8.fill(GUARD, Math.max(0, out - 64), out + room + 64);
      u8.set(bytes, start);
      const expected = oracle(bytes);
      const end = space[name](start, start + bytes.length, out);
      const touchable = Math.min(end + slack, out + room);
      const ok =
        end === out + expected.length &&
        Buffer.compare(u8.subarray(out, end), expected) === 0 &&
        Buffer.compare(u8.subarray(start, start + bytes.length), bytes) === 0 &&
        u8.subarray(Math.max(0, out - 64), out).every((byte) => byte === GUARD) &&
        u8.subarray(touchable, out + room + 64).every((byte) => byte === GUARD);
      if (!ok) expect({ start, out, end, bytes, got: u8.slice(out, end) }).toEqual({ expected });
    }

    test("every length from 0 to 300 at every alignment", () => {
      for (let length = 0; length <= 300; length++) {
        const bytes = pattern(length, length, [0, 3, 30, 100][length % 4] as number);
        for (let align = 0; align < 16; align++) {
          expectCopied(bytes, SOURCE + align, TARGET + ((align * 7 + length) % 16));
        }
      }
    });

    test("each hit at every position, and at the end", () => {
      for (const hit of hits) {
        for (let length = 1; length <= 70; length++) {
          for (let position = 0; position < length; position++) {
            const bytes = new Uint8Array(length).fill(0x61);
            bytes.set(hit.slice(0, length - position), position);
            expectCopied(bytes, SOURCE, TARGET);
          }
        }
      }
    });

    test("each of the 256 bytes, in a vector and alone", () => {
      for (let byte = 0; byte < 256; byte++) {
        for (const length of [1, 16, 17]) expectCopied(new Uint8Array(length).fill(byte), SOURCE, TARGET);
      }
    });

    test("what follows the end does not complete a sequence that the end cuts", () => {
      for (let length = 1; length <= 40; length++) {
        u8.set([0xe2, 0x80, 0xa8, 0x41, 0x3c], SOURCE + length - 2);
        const bytes = u8.slice(SOURCE, SOURCE + length);
        const end = space[name](SOURCE, SOURCE + length, TARGET);
        expect(Buffer.compare(u8.subarray(TARGET, end), oracle(bytes))).toBe(0);
        u8.fill(0x61, SOURCE, SOURCE + 80);
      }
    });

    test("a source at either end of the memory, and a room at its end, do not trap", () => {
      for (let length = 0; length <= 100; length++) {
        for (const density of [0, 30, 100]) {
          const bytes = pattern(length, length, density);
          expectCopied(bytes, u8.length - length, TARGET);
          expectCopied(bytes, length % 3, TARGET);
          expectCopied(bytes, SOURCE, u8.length - growth * length - slack);
        }
      }
    });

    test("an empty or reversed range", () => {
      expect([space[name](50, 50, TARGET), space[name](50, 20, TARGET)]).toEqual([TARGET, TARGET]);
      expect(space[name](u8.length, u8.length, TARGET)).toBe(TARGET);
    });

    test("random bytes at random places", () => {
      const piece = fc.oneof(fc.constantFrom(...hits), fc.array(fc.nat(255), { maxLength: 30 }));
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 60 }), fc.nat(100), fc.nat(100), (pieces, from, to) => {
          expectCopied(Uint8Array.from(pieces.flat()), SOURCE + from, TARGET + to);
        }),
        runs(300, 20_000),
      );
    });
  });

  test("lowerAscii in place", () => {
    const { u8, lowerAscii } = createSpace({ bytes: 65536, executor });
    for (let length = 0; length <= 100; length++) {
      const bytes = Uint8Array.from({ length: length + 20 }, (_, i) => 0x38 + ((i * 7) % 48));
      u8.set(bytes, SOURCE);
      expect(lowerAscii(SOURCE, SOURCE + length, SOURCE)).toBe(SOURCE + length);
      const expected = [...lower(bytes.subarray(0, length)), ...bytes.subarray(length)];
      expect([...u8.subarray(SOURCE, SOURCE + length + 20)]).toEqual(expected);
    }
  });
});
