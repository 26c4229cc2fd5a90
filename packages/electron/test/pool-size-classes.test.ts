import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Offset, SizeClasses } from "../src/index.ts";
import { codeOf, runs } from "./code-of.ts";
import { NaiveSizes, roomFor } from "./oracle/pool-of-sizes.ts";

const REFUSED = /_(NOT_HELD|DOUBLE_FREE|FOREIGN_HANDLE)$/;

/** A block of which the test knows that there is one. */
function taken(heap: SizeClasses, bytes: number): Offset {
  const offset = heap.alloc(bytes);
  if (offset === -1) throw new Error("the heap is full");
  return offset;
}

describe("where the blocks lie", () => {
  test.each<[string, SizeClasses, number, number]>([
    ["memory of its own", new SizeClasses({ bytes: 64 }), 8, 64],
    ["a whole buffer", new SizeClasses({ buffer: new ArrayBuffer(64) }), 8, 64],
    ["the rest of a buffer", new SizeClasses({ buffer: new ArrayBuffer(64), start: 16 }), 24, 48],
    ["a region of a buffer", new SizeClasses({ buffer: new ArrayBuffer(64), start: 8, bytes: 24 }), 16, 24],
    ["a shared buffer", new SizeClasses({ buffer: new SharedArrayBuffer(64), bytes: 32 }), 8, 32],
    ["from the next multiple of 8 on", new SizeClasses({ buffer: new ArrayBuffer(64), start: 9, bytes: 50 }), 24, 40],
    ["from a multiple of 4 on", new SizeClasses({ buffer: new ArrayBuffer(64), start: 4 }), 16, 56],
  ])("%s", (_, heap, first, capacity) => {
    expect(heap.stats()).toEqual({ capacity, used: 0, waste: 0, highWater: 0, classes: [] });
    expect(heap.alloc(1)).toBe(first);
    expect(first + capacity - 8).toBeLessThanOrEqual(heap.buffer.byteLength);
  });

  test("a region without a multiple of 8 holds nothing", () => {
    const heap = new SizeClasses({ buffer: new ArrayBuffer(64), start: 1, bytes: 5 });
    expect([heap.alloc(0), heap.stats().capacity]).toEqual([-1, 0]);
  });

  test.each<[string, () => unknown]>([
    ["no size", () => new SizeClasses({} as { bytes: number })],
    ["a size of 0", () => new SizeClasses({ bytes: 0 })],
    ["half a byte", () => new SizeClasses({ bytes: 8.5 })],
    ["a size of 2^31", () => new SizeClasses({ bytes: 2 ** 31 })],
    ["a region past the buffer", () => new SizeClasses({ buffer: new ArrayBuffer(8), bytes: 9 })],
    ["a start past the buffer", () => new SizeClasses({ buffer: new ArrayBuffer(8), start: 8 })],
    ["a negative start", () => new SizeClasses({ buffer: new ArrayBuffer(8), start: -8, bytes: 8 })],
    ["a block of -1 bytes", () => new SizeClasses({ bytes: 64 }).alloc(-1)],
    ["a block of half a byte", () => new SizeClasses({ bytes: 64 }).alloc(0.5)],
    ["a block of 2^31 bytes", () => new SizeClasses({ bytes: 64 }).alloc(2 ** 31)],
    ["a block of no size", () => new SizeClasses({ bytes: 64 }).alloc(Number.NaN)],
  ])("%s is a coded error", (_, run) => {
    expect(codeOf(run)).toBe("WATT_ELECTRON_OPTION");
  });
});

