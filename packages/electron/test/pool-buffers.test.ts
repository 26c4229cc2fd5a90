import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BufferPool } from "../src/index.ts";
import { codeOf, runs } from "./code-of.ts";

type Buffer8 = Uint8Array<ArrayBuffer>;

describe("classes", () => {
  test.each([
    [0, 4096],
    [1, 4096],
    [4096, 4096],
    [4097, 8192],
    [8192, 8192],
    [8193, 16384],
    [65535, 65536],
    [65536, 65536],
    [65537, 65537],
    [100_000, 100_000],
  ])("for %i bytes give %i", (bytes, length) => {
    const pool = new BufferPool({ maxBytes: 65536 });
    const buffer = pool.acquire(bytes);
    expect(buffer.length).toBe(length);
    expect(pool.stats()).toMatchObject({ inUse: 1, idle: 0, idleBytes: 0 });
    pool.release(buffer);
    const kept = length <= 65536 ? 1 : 0;
    expect(pool.stats()).toMatchObject({ inUse: 0, idle: kept, idleBytes: kept * length });
    expect(pool.acquire(bytes) === buffer).toBe(kept === 1);
  });

  test.each<[number, number]>([
    [0, 0],
    [2, 2],
    [Infinity, 3],
  ])("with a retention of %d keep %i of 3", (retain, idle) => {
    const pool = new BufferPool({ retain });
    const buffers = [1, 2, 3].map(() => pool.acquire(5000));
    for (const buffer of buffers) pool.release(buffer);
    expect(pool.stats()).toMatchObject({ inUse: 0, idle, idleBytes: idle * 8192 });
    if (idle > 0) expect(pool.stats().classes).toEqual([{ bytes: 8192, inUse: 0, idle }]);
  });

  test("are counted one by one, and what is larger together", () => {
    const pool = new BufferPool({ maxBytes: 8192 });
    for (const bytes of [1, 5000, 5000, 9000, 10_000]) pool.acquire(bytes);
    expect(pool.stats().classes).toEqual([
      { bytes: 4096, inUse: 1, idle: 0 },
      { bytes: 8192, inUse: 2, idle: 0 },
      { bytes: 0, inUse: 2, idle: 0 },
    ]);
  });

  test.each<[string, () => unknown]>([
    ["a largest class of 5000", () => new BufferPool({ maxBytes: 5000 })],
    ["a largest class of 2048", () => new BufferPool({ maxBytes: 2048 })],
    ["a largest class of 8192.5", () => new BufferPool({ maxBytes: 8192.5 })],
    ["a largest class of 2^31", () => new BufferPool({ maxBytes: 2 ** 31 })],
    ["a retention of -1", () => new BufferPool({ retain: -1 })],
    ["a retention that is no number", () => new BufferPool({ retain: Number.NaN })],
    ["-1 bytes", () => new BufferPool().acquire(-1)],
    ["half a byte", () => new BufferPool().acquire(0.5)],
    ["2^53 bytes", () => new BufferPool().acquire(2 ** 53)],
  ])("%s is a coded error", (_, run) => {
    expect(codeOf(run)).toBe("WATT_ELECTRON_OPTION");
  });
});

describe("buffers", () => {
  test("are plain: no loop over bytes meets a hidden class that it would not meet without the pool", () => {
    const buffer = new BufferPool().acquire(1);
    expect(Object.getPrototypeOf(buffer)).toBe(Uint8Array.prototype);
    expect(Reflect.ownKeys(buffer).length).toBe(4096);
    expect(Reflect.ownKeys(buffer.buffer)).toEqual([]);
  });

  test("whose memory was transferred away are not kept", () => {
    const pool = new BufferPool();
    const buffer = pool.acquire(5000);
    structuredClone(buffer.buffer, { transfer: [buffer.buffer] });
    pool.release(buffer);
    expect(pool.stats()).toEqual({ inUse: 0, idle: 0, idleBytes: 0, classes: [] });
  });

  test("that nobody gives back are garbage", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const pool = new BufferPool({ checked: false });
    const kept = new WeakRef(pool.acquire(1));
    for (let i = 0; i < 10 && kept.deref() !== undefined; i++) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      collect();
    }
    expect(kept.deref()).toBeUndefined();
    expect(pool.stats().inUse).toBe(1);
  });

  test.each<[string, (pool: BufferPool, held: Buffer8) => Buffer8]>([
    [
      "released twice",
      (pool) => {
        const buffer = pool.acquire(1);
        pool.release(buffer);
        return buffer;
      },
    ],
    [
      "released twice, and too large to be kept",
      (pool) => {
        const buffer = pool.acquire(2 ** 20 + 1);
        pool.release(buffer);
        return buffer;
      },
    ],
    ["another pool's", () => new BufferPool().acquire(1)],
    ["a part of a held one", (_, held) => held.subarray(1)],
    ["another view of a held one", (_, held) => held.subarray(0)],
    ["nobody's", () => new Uint8Array(4096)],
  ])("that are %s are a coded error and change nothing", (_, forge) => {
    for (const checked of [false, true]) {
      const pool = new BufferPool({ checked });
      const held = pool.acquire(1);
      const buffer = forge(pool, held);
      const before = pool.stats();
      expect(codeOf(() => pool.release(buffer))).toMatch(checked ? /_(DOUBLE_FREE|FOREIGN_HANDLE)$/ : /_NOT_HELD$/);
      expect(pool.stats()).toEqual(before);
      pool.release(held);
    }
  });
});

