import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Handle, Pool } from "../src/index.ts";
import { codeOf, runs } from "./code-of.ts";
import { type Lease, NaivePool } from "./oracle/pool-of-slots.ts";

/** A handle of which the test knows that it is one. */
function taken(pool: Pool, name?: string): Handle {
  const handle = pool.acquire(name);
  if (handle === -1) throw new Error("the pool is empty");
  return handle;
}

describe("slots", () => {
  test("are leased once, the last released first, then the answer is -1", () => {
    const pool = new Pool({ start: 100, slotBytes: 10, slots: 3 });
    const handles = [taken(pool), taken(pool), taken(pool)];
    expect(handles.map((handle) => pool.offset(handle))).toEqual([100, 110, 120]);
    expect(pool.acquire()).toBe(-1);
    pool.release(handles[1] as Handle);
    expect(pool.offset(taken(pool))).toBe(110);
    expect(pool.acquire()).toBe(-1);
    expect(pool.stats()).toEqual({ slots: 3, inUse: 3, highWater: 3 });
  });

  test("are one byte each from 0 when nothing else is said: the offset is the number", () => {
    const pool = new Pool({ slots: 2 });
    expect([pool.offset(taken(pool)), pool.offset(taken(pool)), pool.slotBytes, pool.start]).toEqual([0, 1, 1, 0]);
  });

  test.each([1, 2, 3, 4, 1023, 1024, 1025, 2 ** 24])("%i of them have as many handles, all small integers", (slots) => {
    const pool = new Pool({ slots, checked: false });
    const handles = new Set<Handle>();
    for (let i = 0; i < Math.min(slots, 3000); i++) handles.add(taken(pool));
    expect(handles.size).toBe(Math.min(slots, 3000));
    for (const handle of handles) {
      expect(Number.isInteger(handle) && handle >= 0 && handle < 2 ** 30).toBe(true);
      pool.release(handle);
    }
  });

  test.each([
    { slots: 0 },
    { slots: 1.5 },
    { slots: 2 ** 24 + 1 },
    { slots: Number.NaN },
    { slotBytes: 0, slots: 1 },
    { slotBytes: 1.5, slots: 1 },
    { start: -1, slots: 1 },
    { start: 0.5, slots: 1 },
    { slotBytes: 65536, slots: 32768 },
    { start: 2 ** 31 - 1, slots: 1 },
  ])("%o is a coded error", (options) => {
    expect(codeOf(() => new Pool(options))).toBe("WATT_ELECTRON_OPTION");
  });

  test("may end at the last byte that an offset can name", () => {
    const pool = new Pool({ start: 2 ** 31 - 17, slotBytes: 8, slots: 2 });
    taken(pool);
    expect(pool.offset(taken(pool))).toBe(2 ** 31 - 9);
  });
});

describe("handles", () => {
  test("of a slot differ from one lease to the next, so a stale one is noticed", () => {
    const pool = new Pool({ slots: 1, checked: false });
    const first = taken(pool);
    pool.release(first);
    const second = taken(pool);
    expect(pool.offset(second)).toBe(pool.offset(first));
    expect([pool.isHeld(first), pool.isHeld(second)]).toEqual([false, true]);
    expect(codeOf(() => pool.release(first))).toBe("WATT_ELECTRON_NOT_HELD");
    expect(pool.isHeld(second)).toBe(true);
  });

  // 2^20 slots leave 10 bits of 30 for the generation.
  test("come again after as many releases of the slot as there are generations, and not before", () => {
    const pool = new Pool({ slots: 2 ** 20, checked: false });
    const first = taken(pool);
    pool.release(first);
    for (let lease = 2; lease <= 1024; lease++) {
      const handle = taken(pool);
      expect([handle === first, pool.offset(handle)]).toEqual([false, 0]);
      pool.release(handle);
      expect(codeOf(() => pool.release(first))).toBe("WATT_ELECTRON_NOT_HELD");
    }
    expect(pool.acquire()).toBe(first);
  });

  test.each<[string, (pool: Pool, held: Handle, released: Handle) => number]>([
    ["released twice", (_, __, released) => released],
    ["the answer of a pool that was empty", () => -1],
    ["the number of a slot that is held", () => 0],
    ["the number of a slot", () => 1],
    ["of a slot that was never leased", (_, held) => held + 2],
    ["the one that a free slot will get", (_, held) => held + 4],
    ["the held one and more", (_, held) => held + 2 ** 32],
    ["the held one and a little", (_, held) => held + 0.5],
    ["beyond the slots", (_, held) => held + 3],
    ["the complement of the held one", (_, held) => ~held],
    ["no number", () => Number.NaN],
    ["infinite", () => Infinity],
  ])("that are %s are a coded error and change nothing", (_, forge) => {
    for (const checked of [false, true]) {
      const pool = new Pool({ slots: 3, checked });
      const held = taken(pool);
      const released = taken(pool);
      pool.release(released);
      const handle = forge(pool, held, released) as Handle;
      expect(pool.isHeld(handle)).toBe(false);
      expect(codeOf(() => pool.release(handle))).toMatch(/_(NOT_HELD|DOUBLE_FREE|FOREIGN_HANDLE)$/);
      expect([pool.stats().inUse, pool.stats().highWater, pool.isHeld(held)]).toEqual([1, 2, true]);
    }
  });

  test("no integer is held that was not given out", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(9), fc.nat(9), fc.integer(), (slots, takes, drops, value) => {
        const pool = new Pool({ slots, checked: false });
        const held = Array.from({ length: Math.min(takes, slots) }, () => taken(pool));
        for (let i = 0; i < drops && held.length > 0; i++) pool.release(held.pop() as Handle);
        for (let near = -20; near < 40; near++) {
          for (const candidate of [near, value + near, ~near, -(2 ** 31) - near]) {
            const isHeld = held.includes(candidate as Handle);
            expect(pool.isHeld(candidate as Handle)).toBe(isHeld);
            if (!isHeld) expect(codeOf(() => pool.release(candidate as Handle))).toBe("WATT_ELECTRON_NOT_HELD");
          }
        }
      }),
      runs(200, 10_000),
    );
  });
});

