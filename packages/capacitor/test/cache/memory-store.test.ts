import { describe, expect, test } from "vitest";
import { MemoryStore } from "../../src/cache/index.ts";
import { isWattErrorOf } from "../support.ts";
import { Clock } from "./support.ts";

describe("bounds", () => {
  test.each([
    [{ maxEntries: 0 }, "maxEntries = 0"],
    [{ maxEntries: 1.5 }, "maxEntries = 1.5"],
    [{ maxEntries: 2 ** 24 + 1 }, "maxEntries = 16777217"],
    [{ maxSize: 0, sizeOf: () => 1 }, "maxSize = 0"],
    [{ maxSize: NaN, sizeOf: () => 1 }, "maxSize = NaN"],
    [{ maxSize: 5 }, "sizeOf = undefined"],
    [{ eviction: "fifo" as never }, "eviction = fifo"],
  ])("refuses %o", (options, told) => {
    expect(() => new MemoryStore(options)).toThrow(isWattErrorOf("CACHE_OPTION"));
    expect(() => new MemoryStore(options)).toThrow(told);
  });

  test("10,000 entries by default", () => {
    const store = new MemoryStore<number>();
    for (let i = 0; i < 10_100; i++) store.set(`${i}`, i);
    expect(store.stats()).toMatchObject({ entries: 10_000, evicted: 100 });
  });

  test.each([1, 2, 15, 16, 17, 33])("of %i entries", (maxEntries) => {
    const store = new MemoryStore<number>({ maxEntries });
    for (let i = 0; i < 100; i++) store.set(`${i}`, i);
    expect(store.stats()).toMatchObject({ entries: maxEntries, evicted: 100 - maxEntries });
    expect(store.get("99")).toBe(99);
  });

  test("of sizes: as many go as are needed", () => {
    const store = new MemoryStore<string>({ maxSize: 10, sizeOf: (value) => value.length });
    store.set("a", "aaaa");
    store.set("b", "bbb");
    store.set("c", "ccc");
    expect(store.stats()).toMatchObject({ entries: 3, size: 10 });
    store.set("d", "dddddd");
    expect(store.getMany(["a", "b", "c", "d"])).toEqual([undefined, undefined, "ccc", "dddddd"]);
    expect(store.stats()).toMatchObject({ entries: 2, size: 9, evicted: 2 });
  });

  test("a value that is too large is not taken, and the one before does not stay", () => {
    const store = new MemoryStore<string>({ maxSize: 3, sizeOf: (value, key) => value.length + key.length });
    store.set("a", "12");
    store.set("a", "123");
    expect(store.get("a")).toBeUndefined();
    expect(store.stats()).toMatchObject({ entries: 0, size: 0, rejected: 1, evicted: 0 });
  });

  test.each([NaN, -1, Infinity])("a size of %d is too large", (size) => {
    const store = new MemoryStore<string>({ sizeOf: () => size });
    store.set("a", "12");
    expect(store.stats()).toMatchObject({ rejected: 1, size: 0 });
  });

  test("a value set anew does not make room for itself out of itself", () => {
    const store = new MemoryStore<string>({ maxSize: 10, sizeOf: (value) => value.length });
    store.set("a", "aaaaaaaa");
    store.set("b", "b");
    store.set("a", "aaaaaaaaaa");
    expect(store.getMany(["a", "b"])).toEqual(["aaaaaaaaaa", undefined]);
    expect(store.stats()).toMatchObject({ entries: 1, size: 10, evicted: 1 });
  });

  test("what rounding loses does not add up", () => {
    const store = new MemoryStore<number>({ maxSize: 1, sizeOf: (value) => value });
    for (let i = 0; i < 1_000; i++) {
      store.set("a", 0.1);
      store.set("b", 0.2);
      store.delete("a");
      store.delete("b");
    }
    expect(store.stats().size).toBe(0);
    store.set("c", 1);
    expect(store.get("c")).toBe(1);
  });
});

