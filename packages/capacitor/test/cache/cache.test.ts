import { afterEach, describe, expect, test, vi } from "vitest";
import { createCache, MemoryStore } from "../../src/cache/index.ts";
import { isWattErrorOf } from "../support.ts";
import { Clock } from "./support.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("createCache", () => {
  test.each([
    [{ ttl: 0 }, "ttl = 0"],
    [{ ttl: NaN }, "ttl = NaN"],
    [{ staleWhileRevalidate: -1 }, "staleWhileRevalidate = -1"],
    [{ staleIfError: NaN }, "staleIfError = NaN"],
    [{ jitter: 1.1 }, "jitter = 1.1"],
    [{ jitter: -0.1 }, "jitter = -0.1"],
    [{ maxEntries: 0 }, "maxEntries = 0"],
    [{ layers: [new MemoryStore<never>()], memoryTtl: 0 }, "memoryTtl = 0"],
    [{ layers: [new MemoryStore<never>()], layerTimeout: 0 }, "layerTimeout = 0"],
  ])("refuses %j", (options, told) => {
    expect(() => createCache(options as object)).toThrow(isWattErrorOf("CACHE_OPTION"));
    expect(() => createCache(options as object)).toThrow(told);
  });

  test("without layers answers at once", () => {
    const cache = createCache<string>();
    expect(cache.set("a", "x", { tags: ["t"] })).toBeUndefined();
    expect([cache.get("a"), cache.peek("a"), cache.has("a"), cache.has("b")]).toEqual(["x", "x", true, false]);
    expect(cache.getMany(["b", "a"])).toEqual([undefined, "x"]);
    expect([cache.delete("a"), cache.delete("a")]).toEqual([true, false]);
    expect([cache.deleteTagged("t"), cache.clear()]).toEqual([0, undefined]);
  });

  test("counts hits and misses; has and peek count nothing and are no use", () => {
    const cache = createCache<number>({ maxEntries: 2, eviction: "lru" });
    cache.set("a", 1);
    cache.set("b", 2);
    expect([cache.get("a"), cache.get("c")]).toEqual([1, undefined]);
    expect(cache.getMany(["a", "b", "c", "d"])).toEqual([1, 2, undefined, undefined]);
    cache.peek("a");
    cache.has("a");
    cache.peek("c");
    cache.has("c");
    expect(cache.stats()).toMatchObject({ hits: 3, misses: 3, entries: 2, evicted: 0, layers: [] });
    cache.set("c", 3);
    expect(cache.peek("a")).toBeUndefined();
    expect(cache.stats().evicted).toBe(1);
  });

  test("a time of the entry counts before that of the cache", () => {
    const clock = new Clock();
    const cache = createCache<number>({ ttl: 10, now: clock.now });
    cache.set("a", 1);
    cache.set("b", 2, { ttl: 20 });
    cache.set("c", 3, { ttl: Infinity });
    clock.time += 10;
    expect(cache.getMany(["a", "b", "c"])).toEqual([undefined, 2, 3]);
    clock.time += 10;
    expect(cache.getMany(["a", "b", "c"])).toEqual([undefined, undefined, 3]);
    expect(cache.stats()).toMatchObject({ expired: 2, entries: 1 });
  });

  test.each([0, -1, NaN])("to set for %d ms, or undefined, is to delete", (ttl) => {
    const cache = createCache<number | undefined>();
    cache.set("a", 1);
    cache.set("a", 2, { ttl });
    cache.set("b", 1);
    cache.set("b", undefined);
    expect(cache.stats().entries).toBe(0);
  });

  test("sizes are asked and bounded", () => {
    const cache = createCache<string>({ maxSize: 10, sizeOf: (value, key) => value.length + key.length });
    cache.set("a", "12345");
    cache.set("b", "12345678901");
    expect(cache.stats()).toMatchObject({ entries: 1, size: 6, rejected: 1 });
  });

  test.each([
    [0, 100],
    [0.5, 75],
    [0.999, 50.05],
  ])("jitter shortens the time by a part of its share: %d", (random, life) => {
    vi.spyOn(Math, "random").mockReturnValue(random);
    const clock = new Clock();
    const cache = createCache<number>({ ttl: 100, jitter: 0.5, now: clock.now });
    cache.set("a", 1);
    cache.set("b", 1, { ttl: Infinity });
    clock.time += life - 0.1;
    expect(cache.has("a")).toBe(true);
    clock.time += 0.2;
    expect(cache.getMany(["a", "b"])).toEqual([undefined, 1]);
  });

  test("takes the time from a clock that is never set back", () => {
    vi.spyOn(Date, "now").mockImplementation(() => Math.random());
    const time = vi.spyOn(performance, "now").mockReturnValue(1_000);
    const cache = createCache<number>({ ttl: 10 });
    cache.set("a", 1);
    time.mockReturnValue(1_010);
    expect(cache.get("a")).toBeUndefined();
  });

  test("counts stale time alike in memory and by the clock of layers", async () => {
    const time = vi.spyOn(performance, "now").mockReturnValue(1_000);
    // Before the cache is made, which keeps the function.
    vi.spyOn(Date, "now").mockReturnValue(5);
    const cache = createCache<string>({ ttl: 10, staleWhileRevalidate: 5, staleIfError: 100 });
    cache.set("a", "old");
    time.mockReturnValue(1_014);
    expect(cache.getOrLoad("a", () => Promise.reject(new Error("no")))).toBe("old");
    time.mockReturnValue(1_015);
    await cache.settled();
    expect(cache.getOrLoad("a", async () => "new")).toBeInstanceOf(Promise);
  });

  test("is settled when nothing goes on", async () => {
    const cache = createCache<number>();
    await cache.settled();
    let isDone = false;
    void cache.getOrLoad("a", async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      isDone = true;
      return 1;
    });
    await cache.settled();
    expect([isDone, cache.get("a")]).toEqual([true, 1]);
  });
});