describe("checked mode", () => {
  test("is on by default in development", () => {
    const pool = new Pool({ slots: 1 });
    const handle = taken(pool);
    pool.release(handle);
    expect(codeOf(() => pool.release(handle))).toBe("WATT_ELECTRON_DOUBLE_FREE");
  });

  test("names a double release", () => {
    const pool = new Pool({ slots: 2, slotBytes: 32, start: 64, checked: true });
    pool.acquire();
    const handle = taken(pool, "window");
    pool.release(handle);
    expect(() => pool.release(handle)).toThrow(/DOUBLE_FREE.*#2 "window" \(32 bytes at 96, taken at .*pool\.test\.ts/);
    expect(() => pool.offset(handle)).toThrow(/USE_AFTER_RELEASE.*"window"/);
    expect(codeOf(() => pool.offset(7 as Handle))).toBe("WATT_ELECTRON_FOREIGN_HANDLE");
    expect(codeOf(() => pool.release(7 as Handle))).toBe("WATT_ELECTRON_FOREIGN_HANDLE");
  });

  test("finds what is still held at the end of a scope, and nothing older", () => {
    const pool = new Pool({ slots: 4, checked: true });
    taken(pool, "older");
    const leak = (): void => {
      using _ = pool.scope();
      pool.release(taken(pool, "given back"));
      taken(pool, "leaked");
    };
    expect(leak).toThrow(/WATT_ELECTRON_LEAK: 1 .*"leaked"/);
    const clean = (): void => {
      using _ = pool.scope();
      pool.release(taken(pool));
    };
    expect(codeOf(clean)).toBe("nothing");
  });

  test("switched off finds neither leaks nor uses", () => {
    const pool = new Pool({ slots: 4, slotBytes: 2, checked: false });
    const leak = (): void => {
      using _ = pool.scope();
      pool.acquire();
    };
    expect(codeOf(leak)).toBe("nothing");
    const handle = taken(pool);
    pool.release(handle);
    expect(pool.offset(handle)).toBe(2);
    expect(codeOf(() => pool.release(handle))).toBe("WATT_ELECTRON_NOT_HELD");
  });
});

test.each([true, false])("programs agree with a naive pool; checked: %s", (checked) => {
  const step = fc.record({ do: fc.constantFrom("acquire", "acquire", "release", "again"), pick: fc.nat(99) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.array(step, { maxLength: 100 }), (slots, steps) => {
      const pool = new Pool({ start: 64, slotBytes: 24, slots, checked });
      const model = new NaivePool(slots);
      const handles = new Map<Lease, Handle>();
      for (const { do: action, pick } of steps) {
        if (action === "acquire") {
          const lease = model.acquire();
          const handle = pool.acquire();
          expect(handle === -1).toBe(lease === undefined);
          if (lease === undefined || handle === -1) continue;
          expect(pool.offset(handle)).toBe(64 + 24 * lease.slot);
          expect([...handles.values()]).not.toContain(handle);
          handles.set(lease, handle);
        } else {
          // "again" also picks leases that ended.
          const choice = action === "again" ? model.leases : model.leases.filter((lease) => lease.held);
          const lease = choice[pick % choice.length];
          if (lease === undefined) continue;
          const done = codeOf(() => pool.release(handles.get(lease) as Handle)) === "nothing";
          expect(done).toBe(model.release(lease));
        }
        for (const [lease, handle] of handles) expect(pool.isHeld(handle)).toBe(lease.held);
        expect(pool.stats()).toEqual({ slots, inUse: model.inUse, highWater: model.highWater });
      }
    }),
    runs(150, 10_000),
  );
});
