import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Arena, createSpace, type Mark } from "../src/index.ts";
import { codeOf, runs } from "./code-of.ts";
import { NaiveBump } from "./oracle/bump.ts";

describe("where an arena lies", () => {
  test.each([
    ["its own buffer", new Arena({ bytes: 100 }), 0, 100],
    ["a whole buffer", new Arena({ buffer: new ArrayBuffer(64) }), 0, 64],
    ["the rest of a buffer", new Arena({ buffer: new ArrayBuffer(64), start: 16 }), 16, 48],
    ["a region of a buffer", new Arena({ buffer: new ArrayBuffer(64), start: 16, bytes: 8 }), 16, 8],
    ["a shared buffer", new Arena({ buffer: new SharedArrayBuffer(64), bytes: 32 }), 0, 32],
    ["a space", new Arena({ buffer: createSpace({ bytes: 1 }).buffer, start: 65536 }), 65536, 0],
    ["nothing at all", new Arena({ bytes: 0 }), 0, 0],
  ])("%s", (_, arena, start, capacity) => {
    expect([arena.start, arena.capacity, arena.used, arena.highWater]).toEqual([start, capacity, 0, 0]);
    expect(arena.buffer.byteLength).toBeGreaterThanOrEqual(start + capacity);
    expect(arena.tryAlloc(capacity, 1)).toBe(start);
    expect(arena.tryAlloc(1, 1)).toBe(-1);
  });
});

describe("allocation", () => {
  test("aligns to 8 unless told otherwise, and counts gaps as used", () => {
    const arena = new Arena({ bytes: 64 });
    expect([arena.alloc(3), arena.alloc(1), arena.alloc(1, 1), arena.alloc(4, 4)]).toEqual([0, 8, 9, 12]);
    expect(arena.used).toBe(16);
  });

  test("aligns in the buffer, not in the region", () => {
    const arena = new Arena({ buffer: new ArrayBuffer(128), start: 10 });
    expect([arena.alloc(1, 1), arena.alloc(1, 64), arena.used]).toEqual([10, 64, 55]);
  });

  test("that does not fit leaves the arena usable, to the last byte", () => {
    const arena = new Arena({ bytes: 16 });
    arena.alloc(9, 1);
    expect(codeOf(() => arena.alloc(8))).toBe("WATT_ELECTRON_FULL");
    expect([arena.tryAlloc(8, 1), arena.used, arena.tryAlloc(7, 1), arena.used]).toEqual([-1, 9, 9, 16]);
  });

  test("near the end of the 32-bit integers does not wrap", () => {
    const arena = new Arena({ buffer: { byteLength: 2 ** 31 } as ArrayBuffer, start: 2 ** 31 - 100, bytes: 99 });
    expect(arena.tryAlloc(1, 2 ** 30)).toBe(-1);
    expect(arena.tryAlloc(2 ** 31 - 1, 1)).toBe(-1);
    expect(arena.tryAlloc(99, 1)).toBe(2 ** 31 - 100);
  });

  test("the message of a full arena names the numbers and the remedy", () => {
    expect(() => new Arena({ bytes: 10 }).alloc(11, 4)).toThrow(
      /10 of 10 bytes left, and 11 were asked for, aligned to 4.* use tryAlloc/,
    );
  });
});

describe("mark, release and reset", () => {
  test("nest, and an outer release frees the inner marks", () => {
    const arena = new Arena({ bytes: 64 });
    arena.alloc(8);
    const outer = arena.mark();
    arena.alloc(8);
    const inner = arena.mark();
    arena.alloc(8);
    arena.release(inner);
    expect(arena.used).toBe(16);
    arena.release(outer);
    expect([arena.used, arena.alloc(1), arena.highWater]).toEqual([8, 8, 24]);
    arena.release(outer);
    expect(codeOf(() => arena.release(inner))).toBe("WATT_ELECTRON_MARK");
  });

  test("reset frees all and keeps the high water", () => {
    const arena = new Arena({ buffer: new ArrayBuffer(64), start: 8 });
    arena.alloc(40);
    arena.reset();
    expect([arena.used, arena.highWater, arena.alloc(1)]).toEqual([0, 40, 8]);
  });
});

