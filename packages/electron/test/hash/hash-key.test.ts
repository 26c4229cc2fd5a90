import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashKey } from "../../src/hash/hash-key.ts";
import { xxh64, xxh64Lo } from "../../src/index.ts";
import { runs } from "../code-of.ts";
import { naiveMurmur3 } from "../oracle/hashes.ts";
import { bucketDeviation, realisticKeys, worstAvalanche } from "../oracle/quality.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const hashAll = (bytes: Uint8Array): number => hashKey(bytes, 0, bytes.length);

test.each([
  ["", 0],
  ["a", 0x3c2569b2],
  ["ab", 0x9bbfd75f],
  ["abc", 0xb3dd93fa],
  ["test", 0xba6bd213],
  ["Hello, world!", 0xc0363e43],
  ["The quick brown fox jumps over the lazy dog", 0x2e4ff723],
])("the published MurmurHash3 of %j", (text, hash) => {
  expect(hashAll(utf8(text))).toBe(hash);
  expect(naiveMurmur3(utf8(text))).toBe(hash);
});

test("any range of any bytes agrees with the oracle, and what lies around it has no influence", () => {
  const around = fc.uint8Array({ maxLength: 9, size: "max" });
  fc.assert(
    fc.property(around, fc.uint8Array({ maxLength: 70, size: "max" }), around, (before, bytes, after) => {
      const all = Uint8Array.from([...before, ...bytes, ...after]);
      expect(hashKey(all, before.length, before.length + bytes.length)).toBe(naiveMurmur3(bytes));
    }),
    runs(500, 20_000),
  );
});

const samples = runs(400, 4000).numRuns;

describe.each<[string, number, (bytes: Uint8Array) => bigint]>([
  ["xxh64", 64, (bytes) => xxh64(bytes)],
  ["xxh64Lo", 32, (bytes) => BigInt(xxh64Lo(bytes))],
  ["hashKey", 32, (bytes) => BigInt(hashAll(bytes))],
])("quality of %s", (_name, bits, hash) => {
  // Up to 16,384 pairs of bits are looked at: chance alone gives a worst one of about 4 deviations, and 6.5 never.
  test.each([3, 4, 7, 8, 13, 16, 32])("each bit of %i bytes changes half of the output", (length) => {
    expect(worstAvalanche(length, length > 8 ? samples / 4 : samples, bits, hash)).toBeLessThan(6.5);
  });

  const keys = realisticKeys(16_384);
  test.each(Object.keys(keys))("%s fall evenly into buckets, by the low, high and middle bits", (name) => {
    const list = keys[name] ?? [];
    const hashes = list.map(hash);
    expect(new Set(hashes).size).toBeGreaterThan(list.length - 5);
    for (const shift of [0, 9, bits - 10]) {
      const buckets = hashes.map((value) => Number((value >> BigInt(shift)) & 1023n));
      // Even means as chance does it: neither crowded nor suspiciously regular.
      expect(Math.abs(bucketDeviation(buckets, 1024))).toBeLessThan(6);
    }
    // A prime number of buckets sees all bits.
    const buckets = hashes.map((value) => Number(value % 1021n));
    expect(Math.abs(bucketDeviation(buckets, 1021))).toBeLessThan(6);
  });
});
