import { describe, expect, test } from "vitest";
import { Arena, type ArenaOptions, createSpace, type Mark, type Offset } from "../src/index.ts";
import { codeOf } from "./code-of.ts";

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
    const arena = new Arena({ bytes: 64, checked: false });
    expect([arena.alloc(3), arena.alloc(1), arena.alloc(1, 1), arena.alloc(4, 4)]).toEqual([0, 8, 9, 12]);
    expect(arena.used).toBe(16);
  });

  test("aligns in the buffer, not in the region", () => {
    const arena = new Arena({ buffer: new ArrayBuffer(128), start: 10 });
    expect([arena.alloc(1, 1), arena.alloc(1, 64), arena.used]).toEqual([10, 64, 55]);
  });

  test("that does not fit leaves the arena usable, to the last byte", () => {
    const arena = new Arena({ bytes: 16, checked: false });
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

  test("the message of a full arena names the numbers", () => {
    expect(() => new Arena({ bytes: 10 }).alloc(11, 4)).toThrow(/10 of 10 left, and 11 bytes aligned to 4 was asked/);
  });

  test("of typed slices is aligned to the element, and counts elements", () => {
    const arena = new Arena({ bytes: 64, checked: false });
    expect([arena.allocU8(3), arena.allocU16(1), arena.allocU8(1), arena.allocU32(2), arena.allocF64(5)]).toEqual([
      0, 4, 6, 8, 16,
    ]);
    expect([arena.used, codeOf(() => arena.allocF64(2))]).toEqual([56, "WATT_ELECTRON_FULL"]);
  });
});

describe("views", () => {
  test.each([
    ["in its own buffer", { bytes: 256 }],
    ["in a region of a shared buffer", { buffer: new SharedArrayBuffer(512), start: 24 }],
    ["in a chain", { bytes: 64, limit: 1024 }],
  ] satisfies [string, ArenaOptions][])("show what was allocated %s", (_, options) => {
    const arena = new Arena(options);
    arena.allocU8(1);
    const offsets = [arena.allocF64(2), arena.allocU32(3), arena.allocU16(5), arena.allocU8(7)] as const;
    const views = [
      arena.f64(offsets[0], 2),
      arena.u32(offsets[1], 3),
      arena.u16(offsets[2], 5),
      arena.u8(offsets[3], 7),
    ];
    expect(views.map((view) => view.length)).toEqual([2, 3, 5, 7]);
    expect(views.map((view) => view.constructor.name)).toEqual([
      "Float64Array",
      "Uint32Array",
      "Uint16Array",
      "Uint8Array",
    ]);
    for (const [i, view] of views.entries()) {
      expect(view.buffer).toBe(arena.bufferAt(offsets[i] as Offset));
      expect(view.byteOffset).toBe(arena.byteOffsetAt(offsets[i] as Offset));
      view.fill(i + 1);
    }
    expect(views.map((view) => [...view].every((value) => value === view[0]))).toEqual([true, true, true, true]);
  });
});