test.each([
  ["a negative size", (a: Arena) => a.tryAlloc(-1), "WATT_ELECTRON_OPTION"],
  ["a fractional size", (a: Arena) => a.tryAlloc(1.5), "WATT_ELECTRON_OPTION"],
  ["a size that is no number", (a: Arena) => a.alloc(Number.NaN), "WATT_ELECTRON_OPTION"],
  ["a size of 2^31", (a: Arena) => a.tryAlloc(2 ** 31), "WATT_ELECTRON_OPTION"],
  ["alignment 0", (a: Arena) => a.tryAlloc(1, 0), "WATT_ELECTRON_OPTION"],
  ["alignment 3", (a: Arena) => a.tryAlloc(1, 3), "WATT_ELECTRON_OPTION"],
  ["alignment -8", (a: Arena) => a.alloc(1, -8), "WATT_ELECTRON_OPTION"],
  ["alignment 2^31", (a: Arena) => a.alloc(1, 2 ** 31), "WATT_ELECTRON_OPTION"],
  ["a mark above the level", (a: Arena) => a.release((a.mark() + 1) as Mark), "WATT_ELECTRON_MARK"],
  ["a mark below the region", (a: Arena) => a.release(15 as Mark), "WATT_ELECTRON_MARK"],
  ["a mark that is no integer", (a: Arena) => a.release(17.5 as Mark), "WATT_ELECTRON_MARK"],
  ["a region past the buffer", () => new Arena({ buffer: new ArrayBuffer(8), bytes: 9 }), "WATT_ELECTRON_OPTION"],
  ["a start past the buffer", () => new Arena({ buffer: new ArrayBuffer(8), start: 9 }), "WATT_ELECTRON_OPTION"],
  ["a negative start", () => new Arena({ buffer: new ArrayBuffer(8), start: -1 }), "WATT_ELECTRON_OPTION"],
  ["no size", () => new Arena({} as { bytes: number }), "WATT_ELECTRON_OPTION"],
])("%s is a coded error and changes nothing", (_, run, code) => {
  const arena = new Arena({ buffer: new ArrayBuffer(64), start: 16 });
  arena.alloc(8);
  expect(codeOf(() => run(arena))).toBe(code);
  expect([arena.used, arena.highWater]).toEqual([8, 8]);
});

type Step = { do: "alloc"; bytes: number; align: number } | { do: "mark" | "release" | "reset" };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("alloc" as const),
      bytes: fc.oneof(fc.nat(40), fc.nat(400)),
      align: fc.constantFrom(1, 2, 4, 8, 16, 64),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("mark" as const, "release" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reset" as const) }) },
);

test("programs of alloc, mark, release and reset agree with a naive allocator", () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(600), fc.array(step, { maxLength: 60 }), (start, bytes, steps) => {
      const arena = new Arena({ buffer: new ArrayBuffer(1000), start, bytes });
      const model = new NaiveBump(start, bytes);
      const marks: { mark: Mark; blocks: number }[] = [];
      for (const s of steps) {
        if (s.do === "alloc") {
          const expected = model.alloc(s.bytes, s.align);
          expect(arena.tryAlloc(s.bytes, s.align)).toBe(expected);
        } else if (s.do === "mark") {
          marks.push({ mark: arena.mark(), blocks: model.blocks.length });
        } else if (s.do === "release") {
          const last = marks.pop();
          if (last !== undefined) {
            arena.release(last.mark);
            model.blocks.length = last.blocks;
          }
        } else {
          arena.reset();
          marks.length = 0;
          model.blocks = [];
        }
        expect([arena.used, arena.highWater]).toEqual([model.top - start, model.highest]);
        expectApart(model.blocks, start, start + bytes);
      }
    }),
    runs(300, 20_000),
  );
});

// The model is an allocator too: its blocks are checked for what a user needs, not only for equality.
function expectApart(blocks: readonly { at: number; bytes: number }[], start: number, limit: number): void {
  let end = start;
  for (const block of blocks) {
    expect(block.at).toBeGreaterThanOrEqual(end);
    end = block.at + block.bytes;
  }
  expect(end).toBeLessThanOrEqual(limit);
}
