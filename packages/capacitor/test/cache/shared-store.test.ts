import { Worker } from "node:worker_threads";
import { SharedCache } from "@watt/electron/threads";
import { describe, expect, test, vi } from "vitest";
import { type Cache, type CacheEntry, createCache, SharedStore } from "../../src/cache/index.ts";
import { isWattErrorOf } from "../support.ts";

const create = (maxEntryBytes = 1_000): SharedCache => new SharedCache({ bytes: 2 ** 20, maxEntryBytes, handles: 4 });

describe("SharedStore", () => {
  test("gives each time a value of its own", () => {
    const store = new SharedStore<{ a: number[] }>(create());
    store.set("a", { a: [1] });
    const first = store.get("a");
    first?.a.push(2);
    expect(store.get("a")).toEqual({ a: [1] });
  });

  test("keeps bytes as bytes", () => {
    const cache = create();
    const store = new SharedStore<Uint8Array>(cache);
    store.set("a", new Uint8Array([0, 1, 255]));
    expect(store.get("a")).toEqual(new Uint8Array([0, 1, 255]));
    expect(cache.get("a")?.length).toBeLessThan(20);
  });

  test("refuses what is too large, and the value before does not stay", () => {
    const store = new SharedStore<string>(create(100));
    store.set("a", "x".repeat(97));
    store.set("a", "old");
    expect(() => store.set("a", "x".repeat(98))).toThrow(isWattErrorOf("CACHE_SIZE"));
    expect(() => store.set("a", "x".repeat(98))).toThrow("key a takes 100 bytes");
    expect(store.get("a")).toBeUndefined();
    expect(() => store.set("k".repeat(101), "")).toThrow(isWattErrorOf("CACHE_SIZE"));
    expect(store.get("k".repeat(101))).toBeUndefined();
  });

  test("a counter is a number, and what is none is refused", () => {
    const store = new SharedStore<number | string>(create());
    store.increment("n", 41);
    store.increment("n");
    expect(store.get("n")).toBe(42);
    store.set("m", 5);
    expect(store.increment("m")).toBe(6);
    store.set("t", "text");
    expect(() => store.increment("t", 3)).toThrow(isWattErrorOf("CACHE_COUNTER"));
    expect(() => store.increment("n", 2 ** 53)).toThrow(isWattErrorOf("CACHE_COUNTER"));
    expect(store.get("n")).toBe(42);
  });

  test("takes another serializer", () => {
    const store = new SharedStore<string>(create(), {
      serializer: {
        encode: (value) => new TextEncoder().encode(value.toUpperCase()),
        decode: (bytes) => new TextDecoder().decode(bytes).toLowerCase(),
      },
    });
    store.set("a", "Text");
    expect(store.get("a")).toBe("text");
  });

  test("threads see each other's values and count correctly", { timeout: 20_000 }, async () => {
    const cache = create();
    const store = new SharedStore<object>(cache);
    store.set("from main", { a: new Uint8Array([7]) });
    const workers = [0, 1].map(
      (number) =>
        new Worker(new URL("./shared-store-worker.ts", import.meta.url), {
          workerData: { memory: cache.memory, number },
          execArgv: ["--conditions=@watt/source", "--no-warnings"],
          env: {},
        }),
    );
    for (let i = 0; i < 1_000; i++) store.increment("n");
    await Promise.all(
      workers.map(
        (worker) =>
          new Promise((resolve, reject) => {
            worker.once("exit", resolve);
            worker.once("error", reject);
          }),
      ),
    );
    expect(store.get("n")).toBe(3_000);
    expect([store.get("from 0"), store.get("from 1")]).toEqual([
      { number: 0, saw: 7 },
      { number: 1, saw: 7 },
    ]);
  });
});

describe("as a layer", () => {
  const pair = (): Cache<{ body: Uint8Array }>[] => {
    const first = create();
    return [first, SharedCache.from(first.memory)].map((cache) =>
      createCache<{ body: Uint8Array }>({ layers: [new SharedStore(cache)] }),
    );
  };

  test("one thread's loads are another's hits, bytes and tags included", async () => {
    const [one, other] = pair();
    const value = { body: new Uint8Array([1, 2, 3]) };
    await one?.getOrLoad("a", async () => value, { ttl: 60_000, tags: ["t"] });
    await one?.settled();
    const loader = vi.fn(async () => value);
    expect(await other?.getOrLoad("a", loader)).toEqual(value);
    expect(loader).not.toHaveBeenCalled();
    await one?.deleteTagged("t");
    await one?.getOrLoad("a", loader);
    expect(loader).toHaveBeenCalledTimes(1);
  });

  test("what is too large for it is counted, and stays in memory", async () => {
    const onError = vi.fn();
    const layer = new SharedStore<CacheEntry<string>>(create(100));
    const cache = createCache<string>({ layers: [layer], onError });
    expect(await cache.getOrLoad("a", async () => "x".repeat(200))).toHaveLength(200);
    await cache.settled();
    expect(cache.get("a")).toHaveLength(200);
    expect(cache.stats().layers).toMatchObject([{ errors: 1 }]);
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ code: "WATT_CAPACITOR_CACHE_SIZE" });
  });

  test("what it holds and no serializer reads is a miss that is counted", async () => {
    const shared = create();
    shared.set("a", new TextEncoder().encode("{no json"));
    const cache = createCache<string>({ layers: [new SharedStore(shared)] });
    expect(await cache.get("a")).toBeUndefined();
    expect(cache.stats().layers).toMatchObject([{ errors: 1, misses: 1 }]);
  });
});
