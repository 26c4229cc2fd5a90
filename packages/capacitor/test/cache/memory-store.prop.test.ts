import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MemoryStore } from "../../src/cache/index.ts";
import { type NaiveEviction, NaiveLru, NaiveSieve } from "./oracle/naive-eviction.ts";
import { NaiveStore } from "./oracle/naive-store.ts";
import { Clock, runs } from "./support.ts";

const key = fc.constantFrom("a", "b", "c", "", "__proto__", "é");
const ttl = fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 20 }), fc.constantFrom(0, -1));
const tags = fc.array(fc.constantFrom("x", "y", "z"), { maxLength: 3 });
const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom("text", null, 2 ** 53 - 1));
const step = fc.oneof(
  fc.record({ does: fc.constant("get" as const), key }),
  fc.record({ does: fc.constant("set" as const), key, value, ttl, tags }),
  fc.record({ does: fc.constant("delete" as const), key }),
  fc.record({ does: fc.constant("increment" as const), key, by: fc.integer({ min: -3, max: 3 }), ttl }),
  fc.record({ does: fc.constant("deleteTagged" as const), tag: fc.constantFrom("x", "y", "z") }),
  fc.record({ does: fc.constant("wait" as const), time: fc.integer({ min: 1, max: 15 }) }),
  { weight: 1, arbitrary: fc.record({ does: fc.constant("clear" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function perform(store: MemoryStore<unknown>, clock: Clock, one: Step): unknown {
  switch (one.does) {
    case "get":
      return store.get(one.key);
    case "set":
      return store.set(one.key, one.value, { ttl: one.ttl, tags: one.tags });
    case "delete":
      return store.delete(one.key);
    case "increment":
      try {
        return store.increment(one.key, one.by, { ttl: one.ttl });
      } catch {
        return "refused";
      }
    case "deleteTagged":
      return store.deleteTagged(one.tag);
    case "wait":
      clock.time += one.time;
      return undefined;
    case "clear":
      return store.clear();
  }
}

function performNaive(naive: NaiveStore, one: Step): unknown {
  switch (one.does) {
    case "get":
      return naive.get(one.key);
    case "set":
      return naive.set(one.key, one.value, one.ttl, one.tags);
    case "delete":
      return naive.delete(one.key);
    case "increment":
      return naive.increment(one.key, one.by, one.ttl);
    case "deleteTagged":
      return naive.deleteTagged(one.tag);
    case "wait":
      naive.now += one.time;
      return undefined;
    case "clear":
      naive.entries = [];
      return undefined;
  }
}

describe.each(["sieve", "lru"] as const)("%s", (eviction) => {
  test("with room for all does what a list does", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const clock = new Clock();
        const naive = new NaiveStore();
        const store = new MemoryStore<unknown>({ eviction, now: clock.now, maxSize: 1_000, sizeOf: () => 1 });
        for (const one of steps) {
          // Expired entries with a tag are counted by who meets them first.
          if (one.does === "deleteTagged") for (const { key } of naive.entries) store.get(key);
          expect(perform(store, clock, one)).toEqual(performNaive(naive, one));
        }
        for (const { key } of naive.entries) store.get(key);
        const live = naive.live();
        expect(store.stats()).toMatchObject({ entries: live.length, size: live.length, evicted: 0 });
        expect(store.stats().tags).toBe(new Set(live.flatMap((entry) => entry.tags)).size);
      }),
      runs(500, 20_000),
    );
  });

  const act = fc.tuple(
    fc.constantFrom("get", "get", "set", "set", "delete"),
    fc.constantFrom(..."abcdefghij"),
    fc.integer({ min: 0, max: 6 }),
  );

  test.each([
    { bound: "entries", maxSize: undefined },
    { bound: "sizes", maxSize: 12 },
  ])("evicts what its definition says: bounded by $bound", ({ maxSize }) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(act, { maxLength: 120 }), (maxEntries, acts) => {
        const sized = maxSize === undefined ? {} : { maxSize, sizeOf: (size: number) => size };
        const store = new MemoryStore<number>({ maxEntries, eviction, ...sized });
        const naive: NaiveEviction =
          eviction === "lru" ? new NaiveLru(maxEntries, maxSize) : new NaiveSieve(maxEntries, maxSize);
        for (const [does, name, size] of acts) {
          if (does === "get") expect(store.get(name) !== undefined).toBe(naive.hit(name));
          if (does === "set") {
            store.set(name, size);
            naive.put(name, maxSize === undefined ? 0 : size);
          }
          if (does === "delete") {
            store.delete(name);
            naive.delete(name);
          }
          expect(store.stats().entries).toBe(naive.keys.length);
        }
        for (const name of naive.keys) expect(store.get(name)).toBeDefined();
      }),
      runs(1_000, 10_000),
    );
  });
});
