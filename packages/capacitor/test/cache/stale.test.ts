import { describe, expect, test, vi } from "vitest";
import { createCache, type LocalCache } from "../../src/cache/index.ts";
import { Clock, defer, turn } from "./support.ts";

const boom = new Error("boom");

function create(options: object = {}): { clock: Clock; cache: LocalCache<string> } {
  const clock = new Clock();
  return { clock, cache: createCache<string>({ ttl: 10, now: clock.now, ...options }) };
}

describe("staleWhileRevalidate", () => {
  test("answers with the old value at once, and loads a new one, once", async () => {
    const { clock, cache } = create({ staleWhileRevalidate: 5 });
    cache.set("a", "old");
    clock.time += 14;
    const load = defer<string>();
    const loader = vi.fn(() => load.promise);
    expect([cache.getOrLoad("a", loader), cache.getOrLoad("a", loader)]).toEqual(["old", "old"]);
    expect(cache.get("a")).toBeUndefined();
    expect(cache.peek("a")).toBeUndefined();
    expect(cache.has("a")).toBe(false);
    load.resolve("new");
    await cache.settled();
    expect(cache.get("a")).toBe("new");
    expect(loader).toHaveBeenCalledTimes(1);
    expect(cache.stats()).toMatchObject({ stale: 2, coalesced: 0, hits: 1, misses: 1 });
  });

  test.each([
    [9, "fresh", "old"],
    [10, "stale", "old"],
    [14, "stale", "old"],
    [15, "gone", "new"],
  ])("after %i ms the value is %s", async (time, _, answer) => {
    const { clock, cache } = create({ staleWhileRevalidate: 5 });
    cache.set("a", "old");
    clock.time += time;
    expect(await cache.getOrLoad("a", async () => "new")).toBe(answer);
  });

  test("of the call counts before that of the cache", async () => {
    const { clock, cache } = create({ staleWhileRevalidate: 5 });
    cache.set("a", "old", { staleWhileRevalidate: 100 });
    clock.time += 50;
    expect(cache.getOrLoad("a", async () => "new", { staleWhileRevalidate: 100 })).toBe("old");
    await cache.settled();
    clock.time += 12;
    expect(await cache.getOrLoad("a", async () => "newer", { staleWhileRevalidate: 0 })).toBe("newer");
  });

  test("a load in the background that fails is told to onError, and the value stays stale", async () => {
    const onError = vi.fn();
    const { clock, cache } = create({ staleWhileRevalidate: 5, onError });
    cache.set("a", "old");
    clock.time += 12;
    expect(cache.getOrLoad("a", () => Promise.reject(boom))).toBe("old");
    await cache.settled();
    expect(onError.mock.calls).toEqual([[boom, { operation: "load", layer: undefined, key: "a" }]]);
    expect(cache.stats()).toMatchObject({ errors: 1, loading: 0, stale: 1 });
    expect(cache.getOrLoad("a", async () => "new")).toBe("old");
    await cache.settled();
    expect(cache.get("a")).toBe("new");
  });

  test("what onError throws in the background is lost, and no unhandled rejection", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const onError = (): never => {
      throw boom;
    };
    const { clock, cache } = create({ staleWhileRevalidate: 5, onError });
    cache.set("a", "old");
    clock.time += 12;
    expect(cache.getOrLoad("a", () => Promise.reject(boom))).toBe("old");
    await cache.settled();
    await turn();
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test("a set during the load in the background stays", async () => {
    const { clock, cache } = create({ staleWhileRevalidate: 5 });
    cache.set("a", "old");
    clock.time += 12;
    const load = defer<string>();
    void cache.getOrLoad("a", () => load.promise);
    cache.set("a", "set");
    load.resolve("loaded");
    await cache.settled();
    expect(cache.get("a")).toBe("set");
  });

  test("an undefined from the load says that it is gone", async () => {
    const { clock, cache } = create({ staleWhileRevalidate: 5 });
    cache.set("a", "old");
    clock.time += 12;
    expect(cache.getOrLoad("a", () => undefined)).toBe("old");
    await cache.settled();
    expect(cache.stats().entries).toBe(0);
  });

  test("the loader is not aborted by the signal of who has the old value", async () => {
    const { clock, cache } = create({ staleWhileRevalidate: 5 });
    cache.set("a", "old");
    clock.time += 12;
    const controller = new AbortController();
    const load = defer<string>();
    let seen: AbortSignal | undefined;
    void cache.getOrLoad("a", (_, { signal }) => ((seen = signal), load.promise), { signal: controller.signal });
    controller.abort();
    expect(seen?.aborted).toBe(false);
    load.resolve("new");
    await cache.settled();
    expect(cache.get("a")).toBe("new");
  });

  test("a value in use stays, one that is stale and used counts as used", async () => {
    const { clock, cache } = create({ staleWhileRevalidate: 50, maxEntries: 2, eviction: "lru" });
    cache.set("a", "old");
    cache.set("b", "b");
    clock.time += 12;
    void cache.getOrLoad("a", () => Promise.reject(boom));
    await cache.settled();
    cache.set("c", "c");
    expect(cache.getOrLoad("a", async () => "new")).toBe("old");
  });
});

describe("staleIfError", () => {
  test("stands in when the load fails, for all that wait, and is told to onError", async () => {
    const onError = vi.fn();
    const { clock, cache } = create({ staleIfError: 5, onError });
    cache.set("a", "old");
    clock.time += 14;
    const load = defer<string>();
    const answers = [1, 2].map(() => cache.getOrLoad("a", () => load.promise));
    load.reject(boom);
    expect(await Promise.all(answers)).toEqual(["old", "old"]);
    expect(onError.mock.calls).toEqual([[boom, { operation: "load", layer: undefined, key: "a" }]]);
    expect(cache.stats()).toMatchObject({ stale: 1, errors: 1, misses: 1, coalesced: 1, loading: 0 });
    expect(cache.get("a")).toBeUndefined();
    expect(await cache.getOrLoad("a", async () => "new")).toBe("new");
  });

  test.each([
    [14, "old"],
    [15, "boom"],
  ])("after %i ms: %s", async (time, answer) => {
    const { clock, cache } = create({ staleIfError: 5 });
    cache.set("a", "old");
    clock.time += time;
    const answered = Promise.resolve(cache.getOrLoad("a", () => Promise.reject(boom)));
    expect(await answered.catch(({ message }: Error) => message)).toBe(answer);
  });

  test.each([
    [{ staleIfError: 20 }, "old"],
    [{ staleIfError: undefined }, "boom"],
    [{ staleIfError: 0 }, "boom"],
  ])("of the call counts before that of the cache: %j", async (options, answer) => {
    const { clock, cache } = create({ staleIfError: 5 });
    cache.set("a", "old", { staleIfError: 20 });
    clock.time += 18;
    const answered = Promise.resolve(cache.getOrLoad("a", () => Promise.reject(boom), options as object));
    expect(await answered.catch(({ message }: Error) => message)).toBe(answer);
  });

  test("counts from when the load fails", async () => {
    const { clock, cache } = create({ staleIfError: 5 });
    cache.set("a", "old");
    clock.time += 12;
    const load = defer<string>();
    const answer = cache.getOrLoad("a", () => load.promise);
    clock.time += 3;
    load.reject(boom);
    await expect(answer).rejects.toBe(boom);
  });

  test("does not come into play when nothing was there", async () => {
    const { cache } = create({ staleIfError: 5 });
    await expect(cache.getOrLoad("a", () => Promise.reject(boom))).rejects.toBe(boom);
  });

  test("what onError throws, the load fails with", async () => {
    const other = new Error("other");
    const onError = (): never => {
      throw other;
    };
    const { clock, cache } = create({ staleIfError: 5, onError });
    cache.set("a", "old");
    clock.time += 12;
    await expect(cache.getOrLoad("a", () => Promise.reject(boom))).rejects.toBe(other);
  });

  test("the loader is told the old value, and only then", async () => {
    const { clock, cache } = create({ staleIfError: 5 });
    const seen: unknown[] = [];
    const loader = async (_: string, { stale }: { readonly stale: string | undefined }): Promise<string> => {
      seen.push(stale);
      return "x";
    };
    await cache.getOrLoad("a", loader);
    clock.time += 12;
    await cache.getOrLoad("a", loader);
    clock.time += 15;
    await cache.getOrLoad("a", loader);
    expect(seen).toEqual([undefined, "x", undefined]);
  });
});

test("the longer of the two is how long it is kept", async () => {
  const { clock, cache } = create({ staleWhileRevalidate: 3, staleIfError: 6 });
  cache.set("a", "old");
  cache.set("b", "old", { staleIfError: 0 });
  clock.time += 14;
  expect([cache.delete("a"), cache.delete("b")]).toEqual([true, false]);
});
