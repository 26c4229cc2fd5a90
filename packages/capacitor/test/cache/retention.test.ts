import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { createCache, MemoryStore } from "../../src/cache/index.ts";
import { Clock, turn } from "./support.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Sets "a" to a value with tags, and gives what would show that they are still alive. */
function setTagged(store: MemoryStore<object>): WeakRef<object>[] {
  const value = {};
  const tags = ["t"];
  store.set("a", value, { tags, ttl: 10 });
  return [new WeakRef(value), new WeakRef(tags)];
}

test.each([
  ["deleted", (store: MemoryStore<object>) => store.delete("a")],
  ["deleted by a tag", (store: MemoryStore<object>) => store.deleteTagged("t")],
  ["cleared", (store: MemoryStore<object>) => store.clear()],
  ["expired, and asked for", (store: MemoryStore<object>, clock: Clock) => ((clock.time += 10), store.get("a"))],
  ["expired, and passed by", (store: MemoryStore<object>, clock: Clock) => ((clock.time += 10), store.set("b", {}))],
  ["evicted", (store: MemoryStore<object>) => [store.set("b", {}), store.set("c", {})]],
  ["replaced", (store: MemoryStore<object>) => store.set("a", {})],
])("what is %s is not kept alive, nor are its tags", async (_, remove) => {
  const clock = new Clock();
  const store = new MemoryStore<object>({ maxEntries: 2, now: clock.now });
  const held = setTagged(store);
  remove(store, clock);
  await turn();
  collect();
  expect(held.map((one) => one.deref())).toEqual([undefined, undefined]);
  expect(store.stats().tags).toBe(0);
});

test("a load that is over is not kept alive, nor is its loader", async () => {
  const cache = createCache<number>({ maxEntries: 1 });
  const load = (fails: boolean): WeakRef<object> => {
    const loader = async (): Promise<number> => (fails ? Promise.reject(new Error("no")) : 1);
    Promise.resolve(cache.getOrLoad("a", loader)).catch(() => {});
    return new WeakRef(loader);
  };
  const loaders = [load(true)];
  await cache.settled();
  loaders.push(load(false));
  await cache.settled();
  await turn();
  collect();
  expect(loaders.map((one) => one.deref())).toEqual([undefined, undefined]);
});
