import { SharedCache } from "@watt/electron/threads";
import { LockedCache } from "@watt/electron/locked";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MemoryStore, SharedStore, type Store, withTags } from "../../src/cache/index.ts";
import { FakeRedis } from "./fake-redis.ts";
import { redisStore } from "./guide/redis-store.ts";

const now = (): number => Date.now();
const room = { bytes: 2 ** 20, maxEntryBytes: 1_000, handles: 1 };
const stores: readonly { readonly name: string; create<V>(): Store<V> }[] = [
  { name: "MemoryStore", create: () => new MemoryStore() },
  { name: "MemoryStore, LRU", create: () => new MemoryStore({ eviction: "lru" }) },
  { name: "SharedStore", create: () => new SharedStore(new SharedCache(room)) },
  { name: "SharedStore behind a lock", create: () => new SharedStore(new LockedCache(room)) },
  { name: "the guide's Redis store", create: () => redisStore(new FakeRedis(now)) },
  { name: "withTags(MemoryStore)", create: () => withTags(new MemoryStore()) },
  { name: "withTags(SharedStore)", create: () => withTags(new SharedStore(new SharedCache(room))) },
  { name: "withTags(the guide's Redis store)", create: () => withTags(redisStore(new FakeRedis(now))) },
];

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000, toFake: ["Date", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const later = (time: number): void => void vi.advanceTimersByTime(time);

describe.each(stores)("$name", ({ create }) => {
  test.each([null, 0, -1, 1.5, "", "text é\0", true, [], [1, [2]], { a: { b: null } }])("keeps %j", async (value) => {
    const store = create<unknown>();
    await store.set("key", value);
    expect(await store.get("key")).toEqual(value);
  });

  test("knows nothing of other keys", async () => {
    const store = create<string>();
    await store.set("a", "x");
    for (const key of ["b", "", "A", "a ", "__proto__", "toString"]) expect(await store.get(key)).toBeUndefined();
    expect(await store.delete("b")).toBe(false);
  });

  test("set replaces, delete deletes and says so", async () => {
    const store = create<string>();
    await store.set("a", "x");
    await store.set("a", "y");
    expect(await store.get("a")).toBe("y");
    expect(await store.delete("a")).toBe(true);
    expect(await store.get("a")).toBeUndefined();
    expect(await store.delete("a")).toBe(false);
  });

  test("undefined and no time are a delete", async () => {
    const store = create<string | undefined>();
    for (const [value, ttl] of [
      [undefined, Infinity],
      ["y", 0],
      ["y", -1],
    ] as const) {
      await store.set("a", "x");
      await store.set("a", value, { ttl });
      expect(await store.get("a")).toBeUndefined();
    }
  });

  test("a value lives for its ttl, set anew it lives anew", async () => {
    const store = create<string>();
    await store.set("a", "x", { ttl: 10 });
    await store.set("b", "x", { ttl: 10 });
    await store.set("c", "x", { ttl: 10 });
    later(9);
    await store.set("b", "y", { ttl: 10 });
    await store.set("c", "y");
    expect(await store.get("a")).toBe("x");
    later(1);
    expect([await store.get("a"), await store.get("b"), await store.get("c")]).toEqual([undefined, "y", "y"]);
    later(100_000);
    expect([await store.get("b"), await store.get("c")]).toEqual([undefined, "y"]);
  });

  test("counts, from 0, for the ttl of the first call", async () => {
    const store = create<number>();
    expect(await store.increment("n", 1, { ttl: 10 })).toBe(1);
    later(9);
    expect(await store.increment("n", 5, { ttl: 10 })).toBe(6);
    expect(await store.increment("n")).toBe(7);
    later(1);
    expect(await store.increment("n", 0)).toBe(0);
    later(1_000_000);
    expect(await store.increment("n", -2, { ttl: 1 })).toBe(-2);
    later(1_000_000);
    expect(await store.increment("n", 0)).toBe(-2);
    expect(await store.delete("n")).toBe(true);
    expect(await store.increment("n")).toBe(1);
  });

  test("counts all calls that come at once", async () => {
    const store = create<number>();
    const sums = await Promise.all(Array.from({ length: 50 }, () => store.increment("n", 2, { ttl: 1_000 })));
    expect(sums.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => 2 * i + 2));
  });

  test("does not count what is no integer", async () => {
    const store = create<unknown>();
    for (const value of ["text", 1.5, {}]) {
      await store.set("a", value);
      await expect((async () => store.increment("a"))()).rejects.toThrow();
      expect(await store.get("a")).toEqual(value);
    }
  });

  test("gets many in the order of their keys", async () => {
    const store = create<string>();
    if (store.getMany === undefined) return;
    await store.set("a", "x");
    await store.set("b", "y", { ttl: 5 });
    expect(await store.getMany(["b", "none", "a", "b"])).toEqual(["y", undefined, "x", "y"]);
  });

  test("clears all", async () => {
    const store = create<string>();
    if (store.clear === undefined) return;
    await store.set("a", "x", { tags: ["t"] });
    await store.clear();
    expect(await store.get("a")).toBeUndefined();
    await store.set("a", "y");
    expect(await store.get("a")).toBe("y");
  });

  test("deletes by tags", async () => {
    const store = create<string>();
    if (store.deleteTagged === undefined) return;
    await store.set("a", "a", { tags: ["x", "y"], ttl: 1_000 });
    await store.set("b", "b", { tags: ["y"] });
    await store.set("c", "c", { tags: ["z"] });
    await store.set("d", "d");
    await store.deleteTagged("none");
    await store.deleteTagged("y");
    const all = async (): Promise<unknown> => Promise.all(["a", "b", "c", "d"].map((key) => store.get(key)));
    expect(await all()).toEqual([undefined, undefined, "c", "d"]);
    await store.set("a", "new", { tags: ["y"] });
    await store.set("c", "new", { tags: ["x"] });
    await store.deleteTagged("z");
    expect(await all()).toEqual(["new", undefined, "new", "d"]);
    if (store.getMany !== undefined) expect(await store.getMany(["a", "b"])).toEqual(["new", undefined]);
    await store.deleteTagged("y");
    await store.deleteTagged("y");
    expect(await all()).toEqual([undefined, undefined, "new", "d"]);
  });
});
