import { afterEach, describe, expect, test, vi } from "vitest";
import { MemoryStore, type Store, type Tagged, withTags } from "../../src/cache/index.ts";
import { FakeRedis } from "./fake-redis.ts";
import { redisStore } from "./guide/redis-store.ts";
import { Clock } from "./support.ts";

const DAY = 24 * 3_600_000;

afterEach(() => {
  vi.restoreAllMocks();
});

describe("withTags", () => {
  test("leaves nothing behind: no list of keys, and tags that expire", async () => {
    const clock = new Clock();
    const redis = new FakeRedis(clock.now);
    const store = withTags<number>(redisStore(redis));
    for (let i = 0; i < 50; i++) await store.set(`key ${i}`, i, { ttl: 1_000, tags: ["all", `own ${i}`] });
    expect(redis.keys).toHaveLength(50 + 51);
    clock.time += 1_000;
    expect(redis.keys).toHaveLength(51);
    await store.deleteTagged("all");
    expect(redis.keys).toHaveLength(50);
    clock.time += 7 * DAY;
    expect(redis.keys).toEqual([]);
  });

  test("a value with tags lives for 7 days at most, and never longer than its tags", async () => {
    const clock = new Clock();
    const store = withTags<string>(redisStore(new FakeRedis(clock.now)));
    await store.set("a", "a", { tags: ["t"] });
    await store.set("none", "none");
    clock.time += 6 * DAY;
    expect(await store.get("a")).toBe("a");
    await store.set("b", "b", { tags: ["t"] });
    clock.time += DAY;
    expect([await store.get("a"), await store.get("b"), await store.get("none")]).toEqual([
      undefined,
      undefined,
      "none",
    ]);
  });

  test("where the store forgets a tag, its values are lost, also after the tag came back", async () => {
    const inner = new MemoryStore<Tagged<string>>();
    const store = withTags<string>(inner);
    await store.set("a", "a", { tags: ["t"] });
    inner.delete("\0tag:t");
    expect(await store.get("a")).toBeUndefined();
    await store.set("b", "b", { tags: ["t"] });
    expect([await store.get("a"), await store.get("b")]).toEqual([undefined, "b"]);
  });

  test("a tag deleted while a value is set counts", async () => {
    const redis = new FakeRedis(() => 0);
    const slow: Store<Tagged<string>> = redisStore(redis);
    const store = withTags<string>({
      ...slow,
      async set(...args) {
        await store.deleteTagged("t");
        await slow.set(...args);
      },
    });
    await store.set("a", "a", { tags: ["t"] });
    expect(await store.get("a")).toBeUndefined();
  });

  test("two that make one tag at the same time: one of their values may be lost, none is wrong", async () => {
    const store = withTags<string>(redisStore(new FakeRedis(() => 0)));
    await Promise.all(["a", "b", "c"].map((key) => store.set(key, key, { tags: ["t"] })));
    await store.deleteTagged("t");
    for (const key of ["a", "b", "c"]) expect(await store.get(key)).toBeUndefined();
    await Promise.all(["a", "b", "c"].map((key) => store.set(key, key, { tags: ["t"] })));
    const found = await Promise.all(["a", "b", "c"].map((key) => store.get(key)));
    expect(found.filter((value) => value !== undefined).length).toBeGreaterThan(0);
  });

  test.each([0, 1 - 2 ** -53])("a token is never what a new tag has: with %d from Math.random", async (random) => {
    vi.spyOn(Math, "random").mockReturnValue(random);
    const inner = new MemoryStore<Tagged<string>>();
    const store = withTags<string>(inner);
    await store.set("a", "a", { tags: ["t"] });
    const token = inner.increment("\0tag:t", 0);
    expect(Number.isSafeInteger(token) && token > 0).toBe(true);
    expect(await store.get("a")).toBe("a");
    await store.deleteTagged("t");
    expect(await store.get("a")).toBeUndefined();
  });

  test("what others have put there is none", async () => {
    const inner = new MemoryStore<Tagged<string>>();
    const store = withTags<string>(inner);
    for (const other of [null, 7, "text", {}, []]) {
      inner.set("a", other as never);
      expect(await store.get("a")).toBeUndefined();
    }
  });

  test("answers at once where the store does", () => {
    const store = withTags<string>(new MemoryStore());
    expect(store.set("a", "a", { tags: ["t"] })).toBeUndefined();
    expect(store.get("a")).toBe("a");
    expect(store.getMany?.(["a"])).toEqual(["a"]);
    expect(store.deleteTagged("t")).toBe(true);
  });

  test("has no more than the store has", () => {
    const { get, set, delete: remove, increment } = redisStore<Tagged<string>>(new FakeRedis(() => 0));
    const store = withTags<string>({ get, set, delete: remove, increment });
    expect([store.getMany, store.clear]).toEqual([undefined, undefined]);
  });
});
