import { describe, expect, test, vi } from "vitest";
import { createCache, type LoadContext } from "../../src/cache/index.ts";
import { Clock, defer, turn } from "./support.ts";

const boom = new Error("boom");
const fail = (): never => {
  throw boom;
};

describe("getOrLoad", () => {
  test("loads what is missing, keeps it, and then answers at once", async () => {
    const cache = createCache<string>();
    const loader = vi.fn(async (key: string) => `value of ${key}`);
    const answer = cache.getOrLoad("a", loader);
    expect(answer).toBeInstanceOf(Promise);
    expect(await answer).toBe("value of a");
    expect(cache.getOrLoad("a", loader)).toBe("value of a");
    expect(loader.mock.calls).toEqual([["a", expect.anything()]]);
    expect(cache.stats()).toMatchObject({ hits: 1, misses: 1, coalesced: 0, errors: 0, loading: 0 });
  });

  test("takes a loader that answers at once", async () => {
    const cache = createCache<number>();
    expect(await cache.getOrLoad("a", () => 1)).toBe(1);
    expect(cache.get("a")).toBe(1);
  });

  test.each([null, 0, "", false])("keeps %o", async (value) => {
    const cache = createCache<unknown>();
    await cache.getOrLoad("a", () => value);
    expect(cache.getOrLoad("a", fail)).toBe(value);
  });

  test("does not keep undefined, and answers with it", async () => {
    const cache = createCache<number>();
    const loader = vi.fn(async () => undefined);
    expect(await cache.getOrLoad("a", loader)).toBeUndefined();
    expect(await cache.getOrLoad("a", loader)).toBeUndefined();
    expect(loader).toHaveBeenCalledTimes(2);
    expect(cache.stats()).toMatchObject({ entries: 0, misses: 2 });
  });

  test("loads once for all that miss a key at the same time", async () => {
    const cache = createCache<object>();
    const load = defer<object>();
    const loader = vi.fn(() => load.promise);
    const answers = Array.from({ length: 10 }, () => cache.getOrLoad("a", loader));
    expect(cache.stats()).toMatchObject({ loading: 1, coalesced: 9, misses: 1 });
    const value = {};
    load.resolve(value);
    for (const answer of await Promise.all(answers)) expect(answer).toBe(value);
    expect(loader).toHaveBeenCalledTimes(1);
  });

  test("loads other keys meanwhile", async () => {
    const cache = createCache<number>();
    const slow = defer<number>();
    const first = cache.getOrLoad("a", () => slow.promise);
    expect(await cache.getOrLoad("b", async () => 2)).toBe(2);
    slow.resolve(1);
    expect(await first).toBe(1);
  });

  test.each([
    // The first call is over before the second one comes.
    ["throws", fail, 2],
    ["rejects", async () => fail(), 1],
  ])("a loader that %s fails all that wait, and nothing is kept", async (_, loader, loads) => {
    const cache = createCache<number>();
    const answers = [cache.getOrLoad("a", loader), cache.getOrLoad("a", loader)];
    expect(await Promise.allSettled(answers)).toEqual([
      { status: "rejected", reason: boom },
      { status: "rejected", reason: boom },
    ]);
    expect(cache.stats()).toMatchObject({ errors: loads, entries: 0, loading: 0, misses: loads });
    expect(await cache.getOrLoad("a", () => 1)).toBe(1);
  });

  test("tells the time and the tags by the value", async () => {
    const clock = new Clock();
    const cache = createCache<{ team: number; life: number }>({ now: clock.now, ttl: 5 });
    const options = {
      ttl: (value: { life: number }, key: string) => value.life + key.length,
      tags: (value: { team: number }, key: string) => [`team:${value.team}`, key],
    };
    for (const [key, team] of [
      ["a", 7],
      ["bb", 7],
      ["c", 8],
    ] as const) {
      await cache.getOrLoad(key, () => ({ team, life: 10 }), options);
    }
    expect(cache.deleteTagged("team:8")).toBe(1);
    expect(cache.deleteTagged("none")).toBe(0);
    clock.time += 11;
    expect([cache.has("a"), cache.has("bb")]).toEqual([false, true]);
    expect(cache.deleteTagged("bb")).toBe(1);
  });

  test.each([0, -1])("a time of %d answers and keeps nothing", async (ttl) => {
    const cache = createCache<number>();
    expect(await cache.getOrLoad("a", () => 1, { ttl: () => ttl })).toBe(1);
    expect(cache.has("a")).toBe(false);
  });

  test("what its options throw is an error of the load", async () => {
    const cache = createCache<number>();
    await expect(cache.getOrLoad("a", () => 1, { ttl: fail })).rejects.toBe(boom);
    await expect(cache.getOrLoad("a", () => 1, { tags: fail })).rejects.toBe(boom);
    expect(cache.stats()).toMatchObject({ errors: 2, loading: 0, entries: 0 });
  });
});

