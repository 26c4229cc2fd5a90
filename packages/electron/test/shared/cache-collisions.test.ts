import { describe, expect, test, vi } from "vitest";
import { bytes, kinds, textOf } from "./cache-kinds.ts";

// Every key has the same hash.
vi.mock("../../src/hash/hash-key.ts", () => ({ hashKey: () => 0x8000_0007 }));

describe.each(kinds)("$name, where all keys have one hash", ({ create }) => {
  test("tells keys apart by their length and their bytes", () => {
    const cache = create({ bytes: 2 ** 17, maxEntryBytes: 60 });
    const keys = ["abc", "abd", "ab", "a", "", "abcd", "bbc", "é"];
    for (const key of keys) expect(cache.has(key)).toBe(false);
    keys.forEach((key, i) => cache.set(key, bytes(`${key} ${i}`)));
    expect(keys.map((key) => textOf(cache.get(key)))).toEqual(keys.map((key, i) => `${key} ${i}`));
    expect(cache.delete("ab")).toBe(true);
    cache.set("abc", bytes("new"));
    expect([textOf(cache.get("abc")), cache.has("ab"), cache.has("abd"), cache.stats().entries]).toEqual([
      "new",
      false,
      true,
      7,
    ]);
  });

  test("keeps what fits one bucket", () => {
    const cache = create({ bytes: 2 ** 17, maxEntryBytes: 60 });
    for (let i = 0; i < 100; i++) cache.set(`key ${i}`, bytes("value"));
    const { entries, capacity } = cache.stats();
    expect(entries).toBeLessThan(100);
    expect(entries).toBeGreaterThan(20);
    expect(capacity).toBeGreaterThan(50_000);
    expect(cache.has("key 99")).toBe(true);
  });
});