describe("mark, release and reset", () => {
  test("nest, and an outer release frees the inner marks", () => {
    const arena = new Arena({ bytes: 64, checked: false });
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

  test.each([[false], [true]])("a scope frees what was allocated in it; checked: %s", (checked) => {
    const arena = new Arena({ bytes: 256, checked });
    arena.alloc(8);
    const scope = arena.scope();
    arena.alloc(64);
    scope[Symbol.dispose]();
    expect([arena.used, arena.highWater]).toEqual([8, 72]);
    arena.reset();
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
  ["a fractional size of the arena", () => new Arena({ bytes: 1.5 }), "WATT_ELECTRON_OPTION"],
  ["an arena of 2^31", () => new Arena({ bytes: 2 ** 31 }), "WATT_ELECTRON_OPTION"],
  ["blocks of a crooked size", () => new Arena({ bytes: 96, limit: 1024 }), "WATT_ELECTRON_OPTION"],
  ["blocks that are too small", () => new Arena({ bytes: 32, limit: 1024 }), "WATT_ELECTRON_OPTION"],
  ["a limit below one block", () => new Arena({ bytes: 128, limit: 127 }), "WATT_ELECTRON_OPTION"],
  ["a limit that is no integer", () => new Arena({ bytes: 64, limit: 64.5 }), "WATT_ELECTRON_OPTION"],
  ["a limit of 2^31", () => new Arena({ bytes: 64, limit: 2 ** 31 }), "WATT_ELECTRON_OPTION"],
])("%s is a coded error and changes nothing", (_, run, code) => {
  const arena = new Arena({ buffer: new ArrayBuffer(64), start: 16 });
  arena.alloc(8);
  expect(codeOf(() => run(arena))).toBe(code);
  expect([arena.used, arena.highWater]).toEqual([8, 8]);
});

describe("a chain of blocks", () => {
  const chain = (limit: number): Arena => new Arena({ bytes: 64, limit, checked: false });
  const buffersOf = (arena: Arena, offsets: readonly Offset[]): number =>
    new Set(offsets.map((offset) => arena.bufferAt(offset))).size;

  test("goes on in a next block, and counts the gap at the end of one as used", () => {
    const arena = chain(256);
    const offsets = [arena.alloc(40), arena.alloc(40), arena.alloc(24)];
    expect(offsets).toEqual([0, 64, 104]);
    expect([arena.used, buffersOf(arena, offsets), arena.byteOffsetAt(offsets[2] as Offset)]).toEqual([128, 2, 40]);
  });

  test("gives what is larger than a block one buffer, and goes on in what is left of it", () => {
    const arena = chain(1024);
    const offsets = [arena.alloc(8), arena.alloc(150), arena.alloc(40), arena.alloc(1)];
    expect(offsets).toEqual([0, 64, 216, 256]);
    expect(buffersOf(arena, offsets.slice(1, 3))).toBe(1);
    expect([arena.bufferAt(offsets[1] as Offset).byteLength, arena.byteOffsetAt(offsets[2] as Offset)]).toEqual([
      192, 152,
    ]);
    expect(arena.u8(offsets[1] as Offset, 150).length).toBe(150);
  });

  test("stops at the limit, and serves smaller requests still; the last block is shorter", () => {
    const arena = chain(150);
    expect([arena.capacity, arena.tryAlloc(151), arena.tryAlloc(150), arena.tryAlloc(1)]).toEqual([150, -1, 0, -1]);
    arena.reset();
    const offsets = [arena.alloc(60), arena.alloc(60), arena.tryAlloc(30), arena.tryAlloc(22), arena.tryAlloc(1)];
    expect([...offsets, arena.used, arena.highWater]).toEqual([0, 64, -1, 128, -1, 150, 150]);
    expect(() => arena.alloc(8)).toThrow(/0 of 150 left/);
  });

  test("takes all of the limit at once, though a block is less", () => {
    expect(chain(1024).tryAlloc(1024)).toBe(0);
  });

  test("uses its blocks again after release and reset", () => {
    const arena = chain(256);
    const first = [arena.alloc(64), arena.alloc(64), arena.alloc(64)].map((offset) => arena.bufferAt(offset));
    arena.reset();
    const second = [arena.alloc(64), arena.alloc(64), arena.alloc(64)].map((offset) => arena.bufferAt(offset));
    expect(second).toEqual(first);
    expect(second.every((buffer, i) => buffer === first[i])).toBe(true);
  });

  test("trim drops the idle blocks, those in use stay", () => {
    const arena = chain(512);
    const kept = arena.alloc(64);
    const mark = arena.mark();
    const [held, idle] = [arena.bufferAt(kept), arena.bufferAt(arena.alloc(200))];
    arena.release(mark);
    arena.trim();
    expect(arena.bufferAt(kept)).toBe(held);
    const again = arena.alloc(100);
    expect([again, arena.bufferAt(again) === idle, arena.bufferAt(again).byteLength]).toEqual([64, false, 128]);
    arena.reset();
    arena.trim();
    expect(arena.bufferAt(arena.alloc(8))).not.toBe(held);
  });

  test("trim keeps the last block, which is shorter, while it is in use", () => {
    const arena = chain(100);
    arena.alloc(64);
    const last = arena.alloc(8);
    const held = arena.bufferAt(last);
    arena.trim();
    expect([arena.bufferAt(last) === held, arena.byteOffsetAt(last), arena.tryAlloc(28)]).toEqual([true, 0, 72]);
  });

  test("zero bytes fit where no block is yet, and at the limit", () => {
    const arena = chain(128);
    expect([arena.alloc(0), arena.alloc(128), arena.alloc(0)]).toEqual([0, 0, 128]);
    const mark = arena.mark();
    arena.release(mark);
    expect([arena.tryAlloc(0), arena.tryAlloc(1)]).toEqual([128, -1]);
  });

  test("trim of what is no chain does nothing", () => {
    const arena = new Arena({ bytes: 64 });
    const { buffer } = arena;
    arena.trim();
    expect([arena.buffer === buffer, arena.tryAlloc(64)]).toEqual([true, 0]);
  });

  test("its buffer is the first block, made when it is asked for", () => {
    const arena = chain(256);
    const { buffer } = arena;
    expect([buffer.byteLength, arena.bufferAt(arena.alloc(8)) === buffer, arena.buffer === buffer]).toEqual([
      64,
      true,
      true,
    ]);
  });

  test("serves alignments up to its blocks", () => {
    const arena = chain(1024);
    arena.alloc(1);
    expect([arena.tryAlloc(1, 64), arena.tryAlloc(1, 128)]).toEqual([64, -1]);
    expect(codeOf(() => new Arena({ bytes: 64, limit: 1024 }).tryAlloc(1, 128))).toBe("WATT_ELECTRON_OPTION");
  });

  test("nothing fits at the end of a full block, at its very end", () => {
    const arena = chain(256);
    arena.alloc(64);
    const nothing = arena.alloc(0);
    expect([nothing, arena.u8(nothing, 0).length]).toEqual([64, 0]);
  });

  test("can be extended", () => {
    class Request extends Arena {
      [Symbol.dispose](): void {
        this.reset();
      }
    }
    const request = new Request({ bytes: 64 });
    request.alloc(8);
    request[Symbol.dispose]();
    expect(request.used).toBe(0);
  });
});
