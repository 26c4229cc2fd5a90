import { describe, expect, test, vi } from "vitest";
import { createCache, type LoadManyContext } from "../../src/cache/index.ts";
import { isWattErrorOf } from "../support.ts";
import { Clock, defer } from "./support.ts";

const boom = new Error("boom");
const upper = async (keys: readonly string[]): Promise<string[]> => keys.map((key) => key.toUpperCase());

describe("getOrLoadMany", () => {
  test("asks the loader once, for what is missing, each key once", async () => {
    const cache = createCache<string>();
    cache.set("b", "set");
    const loader = vi.fn(upper);
    expect(await cache.getOrLoadMany(["a", "b", "c", "a"], loader)).toEqual(["A", "set", "C", "A"]);
    expect(loader.mock.calls).toEqual([[["a", "c"], expect.anything()]]);
    expect(cache.getMany(["a", "b", "c", "d"])).toEqual(["A", "set", "C", undefined]);
    expect(cache.stats()).toMatchObject({ misses: 3, hits: 4, coalesced: 1 });
  });

  test("asks nobody when all are there, or none are wanted", async () => {
    const cache = createCache<string>();
    cache.set("a", "set");
    const loader = vi.fn(upper);
    expect(await cache.getOrLoadMany(["a", "a"], loader)).toEqual(["set", "set"]);
    expect(await cache.getOrLoadMany([], loader)).toEqual([]);
    expect(loader).not.toHaveBeenCalled();
  });

  test("shares loads with those of one key, both ways", async () => {
    const cache = createCache<string>();
    const [one, many] = [defer<string>(), defer<string[]>()];
    const first = cache.getOrLoad("a", () => one.promise);
    const loader = vi.fn(() => many.promise);
    const second = cache.getOrLoadMany(["a", "b"], loader);
    const third = cache.getOrLoad("b", () => "never");
    expect(loader.mock.calls).toEqual([[["b"], expect.anything()]]);
    many.resolve(["B"]);
    expect(await third).toBe("B");
    one.resolve("A");
    expect([await first, await second]).toEqual(["A", ["A", "B"]]);
  });

  test("keeps each value by its own time and tags, and undefined not at all", async () => {
    const clock = new Clock();
    const cache = createCache<string>({ now: clock.now });
    const found = await cache.getOrLoadMany(["a", "bb", "c"], async () => ["A", "B", undefined], {
      ttl: (_, key) => key.length * 10,
      tags: (value) => [value],
    });
    expect(found).toEqual(["A", "B", undefined]);
    expect(cache.stats().entries).toBe(2);
    clock.time += 10;
    expect(cache.getMany(["a", "bb"])).toEqual([undefined, "B"]);
    expect(cache.deleteTagged("B")).toBe(1);
  });

  test.each([[[]], [["A"]], [["A", "B", "C"]]])("refuses %j for two keys", async (values) => {
    const cache = createCache<string>();
    const answer = cache.getOrLoadMany(["a", "b"], () => values);
    await expect(answer).rejects.toThrow(isWattErrorOf("CACHE_LOADER"));
    await expect(answer).rejects.toThrow(`asked for 2 keys and answered with ${values.length} values`);
    expect(cache.stats()).toMatchObject({ entries: 0, loading: 0, errors: 2 });
  });

  test.each([undefined, null, { length: 1 }, "A"])("refuses %j, which is no list", async (values) => {
    const answer = createCache<string>().getOrLoadMany(["a"], () => values as never);
    await expect(answer).rejects.toThrow(isWattErrorOf("CACHE_LOADER"));
  });

  test("when it fails: a stale value stands in where there is one, the call rejects where there is none", async () => {
    const clock = new Clock();
    const cache = createCache<string>({ now: clock.now, ttl: 10, staleIfError: 10 });
    cache.set("a", "old");
    clock.time += 15;
    const loader = vi.fn(() => Promise.reject(boom));
    const both = cache.getOrLoadMany(["a", "b"], loader);
    const one = cache.getOrLoad("a", async () => "never");
    await expect(both).rejects.toBe(boom);
    expect(await one).toBe("old");
    expect(await cache.getOrLoadMany(["a"], loader)).toEqual(["old"]);
  });

  test("one value whose options throw fails alone", async () => {
    const cache = createCache<string>();
    const ttl = (value: string): number => {
      if (value === "A") throw boom;
      return 10;
    };
    const answer = cache.getOrLoadMany(["a", "b"], upper, { ttl });
    const b = cache.getOrLoad("b", () => "never");
    await expect(answer).rejects.toBe(boom);
    expect([await b, cache.get("a"), cache.get("b")]).toEqual(["B", undefined, "B"]);
    expect(cache.stats().errors).toBe(1);
  });

  test("answers with what is stale, and loads it with the rest", async () => {
    const clock = new Clock();
    const cache = createCache<string>({ now: clock.now, ttl: 10, staleWhileRevalidate: 10 });
    cache.set("a", "old");
    clock.time += 15;
    const loader = vi.fn(upper);
    expect(await cache.getOrLoadMany(["a", "b"], loader)).toEqual(["old", "B"]);
    expect(loader).toHaveBeenCalledTimes(1);
    expect(cache.get("a")).toBe("A");
  });

  test("a key deleted meanwhile is not kept, the others are", async () => {
    const cache = createCache<string>();
    const load = defer<string[]>();
    const answer = cache.getOrLoadMany(["a", "b"], () => load.promise);
    cache.delete("a");
    load.resolve(["A", "B"]);
    expect(await answer).toEqual(["A", "B"]);
    expect(cache.getMany(["a", "b"])).toEqual([undefined, "B"]);
  });

  test("the loader's signal is aborted when nobody waits for any of its keys", async () => {
    const cache = createCache<string>();
    const load = defer<string[]>();
    let seen: AbortSignal | undefined;
    const loader = (_: readonly string[], { signal }: LoadManyContext): Promise<string[]> => {
      seen = signal;
      return load.promise;
    };
    const controllers = [new AbortController(), new AbortController()] as const;
    const many = cache.getOrLoadMany(["a", "b"], loader, { signal: controllers[0].signal });
    const one = cache.getOrLoad("b", () => "never", { signal: controllers[1].signal });
    controllers[0].abort(boom);
    await expect(many).rejects.toBe(boom);
    expect(seen?.aborted).toBe(false);
    controllers[1].abort(boom);
    await expect(one).rejects.toBe(boom);
    expect(seen?.aborted).toBe(true);
    load.resolve(["A", "B"]);
    await cache.settled();
    expect(cache.stats().entries).toBe(0);
  });
});