describe("checked mode", () => {
  test("names a double release", () => {
    const pool = new BufferPool();
    const buffer = pool.acquire(5000, "page");
    pool.release(buffer);
    expect(() => pool.release(buffer)).toThrow(
      /DOUBLE_FREE.*#1 "page" \(5000 bytes at 0, taken at .*buffers\.test\.ts/,
    );
  });

  test.each([0, 1, 4999, 8191])("finds byte %i written to after the release, once", (at) => {
    const pool = new BufferPool({ checked: true });
    const buffer = pool.acquire(5000, "page");
    pool.release(buffer);
    buffer[at] = 1;
    expect(() => pool.acquire(5000)).toThrow(/USE_AFTER_RELEASE.*"page"/);
    expect(pool.acquire(5000)).not.toBe(buffer);
    expect(pool.stats()).toMatchObject({ inUse: 1, idle: 0 });
  });

  test("does not look into buffers that are held or too many to be kept", () => {
    const pool = new BufferPool({ checked: true, retain: 0 });
    const buffer = pool.acquire(5000);
    buffer.fill(7);
    pool.release(buffer);
    expect(buffer[0]).toBe(7);
    expect(pool.acquire(5000)).not.toBe(buffer);
  });

  test("finds what is still held at the end of a scope", () => {
    const pool = new BufferPool({ checked: true });
    pool.acquire(1, "older");
    const leak = (): void => {
      using _ = pool.scope();
      pool.release(pool.acquire(1));
      pool.acquire(1, "leaked");
    };
    expect(leak).toThrow(/WATT_ELECTRON_LEAK: 1 .*"leaked"/);
  });

  test("switched off keeps the bytes and finds nothing", () => {
    const pool = new BufferPool({ checked: false });
    const buffer = pool.acquire(1);
    buffer.fill(7);
    pool.release(buffer);
    const leak = (): void => {
      using _ = pool.scope();
      expect(pool.acquire(1)[4095]).toBe(7);
    };
    expect(codeOf(leak)).toBe("nothing");
  });
});

test.each([true, false])(
  "programs never lease a buffer twice and stay within the retention; checked: %s",
  (checked) => {
    const action = fc.record({
      do: fc.constantFrom("acquire", "release", "again"),
      bytes: fc.nat(40_000),
      pick: fc.nat(99),
    });
    fc.assert(
      fc.property(fc.nat(3), fc.array(action, { maxLength: 60 }), (retain, actions) => {
        const pool = new BufferPool({ maxBytes: 16384, retain, checked });
        const given = new Set<Buffer8>();
        const leased: Buffer8[] = [];
        for (const { do: what, bytes, pick } of actions) {
          if (what === "acquire") {
            const buffer = pool.acquire(bytes);
            expect(buffer.length).toBeGreaterThanOrEqual(bytes);
            expect(leased.includes(buffer)).toBe(false);
            buffer.fill(leased.push(buffer));
            given.add(buffer);
          } else if (what === "release" && leased.length > 0) {
            pool.release(leased.splice(pick % leased.length, 1)[0] as Buffer8);
          } else if (what === "again") {
            const buffer = [...given][pick % given.size];
            if (buffer !== undefined && !leased.includes(buffer))
              expect(codeOf(() => pool.release(buffer))).not.toBe("nothing");
          }
          const { inUse, classes } = pool.stats();
          expect(inUse).toBe(leased.length);
          expect(classes.every((c) => c.idle <= (c.bytes === 0 ? 0 : retain))).toBe(true);
        }
      }),
      runs(100, 10_000),
    );
  },
);
