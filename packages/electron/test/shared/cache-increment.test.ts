import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Cache } from "../../src/threads/index.ts";
import { bytes, kinds, textOf } from "./cache-kinds.ts";

const MOST = Number.MAX_SAFE_INTEGER;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(kinds)("increment of $name", ({ create }) => {
  let cache: Cache;
  beforeEach(() => {
    cache = create({ bytes: 2 ** 17, maxEntryBytes: 40 });
  });

  test.each([
    ["1", undefined, 2],
    ["0", 0, 0],
    ["-1", 1, 0],
    ["0", -1, -1],
    ["9", 1, 10],
    ["100", -1, 99],
    ["4294967295", 1, 4294967296],
    [String(MOST - 1), 1, MOST],
    [String(-MOST), 2 * MOST, MOST],
    [String(MOST), -MOST, 0],
  ])("of %j by %s gives %i", (value, by, sum) => {
    cache.set("n", bytes(value));
    expect([cache.increment("n", by), textOf(cache.get("n"))]).toEqual([sum, String(sum)]);
  });

  test.each(["", "-", "-0", "+1", "01", " 1", "1 ", "1.0", "1e3", "0x10", "NaN", "Infinity", "one", "١"])(
    "of %j, which is no integer, is undefined and changes nothing",
    (value) => {
      cache.set("n", bytes(value));
      expect([cache.increment("n"), textOf(cache.get("n"))]).toEqual([undefined, value]);
    },
  );

  test.each([
    [String(MOST), 1],
    [String(-MOST), -1],
    [String(2 ** 53), 1],
    [String(2 ** 53 + 2), -10],
    ["100000000000000000000", -1e17],
    ["123456789012345678901", 1],
    ["1", NaN],
    ["1", Infinity],
    ["1", 0.5],
  ])("of %s by %d is undefined, since no number holds it, and changes nothing", (value, by) => {
    cache.set("n", bytes(value));
    expect([cache.increment("n", by), textOf(cache.get("n"))]).toEqual([undefined, value]);
  });

  test("begins at 0 where there is no value", () => {
    expect([cache.increment("a"), cache.increment("b", -7), cache.increment("c", 0)]).toEqual([1, -7, 0]);
  });

  test("the time to live is the one of the first, as counting a window needs it", () => {
    expect([cache.increment("n", 1, 100), cache.increment("n", 1, 10_000)]).toEqual([1, 2]);
    vi.advanceTimersByTime(99);
    expect(cache.increment("n", 1, 100)).toBe(3);
    vi.advanceTimersByTime(1);
    expect([cache.has("n"), cache.increment("n", 5)]).toEqual([false, 5]);
    vi.advanceTimersByTime(1e9);
    expect(cache.has("n")).toBe(true);
    expect(cache.stats().entries).toBe(1);
  });

  test("is undefined when the digits do not fit the entry", () => {
    const key = "k".repeat(39);
    expect([cache.increment(key, 9), cache.increment(key), textOf(cache.get(key))]).toEqual([9, undefined, "9"]);
    expect(cache.increment("k".repeat(40))).toBeUndefined();
  });
});
