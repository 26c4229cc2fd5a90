import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSpace, ESCAPE_GROWTH, ESCAPE_SLACK, type KernelExecutor, type Space } from "../src/index.ts";
import { runs } from "./code-of.ts";
import { escapeBytes, firstSpecial } from "./oracle/html.ts";

const SPECIALS = [0x26, 0x3c, 0x3e, 0x22, 0x27];
const GUARD = 0xa5;
const SOURCE = 4096;
const TARGET = 16384;
const executors: readonly KernelExecutor[] = ["wasm", "scalar"];

// Everything that is not special, so that each length also carries the neighbours of the five (% = ? ! ( and so on).
const harmless = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !SPECIALS.includes(byte));

function pattern(length: number, seed: number, density: number): Uint8Array {
  let state = seed + 1;
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff) >> 8;
  return Uint8Array.from({ length }, () =>
    next() % 100 < density ? (SPECIALS[next() % 5] as number) : (harmless[next() % harmless.length] as number),
  );
}

/** Escapes [start, end) to `out` and checks result, guards and the bounds of the contract. */
function expectEscaped(space: Space, bytes: Uint8Array, start: number, out: number): void {
  const room = ESCAPE_GROWTH * bytes.length + ESCAPE_SLACK;
  space.u8.fill(GUARD, out - 32, Math.min(out + room + 64, space.u8.length));
  space.u8.set(bytes, start);
  const expected = escapeBytes(bytes);
  const end = space.escapeHtml(start, start + bytes.length, out);
  const touchable = Math.min(end + ESCAPE_SLACK, out + room);
  const ok =
    end === out + expected.length &&
    Buffer.compare(space.u8.subarray(out, end), expected) === 0 &&
    Buffer.compare(space.u8.subarray(start, start + bytes.length), bytes) === 0 &&
    space.u8.subarray(out - 32, out).every((byte) => byte === GUARD) &&
    space.u8.subarray(touchable, out + room + 64).every((byte) => byte === GUARD);
  // One expectation a call: 300 lengths at 16 alignments are a lot of them.
  if (!ok) expect({ length: bytes.length, start, out, end, got: space.u8.slice(out, end) }).toEqual({ expected });
}

describe.each(executors)("kernels by %s", (executor) => {
  const space = createSpace({ bytes: 65536, executor });

  test("the executor is the one asked for", () => {
    expect(space.executor).toBe(executor);
    expect(space.escapeHtml.toString().includes("[native code]")).toBe(executor === "wasm");
  });

  test("scan and escape every length from 0 to 300 at every alignment of source and destination", () => {
    for (let length = 0; length <= 300; length++) {
      const bytes = pattern(length, length, [0, 3, 30, 100][length % 4] as number);
      for (let align = 0; align < 16; align++) {
        const start = SOURCE + align;
        expectEscaped(space, bytes, start, TARGET + ((align * 7 + length) % 16));
        const first = firstSpecial(space.u8, start, start + length);
        if (space.scanHtml(start, start + length) !== first) expect({ length, align }).toBe({ first });
      }
    }
  });

  test("escape at each pair of alignments", () => {
    const bytes = pattern(70, 9, 20);
    for (let pair = 0; pair < 256; pair++) expectEscaped(space, bytes, SOURCE + (pair >> 4), TARGET + (pair & 15));
  });

  test.each(SPECIALS)("byte %i is found and spelled at every position", (special) => {
    for (let length = 1; length <= 140; length++) {
      for (let position = 0; position < length; position++) {
        const bytes = new Uint8Array(length).fill(0x61);
        bytes[position] = special;
        expectEscaped(space, bytes, SOURCE, TARGET);
        if (space.scanHtml(SOURCE, SOURCE + length) !== SOURCE + position) expect({ length, position }).toBe("found");
      }
    }
  });

  test("each of the 256 bytes is special or not, in a vector and in a tail", () => {
    for (let byte = 0; byte < 256; byte++) {
      for (const length of [1, 16]) {
        space.u8.fill(byte, SOURCE, SOURCE + length);
        const found = space.scanHtml(SOURCE, SOURCE + length) === SOURCE;
        if (found !== SPECIALS.includes(byte)) expect({ byte, length, found }).toBe("told apart");
        expectEscaped(space, new Uint8Array(length).fill(byte), SOURCE, TARGET);
      }
    }
  });

  test("bytes before the start and from the end on have no influence", () => {
    space.u8.fill(0x3c, SOURCE - 64, SOURCE + 400);
    for (let length = 0; length <= 70; length++) {
      space.u8.fill(0x61, SOURCE, SOURCE + length);
      const end = SOURCE + length;
      expect(space.scanHtml(SOURCE, end)).toBe(-1);
      expect(space.escapeHtml(SOURCE, end, TARGET)).toBe(TARGET + length);
      expect(space.u8.subarray(TARGET, TARGET + length).every((byte) => byte === 0x61)).toBe(true);
    }
  });

  test("a source at the very end of the memory does not trap", () => {
    const limit = space.u8.length;
    for (let length = 0; length <= 200; length++) {
      for (const density of [0, 30, 100]) {
        const bytes = pattern(length, length, density);
        expectEscaped(space, bytes, limit - length, TARGET);
        expect(space.scanHtml(limit - length, limit)).toBe(firstSpecial(space.u8, limit - length, limit));
      }
    }
  });

  test("a destination with exactly the promised room at the end of the memory does not trap", () => {
    for (let length = 0; length <= 200; length++) {
      const bytes = pattern(length, length, 60);
      const out = space.u8.length - (ESCAPE_GROWTH * length + ESCAPE_SLACK);
      expectEscaped(space, bytes, SOURCE, out);
    }
  });

  test("a source at the very beginning of the memory, with specials right after it", () => {
    for (let length = 0; length <= 40; length++) {
      for (let start = 0; start <= 16; start++) {
        space.u8.fill(0x3c, 0, 80);
        expectEscaped(space, pattern(length, length, [0, 30][length % 2] as number), start, TARGET);
        expect(space.scanHtml(start, start + length)).toBe(firstSpecial(space.u8, start, start + length));
      }
    }
  });

  test("an empty or reversed range", () => {
    expect([space.scanHtml(50, 50), space.scanHtml(50, 20)]).toEqual([-1, -1]);
    expect([space.escapeHtml(50, 50, TARGET), space.escapeHtml(50, 20, TARGET)]).toEqual([TARGET, TARGET]);
    const limit = space.u8.length;
    expect([space.escapeHtml(limit, limit, TARGET), space.scanHtml(limit, limit)]).toEqual([TARGET, -1]);
  });

  test("random bytes at random places agree with the oracle", () => {
    const byte = fc.oneof(
      { weight: 3, arbitrary: fc.nat(255) },
      { weight: 1, arbitrary: fc.constantFrom(...SPECIALS) },
    );
    const bytes = fc
      .uint8Array({ maxLength: 600 })
      .chain((random) => fc.array(byte, { maxLength: 600 }).map((rich) => [...random, ...rich]));
    fc.assert(
      fc.property(bytes, fc.nat(200), fc.nat(200), (list, from, to) => {
        expectEscaped(space, Uint8Array.from(list), SOURCE + from, TARGET + to);
        const [start, end] = [SOURCE + from, SOURCE + from + list.length];
        expect(space.scanHtml(start, end)).toBe(firstSpecial(space.u8, start, end));
      }),
      runs(300, 20_000),
    );
  });
});
