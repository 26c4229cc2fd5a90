import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ArenaOfPools, type Mark, type RequestArena } from "../src/index.ts";
import { codeOf, runs } from "./code-of.ts";
import { type Lease, NaivePool } from "./oracle/pool-of-slots.ts";

/** Checked mode as it is by default: said in so many words it adds canaries, and the arenas hold less. */
function mode(checked: boolean): { checked?: boolean } {
  return checked ? {} : { checked };
}

/** An arena of which the test knows that there is one. */
function taken(pools: ArenaOfPools, name?: string): RequestArena {
  const arena = pools.acquire(name);
  if (arena === undefined) throw new Error("there is no arena left");
  return arena;
}

describe("arenas", () => {
  test("lie side by side, and are leased until there are none", () => {
    const pools = new ArenaOfPools({ arenas: 3, bytes: 64 });
    const arenas = [taken(pools), taken(pools), taken(pools)];
    expect(arenas.map((arena) => [arena.start, arena.capacity])).toEqual([
      [0, 64],
      [64, 64],
      [128, 64],
    ]);
    expect(arenas.every((arena) => arena.buffer === pools.buffer)).toBe(true);
    expect([pools.acquire(), pools.buffer.byteLength]).toEqual([undefined, 192]);
    pools.release(arenas[1] as RequestArena);
    expect([taken(pools).start, pools.acquire()]).toEqual([64, undefined]);
    expect(pools.stats()).toEqual({ arenas: 3, inUse: 3, highWater: 3, peakBytes: 0 });
  });

  test("may lie in a region of a given buffer", () => {
    const buffer = new SharedArrayBuffer(300);
    const pools = new ArenaOfPools({ arenas: 2, bytes: 128, buffer, start: 44 });
    expect([pools.buffer === buffer, taken(pools).start, taken(pools).start]).toEqual([true, 44, 172]);
    const own = new ArenaOfPools({ arenas: 2, bytes: 128, start: 40 });
    expect([own.buffer.byteLength, taken(own).start]).toEqual([296, 40]);
  });

  test.each([true, false])(
    "are empty when they are leased again, even after a failed request; checked: %s",
    (checked) => {
      const pools = new ArenaOfPools({ arenas: 1, bytes: 64, ...mode(checked) });
      const first = taken(pools);
      expect([first.alloc(24), first.tryAlloc(64), first.used]).toEqual([0, -1, 24]);
      pools.release(first);
      const second = taken(pools);
      expect([second.used, second.alloc(8), second.tryAlloc(56), second.tryAlloc(1)]).toEqual([0, 0, 8, -1]);
      pools.release(second);
      expect(pools.stats()).toEqual({ arenas: 1, inUse: 0, highWater: 1, peakBytes: 64 });
    },
  );

  test("that are held count for the most bytes, too", () => {
    const pools = new ArenaOfPools({ arenas: 2, bytes: 64 });
    taken(pools).alloc(16);
    taken(pools).alloc(40);
    expect(pools.stats().peakBytes).toBe(40);
  });

  test("go back at the end of a block with using", () => {
    const pools = new ArenaOfPools({ arenas: 1, bytes: 64 });
    {
      using arena = pools.acquire();
      expect([arena?.alloc(8), pools.stats().inUse]).toEqual([0, 1]);
      using none = pools.acquire();
      expect(none).toBeUndefined();
    }
    expect(pools.stats().inUse).toBe(0);
  });

  test("are one object each, leased again and again, when nothing is checked", () => {
    const pools = new ArenaOfPools({ arenas: 4, bytes: 64, checked: false });
    const first = taken(pools);
    pools.release(first);
    expect(pools.acquire()).toBe(first);
  });

  test.each([
    { arenas: 0, bytes: 8 },
    { arenas: 1.5, bytes: 8 },
    { arenas: 2 ** 24 + 1, bytes: 8 },
    { arenas: 1, bytes: 0 },
    { arenas: 1, bytes: 0.5 },
    { arenas: 1, bytes: 8, start: -1 },
    { arenas: 2 ** 16, bytes: 2 ** 15 },
    { arenas: 1, bytes: 16, start: 2 ** 31 - 16, buffer: { byteLength: 2 ** 32 } as ArrayBuffer },
    { arenas: 2, bytes: 8, buffer: new ArrayBuffer(15) },
    { arenas: 2, bytes: 8, buffer: new ArrayBuffer(16), start: 1 },
  ])("%o are a coded error", (options) => {
    expect(codeOf(() => new ArenaOfPools(options))).toBe("WATT_ELECTRON_OPTION");
  });

  test("hold the trees of many requests that live at once", () => {
    const NODES = 200;
    const pools = new ArenaOfPools({ arenas: 100, bytes: NODES * 16, checked: false });
    const words = new Int32Array(pools.buffer);
    const trees: { arena: RequestArena; root: number; request: number }[] = [];
    for (let request = 0; request < 400; request++) {
      if (trees.length === 100) {
        const [tree] = trees.splice((request * 7919) % 100, 1) as [(typeof trees)[0]];
        expect(countNodes(words, tree.root, tree.request)).toBe(NODES);
        pools.release(tree.arena);
      }
      const arena = taken(pools);
      trees.push({ arena, root: plant(words, arena, NODES, request), request });
    }
    expect(pools.acquire()).toBeUndefined();
    for (const { root, request } of trees) expect(countNodes(words, root, request)).toBe(NODES);
  });
});

