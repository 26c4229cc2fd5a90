import { describe, expect, test } from "vitest";
import { Arena, type ArenaOptions, type Offset } from "../../src/index.ts";
import { codeOf } from "../code-of.ts";

// The line of a call is in its message: it is the third line of the row that fails.
const kinds: readonly [string, () => ArenaOptions][] = [
  ["in memory of its own", () => ({ bytes: 1024 })],
  ["in a chain", () => ({ bytes: 64, limit: 1024 })],
  ["in a region, by order", () => ({ buffer: new ArrayBuffer(1024), start: 40, checked: true })],
  ["in shared memory, by order", () => ({ buffer: new SharedArrayBuffer(1024), checked: true })],
];

// The byte behind an allocation, or before it.
function writeBeside(arena: Arena, offset: Offset, at: number): void {
  new Uint8Array(arena.bufferAt(offset))[arena.byteOffsetAt(offset) + at] = 1;
}

const row = /allocation #2 "row" \(24 bytes at \d+, taken at \S*checked-arena\.test\.ts:\d+\)/;

describe.each(kinds)("%s", (_, options) => {
  const setUp = (): { arena: Arena; row: Offset } => {
    const arena = new Arena(options());
    arena.alloc(8, 8, "first");
    return { arena, row: arena.alloc(24, 8, "row") };
  };

  test.each([
    ["at the next allocation", (arena: Arena) => arena.alloc(1)],
    ["at a mark", (arena: Arena) => arena.mark()],
    ["when asked", (arena: Arena) => arena.check()],
    ["at the reset", (arena: Arena) => arena.reset()],
  ])("an overrun is told %s, once", (__, look) => {
    for (const at of [24, 31]) {
      const { arena, row: offset } = setUp();
      writeBeside(arena, offset, at);
      let told = "";
      try {
        look(arena);
      } catch (error) {
        told = String(error);
      }
      expect(told).toMatch(/WATT_ELECTRON_OVERRUN/);
      expect(told).toMatch(row);
      expect(codeOf(() => arena.reset())).toBe("nothing");
      expect(arena.used).toBe(0);
    }
  });

  test("an overrun of an allocation that has others behind it is told", () => {
    const { arena, row: offset } = setUp();
    arena.alloc(8);
    arena.alloc(8);
    writeBeside(arena, offset, 24);
    expect(() => arena.reset()).toThrow(row);
  });

  test("a release tells the overruns of what it frees, and frees it", () => {
    const arena = new Arena(options());
    const kept = arena.alloc(8);
    const mark = arena.mark();
    const offset = arena.alloc(24, 8, "row");
    writeBeside(arena, offset, 24);
    const used = arena.used;
    expect(codeOf(() => arena.release(mark))).toBe("WATT_ELECTRON_OVERRUN");
    expect(arena.used).toBeLessThan(used);
    writeBeside(arena, kept, 7);
    expect(codeOf(() => arena.reset())).toBe("nothing");
  });

  test("writes up to the end are no overrun", () => {
    const { arena, row: offset } = setUp();
    arena.u8(offset, 24).fill(255);
    arena.alloc(0);
    arena.u8(arena.alloc(1, 1), 1).fill(255);
    arena.check();
    expect(codeOf(() => arena.reset())).toBe("nothing");
  });

  test.each([
    ["at the next allocation", (arena: Arena) => arena.alloc(100)],
    ["when asked", (arena: Arena) => arena.check()],
    ["at the reset", (arena: Arena) => arena.reset()],
  ])("a write after release is told %s, once", (__, look) => {
    for (const at of [0, 23]) {
      const arena = new Arena(options());
      arena.alloc(8);
      const mark = arena.mark();
      const view = arena.u8(arena.alloc(24, 8, "row"), 24);
      arena.release(mark);
      view[at] = 1;
      if (options().limit !== undefined) arena.trim();
      let told = "";
      try {
        look(arena);
      } catch (error) {
        told = String(error);
      }
      // In a chain the next hundred bytes lie in another block: there it is told later.
      if (!/WATT_ELECTRON_USE/.test(told)) expect(() => arena.check()).toThrow(row);
      else expect(told).toMatch(row);
      expect(codeOf(() => arena.reset())).toBe("nothing");
      expect(arena.used).toBe(0);
    }
  });

  test("what was written after a reset is told at the next one, in every block", () => {
    const arena = new Arena(options());
    const views = [1, 2, 3].map(() => arena.u8(arena.alloc(40), 40));
    arena.reset();
    for (const view of views) {
      view[39] = 9;
      expect(codeOf(() => arena.reset())).toBe("WATT_ELECTRON_USE_AFTER_RELEASE");
    }
    expect(codeOf(() => arena.reset())).toBe("nothing");
  });

  test("gaps of alignment are nobody's, and told as such", () => {
    const arena = new Arena(options());
    arena.alloc(1, 1);
    arena.alloc(1, 64);
    arena.reset();
    expect(codeOf(() => arena.alloc(1, 64))).toBe("nothing");
    arena.reset();
    expect(codeOf(() => arena.check())).toBe("nothing");
  });

  test.each([
    ["u8", (arena: Arena, offset: Offset) => arena.u8(offset, 1)],
    ["u16", (arena: Arena, offset: Offset) => arena.u16(offset, 1)],
    ["u32", (arena: Arena, offset: Offset) => arena.u32(offset, 1)],
    ["f64", (arena: Arena, offset: Offset) => arena.f64(offset, 1)],
    ["bufferAt", (arena: Arena, offset: Offset) => arena.bufferAt(offset)],
    ["byteOffsetAt", (arena: Arena, offset: Offset) => arena.byteOffsetAt(offset)],
  ])("%s of what was freed, or never was, is told", (__, view) => {
    const arena = new Arena(options());
    arena.alloc(8);
    const scope = arena.scope();
    const offset = arena.alloc(24, 8, "row");
    expect(codeOf(() => view(arena, offset))).toBe("nothing");
    expect(codeOf(() => view(arena, (offset + 16) as Offset))).toBe("nothing");
    scope[Symbol.dispose]();
    expect(codeOf(() => view(arena, offset))).toBe("WATT_ELECTRON_USE_AFTER_RELEASE");
    expect(() => view(arena, (offset + 16) as Offset)).toThrow(row);
    expect(codeOf(() => view(arena, (offset + 800) as Offset))).toBe("WATT_ELECTRON_FOREIGN_HANDLE");
    expect(() => view(arena, (offset + 800) as Offset)).toThrow(`the arena was given offset ${offset + 800},`);
    expect(codeOf(() => view(arena, -8 as Offset))).toBe("WATT_ELECTRON_FOREIGN_HANDLE");
  });

  test("a view beyond the end of its allocation is told", () => {
    const { arena, row: offset } = setUp();
    expect(codeOf(() => arena.u32(offset, 7))).toBe("WATT_ELECTRON_OVERRUN");
    expect(() => arena.u8((offset + 8) as Offset, 17)).toThrow(row);
    expect(arena.u8((offset + 8) as Offset, 16).length).toBe(16);
  });
});

