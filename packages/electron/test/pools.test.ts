import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BufferPool, type Offset, SlotPool } from "../src/index.ts";
import { codeOf, runs } from "./code-of.ts";

describe("SlotPool", () => {
  test("leases each slot once, the last released first, then answers -1", () => {
    const pool = new SlotPool({ start: 100, slotBytes: 10, slots: 3 });
    expect([pool.acquire(), pool.acquire(), pool.acquire(), pool.acquire()]).toEqual([100, 110, 120, -1]);
    pool.release(110 as Offset);
    expect([pool.acquire(), pool.acquire()]).toEqual([110, -1]);
    expect(pool.stats()).toEqual({ slots: 3, inUse: 3, highWater: 3 });
  });

  test.each([
    ["released twice", 110],
    ["never leased", 120],
    ["inside a leased slot", 105],
    ["just before a leased slot", 99],
    ["a slot's length before the slots", 90],
    ["after the slots", 130],
    ["far after the slots", 100 + 2 ** 32 * 10],
    ["no number", Number.NaN],
  ])("a slot that is %s is a coded error and changes nothing", (_, slot) => {
    const pool = new SlotPool({ start: 100, slotBytes: 10, slots: 3 });
    expect([pool.acquire(), pool.acquire()]).toEqual([100, 110]);
    pool.release(110 as Offset);
    expect(codeOf(() => pool.release(slot as Offset))).toBe("WATT_ELECTRON_NOT_HELD");
    expect(pool.stats()).toEqual({ slots: 3, inUse: 1, highWater: 2 });
  });

  test.each([
    { slotBytes: 0, slots: 1 },
    { slotBytes: 1.5, slots: 1 },
    { slotBytes: 1, slots: 0 },
    { start: -1, slotBytes: 1, slots: 1 },
    { slotBytes: 65536, slots: 32768 },
  ])("%o is a coded error", (options) => {
    expect(codeOf(() => new SlotPool(options))).toBe("WATT_ELECTRON_OPTION");
  });

  test("programs of acquire and release never lease a slot twice nor lose one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(fc.nat(9), { maxLength: 80 }), (slots, steps) => {
        const pool = new SlotPool({ start: 64, slotBytes: 24, slots });
        const leased: Offset[] = [];
        let most = 0;
        for (const step of steps) {
          if (step < 5) {
            const slot = pool.acquire();
            expect(slot === -1).toBe(leased.length === slots);
            if (slot !== -1) {
              expect(leased).not.toContain(slot);
              expect([(slot - 64) % 24, slot >= 64, slot < 64 + slots * 24]).toEqual([0, true, true]);
              leased.push(slot);
            }
          } else if (leased.length > 0) {
            pool.release(leased.splice(step % leased.length, 1)[0] as Offset);
          }
          most = Math.max(most, leased.length);
          expect(pool.stats()).toEqual({ slots, inUse: leased.length, highWater: most });
        }
      }),
      runs(200, 10_000),
    );
  });
});

describe("BufferPool", () => {
  test.each([
    [0, 4096],
    [1, 4096],
    [4096, 4096],
    [4097, 8192],
    [8192, 8192],
    [65535, 65536],
    [65536, 65536],
    [65537, 65537],
    [100_000, 100_000],
  ])("for %i bytes gives %i", (bytes, length) => {
    const pool = new BufferPool({ maxBytes: 65536 });
    const buffer = pool.acquire(bytes);
    expect(buffer.length).toBe(length);
    expect(pool.stats()).toMatchObject({ inUse: 1, idle: 0, idleBytes: 0 });
    pool.release(buffer);
    const kept = length <= 65536 ? 1 : 0;
    expect(pool.stats()).toMatchObject({ inUse: 0, idle: kept, idleBytes: kept * length });
    expect(pool.acquire(bytes) === buffer).toBe(kept === 1);
  });

  test("keeps no more idle buffers than it was told", () => {
    const pool = new BufferPool({ retain: 2 });
    const buffers = [1, 2, 3].map(() => pool.acquire(5000));
    for (const buffer of buffers) pool.release(buffer);
    expect(pool.stats().classes).toEqual([{ bytes: 8192, inUse: 0, idle: 2 }]);
  });

  test("does not keep a buffer whose memory was transferred away", () => {
    const pool = new BufferPool();
    const buffer = pool.acquire(5000);
    structuredClone(buffer.buffer, { transfer: [buffer.buffer] });
    pool.release(buffer);
    expect(pool.stats()).toEqual({ inUse: 0, idle: 0, idleBytes: 0, classes: [] });
  });

  test.each<[string, (pool: BufferPool) => void]>([
    [
      "released twice",
      (pool) => {
        const buffer = pool.acquire(1);
        pool.release(buffer);
        pool.release(buffer);
      },
    ],
    ["another pool's", (pool) => pool.release(new BufferPool().acquire(1))],
    ["a view of a leased one", (pool) => pool.release(pool.acquire(1).subarray(0))],
  ])("a buffer that is %s is a coded error", (_, run) => {
    expect(codeOf(() => run(new BufferPool()))).toBe("WATT_ELECTRON_NOT_HELD");
  });

  test.each<[string, () => unknown]>([
    ["a largest class of 5000", () => new BufferPool({ maxBytes: 5000 })],
    ["a largest class of 2048", () => new BufferPool({ maxBytes: 2048 })],
    ["a retention of -1", () => new BufferPool({ retain: -1 })],
    ["-1 bytes", () => new BufferPool().acquire(-1)],
    ["half a byte", () => new BufferPool().acquire(0.5)],
  ])("%s is a coded error", (_, run) => {
    expect(codeOf(run)).toBe("WATT_ELECTRON_OPTION");
  });

  test("programs of acquire and release never lease a buffer twice and stay within the retention", () => {
    const action = fc.record({ acquire: fc.boolean(), bytes: fc.nat(40_000), pick: fc.nat(99) });
    fc.assert(
      fc.property(fc.nat(3), fc.array(action, { maxLength: 60 }), (retain, actions) => {
        const pool = new BufferPool({ maxBytes: 16384, retain });
        const leased: Uint8Array<ArrayBuffer>[] = [];
        for (const { acquire, bytes, pick } of actions) {
          if (acquire) {
            const buffer = pool.acquire(bytes);
            expect(buffer.length).toBeGreaterThanOrEqual(bytes);
            expect(leased.includes(buffer)).toBe(false);
            leased.push(buffer);
          } else if (leased.length > 0) {
            pool.release(leased.splice(pick % leased.length, 1)[0] as Uint8Array<ArrayBuffer>);
          }
          const { inUse, classes } = pool.stats();
          expect(inUse).toBe(leased.length);
          expect(classes.every((c) => c.idle <= (c.bytes === 0 ? 0 : retain))).toBe(true);
        }
      }),
      runs(200, 10_000),
    );
  });
});