describe("sizes", () => {
  test("are rounded up to four classes for each power of two", () => {
    const heap = new SizeClasses({ bytes: 2 ** 22 });
    for (let bytes = 0; bytes < 1500; bytes++) {
      const offset = taken(heap, bytes);
      expect([offset % 8, heap.sizeOf(offset), bytes + heap.stats().waste]).toEqual([0, bytes, roomFor(bytes)]);
      heap.free(offset);
    }
    const sizes = heap.stats().classes.map((c) => c.bytes);
    expect(sizes.slice(0, 17)).toEqual([8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]);
  });

  test("beyond 32 bytes waste less than a quarter of what was asked for", () => {
    const heap = new SizeClasses({ bytes: 2 ** 26, checked: false });
    for (let bytes = 33; bytes < 2 ** 24; bytes += 1 + (bytes >> 4)) {
      taken(heap, bytes);
      const { used, waste } = heap.stats();
      expect([used, waste < bytes / 4]).toEqual([bytes, true]);
      heap.reset();
    }
  });

  test.each([2 ** 31 - 1, 2 ** 30, 2 ** 30 + 1, 65])("a block of %i bytes that does not fit is -1", (bytes) => {
    const heap = new SizeClasses({ bytes: 64 });
    expect([heap.alloc(bytes), heap.alloc(24), heap.alloc(24), heap.alloc(1)]).toEqual([-1, 8, 40, -1]);
  });

  test("a freed block serves its class only, the last freed first", () => {
    const heap = new SizeClasses({ bytes: 112 });
    const [a, b, c] = [taken(heap, 24), taken(heap, 20), taken(heap, 24)];
    heap.free(a);
    heap.free(c);
    expect([heap.alloc(32), heap.alloc(17), heap.alloc(24), heap.alloc(24)]).toEqual([-1, c, a, -1]);
    expect(heap.stats().classes).toEqual([{ bytes: 24, inUse: 3, free: 0 }]);
    heap.free(b);
    expect([heap.alloc(16), heap.alloc(8), heap.alloc(24)]).toEqual([-1, 104, b]);
  });

  test("a reset forgets the free blocks", () => {
    const heap = new SizeClasses({ bytes: 112 });
    const [first, second] = [taken(heap, 8), taken(heap, 8)];
    heap.free(second);
    heap.reset();
    expect([heap.alloc(8), heap.alloc(8)]).toEqual([first, second]);
  });

  test("reset heals what sizes that changed have cut up", () => {
    const heap = new SizeClasses({ bytes: 1024 });
    while (heap.alloc(8) !== -1);
    for (let at = 8; at < 1024; at += 16) heap.free(at as Offset);
    expect(heap.alloc(100)).toBe(-1);
    heap.reset();
    expect([heap.alloc(890), heap.stats().highWater]).toEqual([8, 1024]);
  });
});

describe("offsets", () => {
  test.each<[string, (held: number, freed: number) => number]>([
    ["freed twice", (_, freed) => freed],
    ["inside of a block", (held) => held + 8],
    ["just before a block", (held) => held - 1],
    ["a header", (held) => held - 8],
    ["off by 4", (held) => held + 4],
    ["off by a little", (held) => held + 0.5],
    ["the start of the region", () => 16],
    ["before the region", () => 8],
    ["beyond the region", () => 1024],
    ["2^32 further", (held) => held + 2 ** 32],
    ["the answer of a full heap", () => -1],
    ["no number", () => Number.NaN],
  ])("that are %s are a coded error and change nothing", (_, forge) => {
    for (const checked of [false, true]) {
      const heap = new SizeClasses({ buffer: new ArrayBuffer(512), start: 16, bytes: 256, checked });
      const held = taken(heap, 24);
      const freed = taken(heap, 16);
      heap.free(freed);
      const before = heap.stats();
      const offset = forge(held, freed) as Offset;
      expect(codeOf(() => heap.free(offset))).toMatch(REFUSED);
      expect(codeOf(() => heap.sizeOf(offset))).toBe("WATT_ELECTRON_NOT_HELD");
      expect(heap.stats()).toEqual(before);
      heap.free(held);
    }
  });

  test.each([1, 3])("from before %i resets are refused, above and below the level", (resets) => {
    for (const checked of [false, true]) {
      const heap = new SizeClasses({ bytes: 256, checked });
      const [low, high] = [taken(heap, 64), taken(heap, 32)];
      for (let i = 0; i < resets; i++) heap.reset();
      expect(heap.stats()).toEqual({ capacity: 256, used: 0, waste: 0, highWater: 112, classes: [] });
      for (const stale of [low, high]) expect(codeOf(() => heap.free(stale))).toMatch(REFUSED);
      // Now the old headers lie within the data of a new block.
      expect(taken(heap, 200)).toBe(low);
      expect(codeOf(() => heap.free(high))).toMatch(REFUSED);
    }
  });

  // The tag has 17 bits for the resets.
  test("after very many resets are still told apart from free ones", () => {
    for (const checked of [false, true]) {
      const heap = new SizeClasses({ bytes: 64, checked });
      for (let i = 0; i < 140_000; i++) heap.reset();
      const offset = taken(heap, 8);
      heap.free(taken(heap, 8));
      heap.free(offset);
      expect(codeOf(() => heap.free(offset))).toMatch(REFUSED);
      expect(heap.stats().classes).toEqual([{ bytes: 8, inUse: 0, free: 2 }]);
    }
  });
});

