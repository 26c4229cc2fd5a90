import { describe, expect, test, vi } from "vitest";
import { type CacheEntry, MemoryStore, type Store } from "../../src/cache/index.ts";
import { createWorld } from "./remote.ts";
import { defer, turn } from "./support.ts";

const boom = new Error("boom");

describe("a layer that fails", () => {
  test("is a miss that is counted, and no error of any call", async () => {
    const { near, far, create } = createWorld();
    const onError = vi.fn();
    const cache = create({ onError });
    near.error = boom;
    far.inner.set("a", { value: "x" });
    expect(await cache.get("a")).toBe("x");
    await cache.settled();
    expect(await cache.getOrLoad("b", async () => "loaded")).toBe("loaded");
    await cache.set("c", "y");
    expect(await cache.delete("c")).toBe(true);
    expect(await cache.deleteTagged("t")).toBe(0);
    await cache.clear();
    expect(await cache.getMany(["d", "e"])).toEqual([undefined, undefined]);
    const told = onError.mock.calls.map(([error, { operation, layer, key }]) => [
      error === boom,
      operation,
      layer,
      key,
    ]);
    expect(told).toEqual([
      [true, "get", 0, "a"],
      [true, "set", 0, "a"],
      [true, "get", 0, "b"],
      [true, "set", 0, "b"],
      [true, "set", 0, "c"],
      [true, "delete", 0, "c"],
      [true, "deleteTagged", 0, "t"],
      [true, "clear", 0, ""],
      [true, "get", 0, "d,e"],
    ]);
    expect(cache.stats().layers).toMatchObject([{ errors: 9 }, { errors: 0 }]);
    expect(cache.stats().errors).toBe(0);
  });

  test("a store that throws at once is no different", async () => {
    const { create } = createWorld();
    const fail = (): never => {
      throw boom;
    };
    const store: Store<CacheEntry<string>> = { get: fail, set: fail, delete: fail, increment: fail };
    const cache = create({ layers: [store] });
    await cache.set("a", "x", { tags: ["t"] });
    expect([cache.get("a"), await cache.get("b"), await cache.delete("b")]).toEqual(["x", undefined, false]);
    expect(cache.stats().layers).toMatchObject([{ errors: 3 }]);
  });

  test("is an error of the call where onError makes it one", async () => {
    const { near, create } = createWorld();
    const other = new Error("other");
    const onError = (): never => {
      throw other;
    };
    const cache = create({ onError });
    near.error = boom;
    const loader = vi.fn(async () => "x");
    await expect(cache.get("a")).rejects.toBe(other);
    await expect(cache.getOrLoad("a", loader)).rejects.toBe(other);
    await expect(cache.set("a", "x")).rejects.toBe(other);
    await expect(cache.delete("a")).rejects.toBe(other);
    await expect(cache.deleteTagged("a")).rejects.toBe(other);
    expect(loader).not.toHaveBeenCalled();
    await cache.settled();
    expect(cache.stats().loading).toBe(0);
  });

  test("an error that nobody waits for is no unhandled rejection", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const { near, far, create } = createWorld();
    const onError = (_: unknown, { operation }: { readonly operation: string }): void => {
      if (operation === "set") throw boom;
    };
    const cache = create({ onError });
    near.inner.set("b", { value: "y" });
    far.inner.set("c", { value: "z" });
    near.set = () => Promise.reject(boom);
    expect(await cache.getOrLoad("a", async () => "x")).toBe("x");
    expect(await cache.get("c")).toBe("z");
    await cache.settled();
    await turn();
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test("by not answering is given up after layerTimeout", async () => {
    const { near, far, create } = createWorld();
    const onError = vi.fn();
    const cache = create({ layerTimeout: 20, onError });
    near.gate = new Promise(() => {});
    far.inner.set("a", { value: "x" });
    expect(await cache.get("a")).toBe("x");
    await cache.delete("a");
    expect(cache.stats().layers).toMatchObject([{ errors: 3 }, { errors: 0 }]);
    expect(onError.mock.calls[0]?.[0]).toMatchObject({
      code: "WATT_CAPACITOR_CACHE_TIMEOUT",
      details: { layer: 0, operation: "get", timeout: 20 },
    });
  });

  test("by answering too late with an error is no unhandled rejection", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const { near, create } = createWorld();
    const gate = defer<void>();
    near.gate = gate.promise;
    expect(await create({ layers: [near], layerTimeout: 5 }).get("a")).toBeUndefined();
    near.error = boom;
    gate.resolve();
    await turn();
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test.each([2 ** 31, Infinity])(
    "is waited for as long as it takes, with a layerTimeout of %d",
    async (layerTimeout) => {
      const { near, create } = createWorld();
      near.inner.set("a", { value: "x" });
      near.gate = new Promise((resolve) => setTimeout(resolve, 30));
      expect(await create({ layers: [near], layerTimeout }).get("a")).toBe("x");
    },
  );

  test("a call that is answered leaves no timer behind", async () => {
    const cleared = vi.spyOn(globalThis, "clearTimeout");
    const set = vi.spyOn(globalThis, "setTimeout");
    const { near, create } = createWorld();
    await create({ layers: [near] }).get("a");
    expect(set).toHaveBeenCalledTimes(1);
    expect(cleared).toHaveBeenCalledWith(set.mock.results[0]?.value);
    const timer: NodeJS.Timeout = set.mock.results[0]?.value;
    expect(timer.hasRef()).toBe(false);
    const sync = create({ layers: [new MemoryStore()] });
    await sync.get("a");
    expect(set).toHaveBeenCalledTimes(1);
    vi.restoreAllMocks();
  });
});
