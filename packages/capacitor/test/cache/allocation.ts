// Prints the bytes that a hit allocates, of each kind of store. A program of its own: the young generation has to be large
// enough that nothing is collected, and nothing else may run.
import { createCache, MemoryStore } from "../../src/cache/index.ts";

const HITS = 1_000_000;
const ROUNDS = 8;
const keys = Array.from({ length: 64 }, (_, i) => `key ${i}`);

function bytesOf(store: { get(key: string): unknown }): number {
  let least = Infinity;
  // The least: compilers allocate as well.
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < HITS; i++) if (store.get(keys[i & 63] as string) === undefined) throw new Error("a miss");
    const bytes = process.memoryUsage().heapUsed - before;
    // Less than nothing: there was a collection.
    if (bytes >= 0) least = Math.min(least, bytes);
  }
  return least / HITS;
}

const ttl = 60_000;
const kinds = {
  sieve: () => new MemoryStore<object>(),
  lru: () => new MemoryStore<object>({ eviction: "lru" }),
  expiring: () => new MemoryStore<object>(),
  cache: () => createCache<object>({ ttl, staleIfError: ttl }),
};

const kind = process.argv[2] as keyof typeof kinds;
const store = kinds[kind]();
for (const key of keys) store.set(key, { key }, kind === "expiring" ? { ttl } : {});
console.log(bytesOf(store));