describe("a change while a key is loaded", () => {
  const during = async (change: (cache: ReturnType<typeof createCache<string>>) => void): Promise<unknown[]> => {
    const cache = createCache<string>();
    const load = defer<string>();
    const before = cache.getOrLoad("a", () => load.promise, { tags: ["t"] });
    change(cache);
    const after = cache.getOrLoad("a", async () => "new");
    load.resolve("old");
    await cache.settled();
    expect(cache.stats().loading).toBe(0);
    return [await before, await after, cache.get("a")];
  };

  test.each([
    ["delete", (cache: ReturnType<typeof createCache<string>>) => void cache.delete("a")],
    ["deleteTagged", (cache: ReturnType<typeof createCache<string>>) => void cache.deleteTagged("t")],
    ["clear", (cache: ReturnType<typeof createCache<string>>) => cache.clear()],
  ])("%s: who asked before gets the old value, nobody else", async (_, change) => {
    expect(await during(change)).toEqual(["old", "new", "new"]);
  });

  test("set: the value that was set stays", async () => {
    expect(await during((cache) => cache.set("a", "set"))).toEqual(["old", "set", "set"]);
  });

  test("of something else is none", async () => {
    expect(await during((cache) => [cache.delete("b"), cache.deleteTagged("u"), cache.set("c", "")])).toEqual([
      "old",
      "old",
      "old",
    ]);
  });

  test("by a tag that only the value will tell counts as well", async () => {
    const cache = createCache<string>();
    const load = defer<string>();
    const answer = cache.getOrLoad("a", () => load.promise, { tags: () => ["t"] });
    cache.deleteTagged("t");
    load.resolve("old");
    expect([await answer, cache.get("a")]).toEqual(["old", undefined]);
  });

  test("when the new load is done first, the old one does not undo it", async () => {
    const cache = createCache<string>();
    const load = defer<string>();
    const before = cache.getOrLoad("a", () => load.promise);
    cache.delete("a");
    await cache.getOrLoad("a", async () => "new");
    load.resolve("old");
    expect([await before, cache.get("a")]).toEqual(["old", "new"]);
  });

  test("a failure of the old one fails those who asked before", async () => {
    const cache = createCache<string>();
    const load = defer<string>();
    const before = cache.getOrLoad("a", () => load.promise);
    cache.delete("a");
    const after = cache.getOrLoad("a", async () => "new");
    load.reject(boom);
    await expect(before).rejects.toBe(boom);
    expect([await after, cache.get("a")]).toEqual(["new", "new"]);
  });
});

describe("signals", () => {
  test("who leaves rejects with the reason, the others get the value", async () => {
    const cache = createCache<number>();
    const load = defer<number>();
    const controller = new AbortController();
    let seen: AbortSignal | undefined;
    const loader = (_: string, { signal }: LoadContext<number>): Promise<number> => {
      seen = signal;
      return load.promise;
    };
    const leaves = cache.getOrLoad("a", loader, { signal: controller.signal });
    const stays = cache.getOrLoad("a", loader);
    controller.abort(boom);
    await expect(leaves).rejects.toBe(boom);
    expect(seen?.aborted).toBe(false);
    load.resolve(1);
    expect([await stays, cache.get("a")]).toEqual([1, 1]);
  });

  test("the loader's is aborted when all have left; who comes then begins anew", async () => {
    const cache = createCache<number>();
    const load = defer<number>();
    const controllers = [new AbortController(), new AbortController()] as const;
    const signals: AbortSignal[] = [];
    const loader = (_: string, { signal }: LoadContext<number>): Promise<number> => {
      signals.push(signal);
      return load.promise;
    };
    const answers = controllers.map(({ signal }) => cache.getOrLoad("a", loader, { signal }));
    controllers[0].abort();
    expect([signals[0]?.aborted, cache.stats().loading]).toEqual([false, 1]);
    controllers[1].abort();
    expect([signals[0]?.aborted, cache.stats().loading]).toEqual([true, 0]);
    const next = cache.getOrLoad("a", async () => 2);
    load.resolve(1);
    expect((await Promise.allSettled(answers)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect([await next, cache.get("a")]).toEqual([2, 2]);
  });

  test("the loader's is aborted, too, when it is looked at late", async () => {
    const cache = createCache<number>();
    const controller = new AbortController();
    const gate = defer<void>();
    let aborted: boolean | undefined;
    const answer = cache.getOrLoad(
      "a",
      async (_, context) => {
        await gate.promise;
        aborted = context.signal.aborted;
        return 1;
      },
      { signal: controller.signal },
    );
    controller.abort(boom);
    gate.resolve();
    await expect(answer).rejects.toBe(boom);
    await cache.settled();
    expect(aborted).toBe(true);
    expect(cache.get("a")).toBeUndefined();
  });

  test("who is aborted already loads nothing", async () => {
    const cache = createCache<number>();
    const loader = vi.fn(async () => 1);
    await expect(cache.getOrLoad("a", loader, { signal: AbortSignal.abort(boom) })).rejects.toBe(boom);
    expect(loader).not.toHaveBeenCalled();
    expect(cache.stats()).toMatchObject({ loading: 0, misses: 0 });
  });

  test("a load that fails after all have left troubles nobody", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const cache = createCache<number>();
    const load = defer<number>();
    const controller = new AbortController();
    const answer = cache.getOrLoad("a", () => load.promise, { signal: controller.signal });
    controller.abort(boom);
    await expect(answer).rejects.toBe(boom);
    load.reject(new Error("aborted"));
    await turn();
    await turn();
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    expect(cache.stats().errors).toBe(0);
  });

  test("no listener stays behind", async () => {
    const cache = createCache<number>();
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    await cache.getOrLoad("a", async () => 1, { signal });
    await Promise.allSettled([cache.getOrLoad("b", fail, { signal })]);
    await turn();
    expect(added).toHaveBeenCalledTimes(2);
    for (const [name, listener] of added.mock.calls) expect(removed).toHaveBeenCalledWith(name, listener);
  });

  test("an abort after the end changes nothing", async () => {
    const cache = createCache<number>();
    const controller = new AbortController();
    let seen: AbortSignal | undefined;
    await cache.getOrLoad("a", async (_, { signal }) => ((seen = signal), 1), { signal: controller.signal });
    controller.abort();
    await turn();
    expect([seen?.aborted, cache.get("a")]).toEqual([false, 1]);
  });
});