describe("times", () => {
  test("a value is there until its time is over", () => {
    const clock = new Clock();
    const store = new MemoryStore<string>({ now: clock.now });
    store.set("a", "x", { ttl: 10 });
    store.set("b", "y");
    clock.time += 9;
    expect(store.get("a")).toBe("x");
    clock.time += 1;
    expect([store.get("a"), store.get("b")]).toEqual([undefined, "y"]);
    expect(store.stats()).toMatchObject({ entries: 1, expired: 1, evicted: 0 });
  });

  test.each([0, -5, NaN])("a time of %d keeps nothing, and the value before goes", (ttl) => {
    const store = new MemoryStore<string>();
    store.set("a", "x");
    store.set("a", "y", { ttl });
    expect(store.get("a")).toBeUndefined();
    expect(store.stats().entries).toBe(0);
  });

  test("longer than a timer could wait is no matter", () => {
    const clock = new Clock();
    const store = new MemoryStore<string>({ now: clock.now });
    store.set("a", "x", { ttl: 2 ** 40 });
    clock.time += 2 ** 32;
    expect(store.get("a")).toBe("x");
  });

  test("to set it anew sets its time anew", () => {
    const clock = new Clock();
    const store = new MemoryStore<string>({ now: clock.now });
    store.set("a", "x", { ttl: 10 });
    store.set("a", "y");
    clock.time += 100;
    expect(store.get("a")).toBe("y");
    store.set("a", "z", { ttl: 5 });
    clock.time += 5;
    expect(store.get("a")).toBeUndefined();
  });

  test("what nobody asks for again goes when other keys come", () => {
    const clock = new Clock();
    const store = new MemoryStore<number>({ now: clock.now });
    for (let i = 0; i < 100; i++) store.set(`old ${i}`, i, { ttl: 10 });
    clock.time += 10;
    // Two are looked after for each new key, and new keys take the places.
    for (let i = 0; i < 110; i++) store.set(`new ${i}`, i);
    expect(store.stats()).toMatchObject({ entries: 110, expired: 100, evicted: 0 });
  });

  test.each(["sieve", "lru"] as const)(
    "what has expired goes before what is used counts as evicted: %s",
    (eviction) => {
      const clock = new Clock();
      const store = new MemoryStore<number>({ now: clock.now, maxEntries: 3, eviction });
      store.set("a", 1, { ttl: 10 });
      store.get("a");
      store.set("b", 2);
      store.set("c", 3);
      clock.time += 10;
      store.set("d", 4);
      expect(store.stats()).toMatchObject({ entries: 3, expired: 1, evicted: 0 });
      expect(store.getMany(["a", "b", "c", "d"])).toEqual([undefined, 2, 3, 4]);
    },
  );

  test("the clock is not looked at as long as nothing expires", () => {
    let looks = 0;
    const store = new MemoryStore<number>({ now: () => ++looks });
    store.set("a", 1);
    expect([store.get("a"), looks]).toEqual([1, 0]);
  });
});

describe("values", () => {
  test.each([null, 0, "", false, NaN])("%o is a value", (value) => {
    const store = new MemoryStore<unknown>();
    store.set("a", value);
    expect(store.get("a")).toBe(value);
    expect(store.delete("a")).toBe(true);
    expect(store.delete("a")).toBe(false);
  });

  test("undefined is none: to set it is to delete", () => {
    const store = new MemoryStore<number | undefined>();
    store.set("a", 1);
    store.set("a", undefined);
    expect(store.stats().entries).toBe(0);
  });

  test.each(["", "__proto__", "constructor", "é", "\0", "x".repeat(10_000)])("any text is a key: %j", (key) => {
    const store = new MemoryStore<number>();
    expect(store.get(key)).toBeUndefined();
    store.set(key, 1, { tags: [key] });
    expect(store.get(key)).toBe(1);
    expect(store.deleteTagged(key)).toBe(1);
  });

  test("is the very one that was set", () => {
    const store = new MemoryStore<object>();
    const value = {};
    store.set("a", value);
    expect(store.get("a")).toBe(value);
  });

  test("clear leaves nothing, and what comes then is as new", () => {
    const store = new MemoryStore<string>({ maxEntries: 4, maxSize: 9, sizeOf: () => 1 });
    for (const key of ["a", "b", "c", "d"]) store.set(key, key, { tags: ["t"], ttl: 1_000 });
    store.get("b");
    store.clear();
    expect(store.stats()).toMatchObject({ entries: 0, size: 0, tags: 0, evicted: 0, expired: 0 });
    for (const key of ["e", "f", "g", "h", "i"]) store.set(key, key);
    expect(store.getMany(["b", "e", "f", "g", "h", "i"])).toEqual([undefined, undefined, "f", "g", "h", "i"]);
  });
});