/** A binary tree of nodes {request, left, right, spare}, as indices of words; 0 of the first word is no child. */
function plant(words: Int32Array, arena: RequestArena, nodes: number, request: number): number {
  const at = arena.alloc(16) >> 2;
  const left = nodes >> 1;
  const right = nodes - 1 - left;
  words[at] = request;
  words[at + 1] = left > 0 ? plant(words, arena, left, request) : -1;
  words[at + 2] = right > 0 ? plant(words, arena, right, request) : -1;
  return at;
}

function countNodes(words: Int32Array, at: number, request: number): number {
  if (at === -1) return 0;
  const [owner, left, right] = words.subarray(at, at + 3) as unknown as [number, number, number];
  if (owner !== request) return Number.NaN;
  return 1 + countNodes(words, left, request) + countNodes(words, right, request);
}

describe("a release", () => {
  test.each([false, true])("of one that is not held is a coded error and changes nothing; checked: %s", (checked) => {
    const pools = new ArenaOfPools({ arenas: 3, bytes: 64, ...mode(checked) });
    const other = taken(new ArenaOfPools({ arenas: 3, bytes: 64, ...mode(checked) }));
    const held = taken(pools);
    held.alloc(8);
    const released = taken(pools);
    pools.release(released);
    for (const arena of [released, other]) {
      expect(codeOf(() => pools.release(arena))).toMatch(checked ? /_(DOUBLE_FREE|FOREIGN_HANDLE)$/ : /_NOT_HELD$/);
    }
    expect(codeOf(() => released[Symbol.dispose]())).toMatch(/_(DOUBLE_FREE|NOT_HELD)$/);
    expect([pools.stats().inUse, held.used, other.alloc(8)]).toEqual([1, 8, 0]);
    expect([taken(pools).start, taken(pools).start, pools.acquire()]).toEqual([64, 128, undefined]);
  });
});

