import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Cache, SharedCounter } from "../../src/threads/index.ts";
import { codeOf } from "../code-of.ts";
import { bytes, kinds, textOf } from "./cache-kinds.ts";

const MIB = 2 ** 20;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(kinds)("$name", ({ create, from }) => {
  let cache: Cache;
  beforeEach(() => {
    cache = create({ bytes: MIB });
  });

  test("knows nothing at first", () => {
    expect([cache.get("a"), cache.getInto("a", new Uint8Array(1)), cache.has("a"), cache.delete("a")]).toEqual([
      undefined,
      -1,
      false,
      false,
    ]);
    expect(cache.stats()).toMatchObject({ entries: 0, bytes: 0, hits: 0, misses: 3 });
  });

  test.each([
    ["ASCII", "session:7"],
    ["nothing", ""],
    ["other letters", "naïve €uro 😀"],
    ["a lone surrogate", "a\uD800b"],
    ["a key of many bytes", "k".repeat(900)],
    ["bytes", Uint8Array.of(0, 255, 128, 7)],
    ["a part of an array", Buffer.from("xxkeyxx").subarray(2, 5)],
  ])("keeps a value under a key of %s", (_, key) => {
    expect(cache.set(key, bytes("value"))).toBe(true);
    expect([textOf(cache.get(key)), cache.has(key), cache.getInto(key, new Uint8Array(9))]).toEqual(["value", true, 5]);
    expect(cache.get("another")).toBeUndefined();
    expect([cache.delete(key), cache.delete(key), cache.has(key)]).toEqual([true, false, false]);
  });

  test.each([
    ["naïve", bytes("naïve")],
    ["a\uD800", bytes("a\uFFFD")],
    ["abcd", Uint8Array.of(97, 98, 99, 100)],
  ])("%j and its UTF-8 are the same key", (text, utf8) => {
    cache.set(text, bytes("one"));
    cache.set(utf8, bytes("two"));
    expect([textOf(cache.get(text)), cache.stats().entries]).toEqual(["two", 1]);
  });

  test("a value is a copy of its own, both ways", () => {
    const value = bytes("value");
    cache.set("key", value);
    value.fill(0);
    const read = cache.get("key") as Uint8Array;
    expect([textOf(read), read.buffer, read.byteOffset]).toEqual(["value", expect.any(ArrayBuffer), 0]);
    read.fill(0);
    cache.set("key", bytes("other"));
    expect(textOf(cache.get("key"))).toBe("other");
  });

  test("getInto copies to the start, and nothing where there is no room", () => {
    cache.set("key", bytes("abc"));
    cache.set("none", new Uint8Array(0));
    const target = new Uint8Array(4);
    expect([cache.getInto("key", target), [...target]]).toEqual([3, [97, 98, 99, 0]]);
    const exact = new Uint8Array(3);
    expect([cache.getInto("key", exact), [...exact]]).toEqual([3, [97, 98, 99]]);
    const small = new Uint8Array(2);
    expect([cache.getInto("key", small), [...small], cache.getInto("none", small)]).toEqual([3, [0, 0], 0]);
  });

  test.each([
    ["all of it key", 1024, 0, true],
    ["all of it value", 0, 1024, true],
    ["half and half", 512, 512, true],
    ["a value too large by one", 4, 1021, false],
    ["a key too large by one", 1025, 0, false],
    ["both far too large", 5000, 5000, false],
  ])("an entry with %s", (_, keyBytes, valueBytes, fits) => {
    const [key, value] = ["k".repeat(keyBytes), new Uint8Array(valueBytes)];
    expect([cache.set(key, value), cache.has(key)]).toEqual([fits, fits]);
    expect([cache.set(bytes(key), value), cache.has(bytes(key))]).toEqual([fits, fits]);
  });

  test.each([
    ["1024 letters of two bytes", "é".repeat(1024)],
    ["513 letters of two bytes", "é".repeat(513)],
    ["341 of three and one more", `${"€".repeat(341)}éé`],
  ])("a text of %s is too long", (_, key) => {
    const results = [
      cache.set(key, new Uint8Array(0)),
      cache.get(key),
      cache.has(key),
      cache.delete(key),
      cache.increment(key),
      cache.getInto(key, new Uint8Array(1)),
    ];
    expect(results).toEqual([false, undefined, false, false, undefined, -1]);
    expect(cache.set(`${"€".repeat(340)}éé`, new Uint8Array(0))).toBe(true);
  });

  test("an entry ends after its time", () => {
    cache.set("short", bytes("1"), 100);
    cache.set("long", bytes("2"), 2000);
    cache.set("ever", bytes("3"));
    vi.advanceTimersByTime(99);
    expect([cache.has("short"), cache.stats().entries]).toEqual([true, 3]);
    vi.advanceTimersByTime(1);
    expect([cache.get("short"), cache.getInto("short", new Uint8Array(1)), cache.delete("short")]).toEqual([
      undefined,
      -1,
      false,
    ]);
    expect([cache.has("long"), cache.has("ever"), cache.stats().entries]).toEqual([true, true, 2]);
    cache.set("short", bytes("again"), 50);
    expect(textOf(cache.get("short"))).toBe("again");
    vi.advanceTimersByTime(1e12);
    expect([cache.has("short"), cache.has("long"), cache.has("ever")]).toEqual([false, false, true]);
  });

  test.each([0, -5, -Infinity, NaN])("with %d milliseconds to live an entry is gone at once", (ttl) => {
    cache.set("key", bytes("old"));
    expect([cache.set("key", bytes("1"), ttl), cache.has("key")]).toEqual([true, false]);
  });

  test("clear forgets everything", () => {
    for (let i = 0; i < 500; i++) cache.set(`key ${i}`, bytes("v"));
    expect(cache.stats().entries).toBe(500);
    cache.clear();
    expect([cache.stats().entries, cache.stats().bytes, cache.has("key 7")]).toEqual([0, 0, false]);
    cache.set("key 7", bytes("again"));
    expect(cache.stats().entries).toBe(1);
  });

  test("stats count", () => {
    cache.set("abc", bytes("defg"));
    cache.get("abc");
    cache.getInto("abc", new Uint8Array(4));
    cache.has("abc");
    cache.get("no");
    cache.has("x".repeat(2000));
    // 20 bytes of bookkeeping and 7 of its own, to the next multiple of 8.
    expect(cache.stats()).toMatchObject({ entries: 1, bytes: 32, hits: 3, misses: 2 });
    expect(cache.stats().capacity).toBeGreaterThan(0.7 * MIB);
  });

  test("instances see the same entries", () => {
    const other = from(cache.memory);
    cache.set("a", bytes("1"));
    expect([textOf(other.get("a")), other.increment("a"), textOf(cache.get("a"))]).toEqual(["1", 2, "2"]);
    other.delete("a");
    expect([cache.has("a"), cache.stats().misses, other.stats().misses]).toEqual([false, 1, 0]);
  });

  test.each([
    ["no bytes", { bytes: 0 }],
    ["too few bytes", { bytes: 4000 }],
    ["too many bytes", { bytes: 2 ** 31 }],
    ["half a byte", { bytes: MIB + 0.5 }],
    ["bytes that are no number", { bytes: NaN }],
    ["entries of nothing", { bytes: MIB, maxEntryBytes: 0 }],
    ["entries of parts of bytes", { bytes: MIB, maxEntryBytes: 2.5 }],
    ["entries that do not fit", { bytes: MIB, maxEntryBytes: MIB }],
  ])("%s is a coded error", (_, options) => {
    expect(codeOf(() => create(options))).toBe("WATT_ELECTRON_OPTION");
  });

  test.each([
    ["small pages", { bytes: 200_000, maxEntryBytes: 30 }],
    ["large entries", { bytes: 4 * MIB, maxEntryBytes: 10_000 }],
  ])("the memory is no larger than was said, but nearly, with %s", (_, options) => {
    const { byteLength } = create(options).memory;
    expect(byteLength).toBeLessThanOrEqual(options.bytes);
    expect(byteLength).toBeGreaterThan(options.bytes - Math.max(1200, 5 * options.maxEntryBytes));
  });

  test("memory of another structure is a coded error", () => {
    expect(codeOf(() => from(new SharedCounter().memory))).toBe("WATT_ELECTRON_SHARED_LAYOUT");
  });
});