describe("counters", () => {
  test("start at 0, live as long as the first call says, and are values", () => {
    const clock = new Clock();
    const store = new MemoryStore<number>({ now: clock.now });
    expect(store.increment("a", 1, { ttl: 10 })).toBe(1);
    clock.time += 9;
    expect(store.increment("a", 5, { ttl: 10 })).toBe(6);
    expect(store.get("a")).toBe(6);
    clock.time += 1;
    expect(store.increment("a")).toBe(1);
    clock.time += 1_000;
    expect(store.increment("a", -3)).toBe(-2);
    expect(store.increment("a", 0)).toBe(-2);
  });

  test.each([
    ["a text", "12", 1],
    ["a fraction", 1.5, 1],
    ["an object", {}, 1],
    ["a sum that is too large", 2 ** 53 - 1, 1],
    ["a fraction to add", 1, 0.5],
  ])("refuse %s, and change nothing", (_, value, by) => {
    const store = new MemoryStore<unknown>();
    store.set("a", value);
    expect(() => store.increment("a", by)).toThrow(isWattErrorOf("CACHE_COUNTER"));
    expect(() => store.increment("a", by)).toThrow("Key a ");
    expect(store.get("a")).toBe(value);
  });

  test("that are counted stay", () => {
    const store = new MemoryStore<number>({ maxEntries: 2, eviction: "lru" });
    store.increment("a");
    store.increment("b");
    store.increment("a");
    store.increment("c");
    expect(store.getMany(["a", "b", "c"])).toEqual([2, undefined, 1]);
  });
});

describe("tags", () => {
  test("find all that have them", () => {
    const store = new MemoryStore<number>();
    store.set("a", 1, { tags: ["x", "y"] });
    store.set("b", 2, { tags: ["y", "y"] });
    store.set("c", 3, { tags: ["z"] });
    store.set("d", 4);
    expect(store.stats().tags).toBe(3);
    expect(store.deleteTagged("y")).toBe(2);
    expect(store.deleteTagged("y")).toBe(0);
    expect(store.deleteTagged("none")).toBe(0);
    expect(store.getMany(["a", "b", "c", "d"])).toEqual([undefined, undefined, 3, 4]);
    expect(store.stats().tags).toBe(1);
  });

  test("are those of the last set", () => {
    const store = new MemoryStore<number>();
    store.set("a", 1, { tags: ["x"] });
    store.set("a", 2, { tags: ["y"] });
    expect(store.deleteTagged("x")).toBe(0);
    expect(store.get("a")).toBe(2);
    store.set("a", 3);
    expect(store.stats().tags).toBe(0);
    expect(store.deleteTagged("y")).toBe(0);
  });

  test("stay when it is counted", () => {
    const store = new MemoryStore<number>();
    store.set("a", 1, { tags: ["x"] });
    store.increment("a");
    expect(store.deleteTagged("x")).toBe(1);
  });

  test("go with the entries, however these go", () => {
    const clock = new Clock();
    const store = new MemoryStore<number>({ maxEntries: 2, now: clock.now });
    store.set("deleted", 1, { tags: ["deleted"] });
    store.delete("deleted");
    store.set("expired", 1, { tags: ["expired"], ttl: 1 });
    clock.time += 1;
    store.get("expired");
    store.set("evicted", 1, { tags: ["evicted"] });
    store.set("kept", 1, { tags: ["kept"] });
    store.set("kept too", 1, { tags: ["kept"] });
    expect(store.stats()).toMatchObject({ entries: 2, tags: 1 });
  });
});
