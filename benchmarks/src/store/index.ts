import type { Goal, OperationSuite, TaskSuite } from "../api.ts";
import { cases, inputs, type StoreCase, type StoreInput } from "./cases.ts";
import { type HeldCase, heldCases } from "./held-cases.ts";

const own = { own: true, packages: ["@watt/capacitor", "@watt/electron"] } as const;
const MAP = "UNEQUAL: first in first out, no times, no counts";
const TTLCACHE = "evicts what expires first, by a timer for what is next";
const CACHE = "the same table behind createCache, which counts hits and misses";

/** One call of a store in memory. */
export const store: OperationSuite<StoreCase, StoreInput> = {
  kind: "operation",
  name: "store",
  title: "One call of a bounded store in memory",
  caveats: [
    "Keys are strings of about 22 characters new to V8, as they come off a socket: every row pays for their hash.",
    "Values are small integers. hit and set: the key is there; churn: every key evicts another one; zipf: get, and set " +
      "after a miss, 10,000 keys by Zipf's law with room for 1,000, where the policies hit at different rates.",
    "With times, lru-cache reads the clock once a millisecond, by a timer; capacitor reads it in each call.",
  ],
  reference: "lru-cache",
  goals: cases
    .filter(({ ttl }) => ttl === undefined)
    .map(({ name }): Goal => ({
      engine: "MemoryStore",
      case: name,
      metric: "ns",
      against: { engine: "lru-cache" },
      most: 1,
    })),
  cases,
  engines: [
    { ...own, name: "MemoryStore", load: async () => (await import("./engines/capacitor.ts")).sieve },
    { ...own, name: "MemoryStore LRU", load: async () => (await import("./engines/capacitor.ts")).lru },
    {
      ...own,
      name: "createCache",
      note: CACHE,
      load: async () => (await import("./engines/capacitor-cache.ts")).engine,
    },
    { name: "lru-cache", packages: ["lru-cache"], load: async () => (await import("./engines/lru-cache.ts")).engine },
    {
      name: "ttlcache",
      packages: ["@isaacs/ttlcache"],
      note: TTLCACHE,
      load: async () => (await import("./engines/ttlcache.ts")).engine,
    },
    { name: "Map", packages: [], note: MAP, load: async () => (await import("./engines/map.ts")).engine },
  ],
  inputs,
};

/** What entries take. */
export const storeHeld: TaskSuite<HeldCase> = {
  kind: "task",
  name: "store-held",
  title: "Memory of a full store",
  caveats: [
    "Heap and array buffers after a collection, divided by the entries. Keys and values are not counted: they were there before.",
    "A store is as full as it may be: none has room that it took in advance.",
  ],
  reference: "lru-cache",
  metrics: [{ name: "bytes", title: "Bytes an entry", explained: "median of rounds, least–most" }],
  goals: heldCases.map(({ name }) => ({
    engine: "MemoryStore",
    case: name,
    metric: "bytes",
    against: { engine: "lru-cache" },
    most: 1.05,
  })),
  cases: heldCases,
  engines: [
    { ...own, name: "MemoryStore", load: async () => (await import("./engines/capacitor.ts")).heldSieve },
    { ...own, name: "createCache", note: CACHE, load: async () => (await import("./engines/capacitor-cache.ts")).task },
    { name: "lru-cache", packages: ["lru-cache"], load: async () => (await import("./engines/lru-cache.ts")).task },
    {
      name: "ttlcache",
      packages: ["@isaacs/ttlcache"],
      note: TTLCACHE,
      load: async () => (await import("./engines/ttlcache.ts")).task,
    },
    { name: "Map", packages: [], note: MAP, load: async () => (await import("./engines/map.ts")).task },
  ],
};