test("the figures of a heap whose headers were overwritten are wrong, but they come", () => {
  for (let word = 0; word < 256; word++) {
    const heap = new SizeClasses({ bytes: 4096, checked: false });
    for (let i = 0; i < 8; i++) heap.alloc(100);
    new Int32Array(heap.buffer)[30] = word;
    expect(heap.stats().capacity).toBe(4096);
  }
});

type Step = { do: "alloc" | "free" | "again" | "reset"; bytes: number; pick: number };

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.oneof(
    { weight: 20, arbitrary: fc.constant("alloc" as const) },
    { weight: 15, arbitrary: fc.constantFrom("free" as const, "free" as const, "again" as const) },
    { weight: 1, arbitrary: fc.constant("reset" as const) },
  ),
  bytes: fc.oneof(fc.nat(40), fc.nat(400)),
  pick: fc.nat(99),
});

test.each([true, false])("programs agree with a naive allocator, and keep their bytes; checked: %s", (checked) => {
  fc.assert(
    fc.property(fc.nat(12), fc.nat(2000), fc.array(step, { maxLength: 80 }), (words, bytes, steps) => {
      const start = 8 * words;
      const heap = new SizeClasses({ buffer: new ArrayBuffer(2200), start, bytes: bytes + 1, checked });
      const memory = new Uint8Array(heap.buffer);
      const model = new NaiveSizes(start, (bytes + 1) & ~3);
      const given: number[] = [];
      let fill = 0;
      for (const s of steps) {
        if (s.do === "alloc") {
          const at = heap.alloc(s.bytes);
          expect(at).toBe(model.alloc(s.bytes));
          if (at === -1) continue;
          given.push(at);
          memory.fill(++fill & 0xff, at, at + s.bytes);
        } else if (s.do === "reset") {
          heap.reset();
          model.reset();
        } else {
          const held = model.pieces.filter((piece) => piece.held).map((piece) => piece.at);
          const choice = s.do === "free" ? held : given;
          const at = choice[s.pick % choice.length];
          if (at === undefined) continue;
          expect(codeOf(() => heap.free(at as Offset)) === "nothing").toBe(model.free(at));
        }
        expectSame(heap, model);
      }
      // Each still holds the one value that was written to all of it.
      for (const { at, asked, held } of model.pieces) {
        if (held) expect(new Set(memory.subarray(at, at + asked)).size).toBeLessThanOrEqual(1);
      }
    }),
    runs(150, 10_000),
  );
});

function expectSame(heap: SizeClasses, model: NaiveSizes): void {
  const held = model.pieces.filter((piece) => piece.held);
  const used = held.reduce((sum, piece) => sum + piece.asked, 0);
  const waste = held.reduce((sum, piece) => sum + piece.room, 0) - used;
  const stats = heap.stats();
  expect(stats).toMatchObject({ used, waste, highWater: model.highWater });
  for (const c of stats.classes) {
    const same = model.pieces.filter((piece) => piece.room === c.bytes);
    const inUse = same.filter((piece) => piece.held).length;
    expect([c.inUse, c.free]).toEqual([inUse, same.length - inUse]);
  }
  expect(stats.classes.reduce((sum, c) => sum + c.inUse + c.free, 0)).toBe(model.pieces.length);
  for (const { at, asked } of held) expect(heap.sizeOf(at as Offset)).toBe(asked);
}
