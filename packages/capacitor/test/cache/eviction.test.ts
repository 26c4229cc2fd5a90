import { describe, expect, test } from "vitest";
import { MemoryStore } from "../../src/cache/index.ts";
import { type NaiveEviction, NaiveLru, NaiveSieve } from "./oracle/naive-eviction.ts";
import { hitRate, traces } from "./traces.ts";

type Policy = "sieve" | "lru";

function rateOf(trace: string, eviction: Policy, maxEntries: number): number {
  const store = new MemoryStore<number>({ maxEntries, eviction });
  const requests = traces[trace]?.() ?? [];
  return hitRate(
    requests,
    (key) => store.get(key) !== undefined,
    (key) => store.set(key, 1),
  );
}

function naiveRateOf(trace: string, eviction: Policy, maxEntries: number): number {
  const naive: NaiveEviction = eviction === "lru" ? new NaiveLru(maxEntries) : new NaiveSieve(maxEntries);
  const requests = traces[trace]?.() ?? [];
  return hitRate(
    requests,
    (key) => naive.hit(key),
    (key) => naive.put(key),
  );
}

describe("hit rates", () => {
  test.each(Object.keys(traces).flatMap((trace) => (["sieve", "lru"] as const).map((policy) => ({ trace, policy }))))(
    "$policy has those of its definition: $trace",
    { timeout: 30_000 },
    ({ trace, policy }) => {
      expect(rateOf(trace, policy, 60)).toBe(naiveRateOf(trace, policy, 60));
    },
  );

  // Why the default is SIEVE: the first two are what a site is asked for. Why there is another: the last one.
  test.each([
    { trace: "zipf", sieve: 0.705, lru: 0.653 },
    { trace: "scans", sieve: 0.499, lru: 0.435 },
    { trace: "loop", sieve: 0, lru: 0 },
    { trace: "drift", sieve: 0.526, lru: 0.62 },
  ])("with room for 1,000 keys: $trace", ({ trace, sieve, lru }) => {
    expect(rateOf(trace, "sieve", 1_000)).toBeCloseTo(sieve, 2);
    expect(rateOf(trace, "lru", 1_000)).toBeCloseTo(lru, 2);
  });
});
