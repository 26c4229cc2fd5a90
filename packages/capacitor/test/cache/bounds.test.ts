import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { type CacheEntry, createCache, MemoryStore } from "../../src/cache/index.ts";
import { count } from "./support.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const KEYS = 1_000_000;
// A load takes a hundred times as long as a set: promises and listeners.
const LOADS = count(100_000, KEYS);
const GROWTH_MAX = 2 ** 20;

/** Bytes by which the heap has grown when the second half is done, against the first. */
async function growthOf(run: (n: number) => unknown, keys: number = KEYS): Promise<number> {
  const half = async (from: number): Promise<number> => {
    for (let n = from; n < from + keys / 2; n++) {
      const pending = run(n);
      // Many go on at once.
      if (n % 100 === 99) await pending;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = await half(0);
  return (await half(keys / 2)) - before;
}

// The loads: a tenth of them but in the full run.
describe("a million keys, none of which comes again,", { timeout: 240_000 }, () => {
  test.each(["sieve", "lru"] as const)("leave a store as large as it was: %s", async (eviction) => {
    const store = new MemoryStore<number>({ maxEntries: 1_000, maxSize: 10_000, sizeOf: () => 10, eviction });
    const growth = await growthOf((n) => {
      store.set(`key ${n}`, n, { ttl: 50, tags: [`tag ${n}`, `tens ${n % 10}`] });
      store.get(`key ${n - 500}`);
      store.get(`none ${n}`);
    });
    const { entries, size, tags } = store.stats();
    expect([entries, size]).toEqual([1_000, 10_000]);
    expect(tags).toBe(1_010);
    expect(growth).toBeLessThan(GROWTH_MAX);
  });

  test("leave counters as large as they were", async () => {
    const store = new MemoryStore<number>({ maxEntries: 1_000 });
    expect(await growthOf((n) => store.increment(`ip ${n}`, 1, { ttl: 60_000 }))).toBeLessThan(GROWTH_MAX);
    expect(store.stats().entries).toBe(1_000);
  });

  test("leave a cache as large as it was: loads that succeed, fail, are shared, and are left", async () => {
    const cache = createCache<number>({ maxEntries: 1_000, ttl: 60_000, staleIfError: 1_000 });
    const { signal } = new AbortController();
    const boom = new Error("no");
    const loaders = [
      async (): Promise<number> => 1,
      async (): Promise<number> => Promise.reject(boom),
      (): number => {
        throw boom;
      },
      (): undefined => undefined,
    ];
    const growth = await growthOf(async (n) => {
      const loader = loaders[n % loaders.length] as () => Promise<number>;
      const options = { tags: [`tag ${n}`], ...(n % 5 === 0 && { signal }) };
      const answers = [1, 2].map(() => cache.getOrLoad(`key ${n}`, loader, options));
      if (n % 3 === 0) void cache.delete(`key ${n}`);
      await Promise.allSettled(answers);
    }, LOADS);
    await cache.settled();
    expect(cache.stats()).toMatchObject({ entries: 1_000, tags: 1_000, loading: 0 });
    expect(cache.stats().coalesced).toBeGreaterThan(LOADS / 4);
    expect(growth).toBeLessThan(GROWTH_MAX);
  });

  test("leave a cache with layers as large as it was: what is found, loaded, set, deleted, and not there", async () => {
    const layer = new MemoryStore<CacheEntry<number>>({ maxEntries: 1_000 });
    const cache = createCache<number>({ maxEntries: 1_000, layers: [layer] });
    const growth = await growthOf(async (n) => {
      await Promise.all([
        cache.get(`none ${n}`),
        cache.getMany([`none ${n} a`, `none ${n} b`]),
        cache.getOrLoad(`key ${n}`, async () => n, { tags: [`tag ${n}`] }),
        cache.set(`set ${n}`, n),
        cache.delete(`deleted ${n}`),
      ]);
    }, LOADS);
    await cache.settled();
    expect([cache.stats().entries, layer.stats().entries]).toEqual([1_000, 1_000]);
    expect(growth).toBeLessThan(GROWTH_MAX);
  });
});

test("memory is taken as entries come", () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  const stores = Array.from({ length: 100 }, () => new MemoryStore<number>({ maxEntries: 2 ** 24 }));
  for (const store of stores) store.set("a", 1, { ttl: 1_000 });
  collect();
  const after = process.memoryUsage();
  expect((after.heapUsed + after.external - heapUsed - external) / stores.length).toBeLessThan(10_000);
});

const ENTRIES = 2 ** 16;

test.each([
  { name: "links and marks", options: {}, ttl: Infinity, bytes: 9 },
  { name: "and a time, where there is one", options: {}, ttl: 60_000, bytes: 17 },
  { name: "and how long it is kept, where it can be stale", options: { staleIfError: 1 }, ttl: 60_000, bytes: 25 },
  { name: "and a size, where it is asked", options: { sizeOf: () => 1 }, ttl: Infinity, bytes: 17 },
])("an entry takes of flat arrays: $name", async ({ options, ttl, bytes }) => {
  const settle = async (): Promise<number> => {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
    collect();
    return process.memoryUsage().arrayBuffers;
  };
  const before = await settle();
  const cache = createCache<number>({ maxEntries: ENTRIES, ttl, ...options });
  for (let i = 0; i < ENTRIES; i++) cache.set(`key ${i}`, i);
  const after = await settle();
  expect(cache.stats().entries).toBe(ENTRIES);
  expect((after - before) / ENTRIES).toBeCloseTo(bytes, 1);
});

// The V8 of Node 22, and that of 26, makes an object of the number that the clock gives.
const CLOCK = process.versions.node.startsWith("24.") ? 0 : 16;

test.each([
  ["sieve", 0],
  ["lru", 0],
  ["expiring", CLOCK],
  ["cache", CLOCK],
])("a hit allocates nothing: %s", { timeout: 30_000 }, (kind, clock) => {
  const program = join(import.meta.dirname, "allocation.ts");
  const flags = [
    "--min-semi-space-size=256",
    "--max-semi-space-size=256",
    "--conditions=@watt/source",
    "--no-warnings",
  ];
  const bytes = execFileSync(process.execPath, [...flags, program, kind], { env: {}, encoding: "utf8" });
  expect(Number(bytes)).toBeLessThan(clock + 0.1);
});