describe("checked mode", () => {
  const ask: [string, (arena: RequestArena) => unknown][] = [
    ["an allocation", (arena) => arena.alloc(8)],
    ["a try", (arena) => arena.tryAlloc(8)],
    ["typed memory", (arena) => arena.allocU32(8)],
    ["a view", (arena) => arena.u8(arena.start, 1)],
    ["a mark", (arena) => arena.mark()],
    ["a way back", (arena) => arena.release(0 as Mark)],
    ["a reset", (arena) => arena.reset()],
  ];

  test.each(ask)("refuses %s after the release, also when the bytes are another's", (_, run) => {
    const pools = new ArenaOfPools({ arenas: 1, bytes: 64 });
    const arena = taken(pools, "GET /");
    pools.release(arena);
    expect(() => run(arena)).toThrow(/USE_AFTER_RELEASE.*#1 "GET \/" \(64 bytes at 0, taken at .*arenas\.test\.ts/);
    const next = taken(pools);
    next.alloc(16);
    expect(codeOf(() => run(arena))).toBe("WATT_ELECTRON_USE_AFTER_RELEASE");
    expect(() => pools.release(arena)).toThrow(/DOUBLE_FREE.*"GET \/"/);
    expect([next.used, pools.stats().inUse]).toEqual([16, 1]);
  });

  test.each([0, 63])("finds byte %i written to after the release, once", (at) => {
    const pools = new ArenaOfPools({ arenas: 1, bytes: 64, checked: true });
    pools.release(taken(pools, "GET /"));
    new Uint8Array(pools.buffer)[at] = 1;
    expect(() => pools.acquire()).toThrow(/USE_AFTER_RELEASE.*"GET \/"/);
    expect(pools.stats().inUse).toBe(0);
    expect(taken(pools).start).toBe(0);
  });

  test("never writes to memory that it was given", () => {
    const buffer = new ArrayBuffer(64);
    const pools = new ArenaOfPools({ arenas: 1, bytes: 64, buffer });
    const bytes = new Uint8Array(buffer).fill(7);
    for (let i = 0; i < 3; i++) {
      const arena = taken(pools);
      arena.alloc(8);
      pools.release(arena);
    }
    expect(bytes.every((byte) => byte === 7)).toBe(true);
    bytes.fill(8);
    expect(taken(pools).start).toBe(0);
  });

  test("puts canaries behind allocations when it is asked for", () => {
    const pools = new ArenaOfPools({ arenas: 1, bytes: 64, checked: true });
    const arena = taken(pools);
    const row = arena.alloc(8, 8, "row");
    new Uint8Array(pools.buffer)[row + 8] = 1;
    expect(() => pools.release(arena)).toThrow(/OVERRUN.*"row"/);
    expect(pools.stats().inUse).toBe(0);
    expect(codeOf(() => arena.alloc(8))).toBe("WATT_ELECTRON_USE_AFTER_RELEASE");
    expect(taken(pools).used).toBe(0);
  });

  test("finds what is still held at the end of a scope", () => {
    const pools = new ArenaOfPools({ arenas: 4, bytes: 64, checked: true });
    taken(pools, "older");
    const leak = (): void => {
      using _ = pools.scope();
      pools.release(taken(pools));
      taken(pools, "leaked");
    };
    expect(leak).toThrow(/WATT_ELECTRON_LEAK: 1 .*"leaked"/);
  });

  test("switched off writes nothing and finds nothing", () => {
    const pools = new ArenaOfPools({ arenas: 4, bytes: 64, checked: false });
    const arena = taken(pools);
    pools.release(arena);
    expect(new Uint8Array(pools.buffer).every((byte) => byte === 0)).toBe(true);
    const leak = (): void => {
      using _ = pools.scope();
      pools.acquire();
    };
    expect([codeOf(leak), arena.alloc(8)]).toEqual(["nothing", 0]);
  });
});

test.each([true, false])("programs agree with a naive pool; checked: %s", (checked) => {
  const step = fc.record({
    do: fc.constantFrom("acquire", "acquire", "release", "again", "alloc"),
    pick: fc.nat(99),
    bytes: fc.nat(70),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.array(step, { maxLength: 80 }), (count, steps) => {
      const pools = new ArenaOfPools({ arenas: count, bytes: 64, ...mode(checked) });
      const model = new NaivePool(count);
      const arenas = new Map<Lease, RequestArena>();
      const used = new Map<Lease, number>();
      let peak = 0;
      for (const { do: action, pick, bytes } of steps) {
        const held = model.leases.filter((lease) => lease.held);
        const lease = action === "again" ? model.leases[pick % model.leases.length] : held[pick % held.length];
        if (action === "acquire") {
          const fresh = model.acquire();
          const arena = pools.acquire();
          expect(arena?.start).toBe(fresh === undefined ? undefined : 64 * fresh.slot);
          if (fresh === undefined || arena === undefined) continue;
          arenas.set(fresh, arena);
          used.set(fresh, 0);
        } else if (lease === undefined) {
          continue;
        } else if (action === "alloc") {
          const arena = arenas.get(lease) as RequestArena;
          const before = used.get(lease) as number;
          const fits = before + bytes <= 64;
          expect(arena.tryAlloc(bytes, 1)).toBe(fits ? arena.start + before : -1);
          if (fits) used.set(lease, before + bytes);
          peak = Math.max(peak, used.get(lease) as number);
        } else if (lease.held || checked || model.leases.findLast((l) => l.slot === lease.slot) === lease) {
          // Unchecked, a stale arena is the same object as the one of the next lease.
          const done = codeOf(() => pools.release(arenas.get(lease) as RequestArena)) === "nothing";
          expect(done).toBe(model.release(lease));
        }
        expect(pools.stats()).toEqual({
          arenas: count,
          inUse: model.inUse,
          highWater: model.highWater,
          peakBytes: peak,
        });
      }
    }),
    runs(150, 10_000),
  );
});
