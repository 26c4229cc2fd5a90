import { SharedCache } from "@watt/electron/threads";
import { expectTypeOf, test } from "vitest";
import {
  type Awaitable,
  type Cache,
  type CacheEntry,
  createCache,
  type LocalCache,
  MemoryStore,
  SharedStore,
  type Store,
  withTags,
} from "../../src/cache/index.ts";

interface User {
  readonly name: string;
}
declare const redis: Store<CacheEntry<User>>;
const user: User = { name: "Ada" };

test("without layers a cache answers at once", () => {
  const cache = createCache<User>({ maxEntries: 10 });
  expectTypeOf(cache).toEqualTypeOf<LocalCache<User>>();
  expectTypeOf(cache.get("a")).toEqualTypeOf<User | undefined>();
  expectTypeOf(cache.delete("a")).toEqualTypeOf<boolean>();
  expectTypeOf(cache.getMany(["a"])).toEqualTypeOf<(User | undefined)[]>();
  expectTypeOf(createCache<User>()).toEqualTypeOf<LocalCache<User>>();
  // @ts-expect-error a value of another type
  cache.set("a", "Ada");
  // @ts-expect-error no such option
  cache.set("a", user, { maxAge: 5 });
  // @ts-expect-error tags are a list
  cache.set("a", user, { tags: "t" });
});

test("with layers it may have to wait", () => {
  const shared = new SharedCache({ bytes: 1 << 20 });
  const cache = createCache<User>({ layers: [new SharedStore(shared), redis] });
  expectTypeOf(cache).toEqualTypeOf<Cache<User>>();
  expectTypeOf(cache.get("a")).toEqualTypeOf<Awaitable<User | undefined>>();
  expectTypeOf(cache.peek("a")).toEqualTypeOf<User | undefined>();
  // @ts-expect-error a layer of values, not of entries
  createCache<User>({ layers: [new MemoryStore<User>()] });
  // @ts-expect-error options of layers need layers
  createCache<User>({ memoryTtl: 5 });
  // @ts-expect-error no such policy
  createCache<User>({ eviction: "fifo" });
});

test("getOrLoad has the type of the cache, and undefined where the loader has", () => {
  const cache = createCache<User>();
  expectTypeOf(cache.getOrLoad("a", () => user)).toEqualTypeOf<Awaitable<User>>();
  expectTypeOf(cache.getOrLoad("a", async () => user)).toEqualTypeOf<Awaitable<User>>();
  const maybe = cache.getOrLoad("a", async () => (Math.random() > 0.5 ? user : undefined));
  expectTypeOf(maybe).toEqualTypeOf<Awaitable<User | undefined>>();
  expectTypeOf(cache.getOrLoadMany(["a"], async () => [user])).toEqualTypeOf<Promise<User[]>>();
  expectTypeOf(cache.getOrLoadMany(["a"], async () => [user, undefined])).toEqualTypeOf<
    Promise<(User | undefined)[]>
  >();
  void cache.getOrLoad("a", async (key, { signal, stale }) => {
    expectTypeOf(key).toEqualTypeOf<string>();
    expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
    expectTypeOf(stale).toEqualTypeOf<User | undefined>();
    return user;
  });
  void cache.getOrLoad("a", () => user, { ttl: ({ name }) => name.length, tags: ({ name }) => [name] });
  // @ts-expect-error a loader of something else
  void cache.getOrLoad("a", () => 5);
  // @ts-expect-error a loader of many gives a list
  void cache.getOrLoadMany(["a"], () => user);
  // @ts-expect-error the value is a User
  void cache.getOrLoad("a", () => user, { ttl: ({ age }) => age });
});

test("stores", () => {
  const store = new MemoryStore<User>();
  expectTypeOf(store).toExtend<Store<User>>();
  expectTypeOf(store.get("a")).toEqualTypeOf<User | undefined>();
  expectTypeOf(store.increment("a")).toEqualTypeOf<number>();
  expectTypeOf(withTags<User>(new MemoryStore()).deleteTagged("t")).toEqualTypeOf<Awaitable<unknown>>();
  // @ts-expect-error sizeOf is given the value
  new MemoryStore<User>({ sizeOf: (value: number) => value });
  // @ts-expect-error keys are texts
  store.get(5);
  // @ts-expect-error a store needs increment
  const incomplete: Store<User> = { get: () => user, set: () => {}, delete: () => true };
  expectTypeOf(incomplete).toExtend<object>();
});