describe("what checked mode leaves alone", () => {
  test("a region is neither written nor poisoned unless told so, and keeps its offsets", () => {
    const bytes = new Uint8Array(256).fill(7);
    const arena = new Arena({ buffer: bytes.buffer, start: 16, bytes: 100 });
    const mark = arena.mark();
    expect([arena.alloc(3, 1), arena.alloc(1, 1), arena.alloc(96, 1), arena.tryAlloc(1, 1)]).toEqual([16, 19, 20, -1]);
    arena.release(mark);
    arena.alloc(10);
    arena.check();
    arena.reset();
    expect(bytes.every((byte) => byte === 7)).toBe(true);
    expect(codeOf(() => arena.u8(16 as Offset, 1))).toBe("WATT_ELECTRON_USE_AFTER_RELEASE");
  });

  test("fresh memory of its own is zero, as ever", () => {
    const arena = new Arena({ bytes: 256 });
    expect(arena.u8(arena.alloc(64), 64).every((byte) => byte === 0)).toBe(true);
  });

  test("a region that is checked by order holds a canary less for each allocation", () => {
    const arena = new Arena({ buffer: new ArrayBuffer(64), checked: true });
    expect([arena.tryAlloc(57), arena.tryAlloc(56), arena.used, arena.tryAlloc(0, 1)]).toEqual([-1, 0, 64, -1]);
  });

  test.each([
    ["of many small allocations, there are no canaries any more", 64, 1],
    ["above 64 MiB, there are none", 65 * 1024 * 1024, 8],
  ])("when the memory is full %s, and everything fits still", (_, bytes, size) => {
    const arena = new Arena({ bytes });
    const offsets = Array.from({ length: 64 }, () => arena.tryAlloc(Math.min(size, bytes / 64), 1));
    expect([offsets.includes(-1), new Set(offsets).size]).toEqual([false, 64]);
    expect([arena.used, arena.tryAlloc(bytes - arena.used, 1) >= 0, arena.tryAlloc(1, 1)]).toEqual([
      64 * size,
      true,
      -1,
    ]);
    expect(Math.max(...offsets) + size).toBeLessThanOrEqual(arena.buffer.byteLength);
  });

  test("zero bytes have no canary, so what only the first byte is aligned to fits behind them", () => {
    const arena = new Arena({ bytes: 256 });
    expect([arena.alloc(0), arena.alloc(8, 2 ** 20)]).toEqual([0, 0]);
  });

  test("freed bytes stay watched, however little is taken again", () => {
    const arena = new Arena({ bytes: 1024 });
    const view = arena.u8(arena.alloc(512, 8, "big"), 512);
    arena.reset();
    arena.alloc(8);
    view[500] = 1;
    expect(() => arena.reset()).toThrow(/#1 "big"/);
  });

  test("the last 1,024 freed allocations are known by name, older ones are strangers", () => {
    const arena = new Arena({ bytes: 65_536 });
    const take = (): Offset[] => Array.from({ length: 600 }, () => arena.alloc(8));
    take();
    const mark = arena.mark();
    const freed = take();
    arena.release(mark);
    arena.reset();
    expect(codeOf(() => arena.u8(freed[176] as Offset, 1))).toBe("WATT_ELECTRON_USE_AFTER_RELEASE");
    expect(codeOf(() => arena.u8(freed[175] as Offset, 1))).toBe("WATT_ELECTRON_FOREIGN_HANDLE");
  });

  test("above 64 MiB what is written after release is told still", () => {
    const arena = new Arena({ bytes: 65 * 1024 * 1024 });
    expect(arena.buffer.byteLength).toBe(65 * 1024 * 1024);
    const view = arena.u8(arena.alloc(8), 8);
    arena.reset();
    view[0] = 1;
    expect(codeOf(() => arena.alloc(8))).toBe("WATT_ELECTRON_USE_AFTER_RELEASE");
  });

  test("checked: false looks at nothing", () => {
    const arena = new Arena({ bytes: 64, checked: false });
    const mark = arena.mark();
    const offset = arena.alloc(8);
    writeBeside(arena, offset, 8);
    arena.release(mark);
    arena.alloc(16);
    arena.release(mark);
    writeBeside(arena, offset, 0);
    arena.mark();
    arena.check();
    arena.reset();
    expect([arena.u8(offset, 8).length, arena.alloc(64)]).toEqual([8, 0]);
  });
});
