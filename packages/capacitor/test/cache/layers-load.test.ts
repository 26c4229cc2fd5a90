import { describe, expect, test, vi } from "vitest";
import { createWorld } from "./remote.ts";
import { defer } from "./support.ts";

const boom = new Error("boom");

describe("loads", () => {
  test("ask the layers first, once for all that wait", async () => {
    const { far, near, create } = createWorld();
    far.inner.set("a", { value: "x" });
    const cache = create();
    const loader = vi.fn(async () => "loaded");
    expect(await Promise.all([cache.getOrLoad("a", loader), cache.getOrLoad("a", loader)])).toEqual(["x", "x"]);
    expect(loader).not.toHaveBeenCalled();
    expect([near.calls[0], far.calls]).toEqual(["get a", ["get a"]]);
    expect(cache.stats()).toMatchObject({ hits: 1, misses: 0, coalesced: 1, loading: 0 });
  });

  test("a fresh value of a layer is no stale one, whatever is allowed", async () => {
    const { clock, far, create } = createWorld();
    far.inner.set("a", { value: "x", until: clock.time + 10, expires: clock.time + 10 });
    const cache = create({ staleWhileRevalidate: 100, staleIfError: 100 });
    expect(await cache.getOrLoad("a", async () => "loaded")).toBe("x");
    expect(cache.stats()).toMatchObject({ hits: 1, misses: 0, stale: 0 });
    // It was written by one who allowed no stale values: memory does not keep it longer.
    clock.time += 10;
    await expect(cache.getOrLoad("a", () => Promise.reject(boom))).rejects.toBe(boom);
  });

  test("of many ask the layers for many, and the loader for the rest", async () => {
    const { far, near, create } = createWorld();
    near.inner.set("a", { value: "A" });
    const cache = create();
    const loader = vi.fn(async (keys: readonly string[]) => keys.map((key) => `loaded ${key}`));
    expect(await cache.getOrLoadMany(["a", "b", "c"], loader)).toEqual(["A", "loaded b", "loaded c"]);
    await cache.settled();
    expect(loader.mock.calls.map(([keys]) => keys)).toEqual([["b", "c"]]);
    expect(near.calls[0]).toBe("getMany a,b,c");
    expect(far.inner.get("c")?.value).toBe("loaded c");
    expect(cache.stats()).toMatchObject({ hits: 1, misses: 2 });
  });

  test("a stale value of a layer is answered with while a new one is loaded", async () => {
    const { clock, far, create } = createWorld();
    far.inner.set("a", { value: "old", until: clock.time - 3, expires: clock.time + 100 });
    const cache = create({ staleWhileRevalidate: 10 });
    const load = defer<string>();
    const loader = vi.fn(() => load.promise);
    expect(await cache.getOrLoad("a", loader)).toBe("old");
    expect(cache.getOrLoad("a", loader)).toBe("old");
    load.resolve("new");
    await cache.settled();
    expect(loader).toHaveBeenCalledTimes(1);
    expect([cache.peek("a"), far.inner.get("a")?.value]).toEqual(["new", "new"]);
    expect(cache.stats()).toMatchObject({ stale: 2, misses: 0, hits: 0 });
  });

  test("a stale value of a layer stands in when the load fails", async () => {
    const { clock, far, create } = createWorld();
    far.inner.set("a", { value: "old", until: clock.time - 3, expires: clock.time + 100 });
    const cache = create({ staleIfError: 10 });
    const seen: unknown[] = [];
    const loader = async (_: string, { stale }: { readonly stale: unknown }): Promise<string> => {
      seen.push(stale);
      throw boom;
    };
    expect(await cache.getOrLoad("a", loader)).toBe("old");
    clock.time += 10;
    await expect(cache.getOrLoad("a", loader)).rejects.toBe(boom);
    expect(seen).toEqual(["old", "old"]);
  });

  test("the fresher of two stale values counts", async () => {
    const { clock, near, far, create } = createWorld();
    near.inner.set("a", { value: "older", until: clock.time - 5, expires: clock.time + 100 });
    far.inner.set("a", { value: "newer", until: clock.time - 3, expires: clock.time + 100 });
    const cache = create({ staleIfError: 10 });
    expect(await cache.getOrLoad("a", () => Promise.reject(boom))).toBe("newer");
  });

  test.each([
    [0, "loaded"],
    [1, "x"],
  ])("what a layer has fresh for %i ms more", async (more, value) => {
    const { clock, near, create } = createWorld();
    near.inner.set("a", { value: "x", until: clock.time + more, expires: clock.time + 100 });
    expect(await create({ layers: [near] }).getOrLoad("a", async () => "loaded")).toBe(value);
  });

  test("undefined is written to no layer, and where nothing was, nothing is deleted", async () => {
    const { near, create } = createWorld();
    const cache = create({ layers: [near] });
    expect(await cache.getOrLoad("a", () => undefined)).toBeUndefined();
    await cache.settled();
    expect(near.calls).toEqual(["get a"]);
  });

  test("of two that are equally stale the nearer counts", async () => {
    const { clock, near, far, create } = createWorld();
    const times = { until: clock.time - 3, expires: clock.time + 100 };
    near.inner.set("a", { value: "near", ...times });
    far.inner.set("a", { value: "far", ...times });
    const cache = create({ staleIfError: 10 });
    expect(await cache.getOrLoad("a", () => Promise.reject(boom))).toBe("near");
  });

  test("what is stale in memory may be fresh in a layer, where another process has set it", async () => {
    const { clock, far, create } = createWorld();
    const cache = create({ ttl: 10, staleIfError: 100 });
    await cache.set("a", "old");
    clock.time += 15;
    far.inner.set("a", { value: "new", until: clock.time + 10 });
    const loader = vi.fn(async () => "loaded");
    expect(await cache.getOrLoad("a", loader)).toBe("new");
    expect(loader).not.toHaveBeenCalled();
  });

  test("a value that is gone is deleted everywhere", async () => {
    const { clock, far, near, create } = createWorld();
    far.inner.set("a", { value: "old", until: clock.time - 3, expires: clock.time + 100 });
    const cache = create({ staleIfError: 100 });
    expect(await cache.getOrLoad("a", () => undefined)).toBeUndefined();
    await cache.settled();
    expect([far.inner.get("a"), near.inner.get("a"), cache.stats().entries]).toEqual([undefined, undefined, 0]);
  });

  test("what nobody waits for any more when the layers have answered is not loaded", async () => {
    const { clock, far, create } = createWorld();
    far.inner.set("b", { value: "old", until: clock.time - 3, expires: clock.time + 100 });
    const cache = create({ layers: [far] });
    const controller = new AbortController();
    const loader = vi.fn(async (keys: readonly string[]) => keys.map((key) => `loaded ${key}`));
    const leaves = cache.getOrLoadMany(["a", "b", "c"], loader, { signal: controller.signal });
    const stays = cache.getOrLoad("c", async () => "never");
    controller.abort(boom);
    await expect(leaves).rejects.toBe(boom);
    expect(await stays).toBe("loaded c");
    expect(loader.mock.calls.map(([keys]) => keys)).toEqual([["c"]]);
    const late = cache.getOrLoad("d", async () => "never", { signal: AbortSignal.abort(boom) });
    await expect(late).rejects.toBe(boom);
    expect(cache.stats()).toMatchObject({ misses: 1, loading: 0 });
  });

  test("memory answers for memoryTtl, then the layers are asked again", async () => {
    const { clock, far, create } = createWorld();
    const cache = create({ layers: [far], ttl: 100, memoryTtl: 10 });
    await cache.set("a", "old");
    expect(far.inner.get("a")?.until).toBe(clock.time + 100);
    far.inner.set("a", { value: "from another process", until: clock.time + 100 });
    clock.time += 9;
    expect(cache.get("a")).toBe("old");
    clock.time += 1;
    expect(await cache.get("a")).toBe("from another process");
    clock.time += 9;
    expect(cache.get("a")).toBe("from another process");
    clock.time += 1;
    expect(cache.get("a")).toBeInstanceOf(Promise);
  });
});
