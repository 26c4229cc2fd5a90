export type {
  Cache,
  CacheFailure,
  CacheOptions,
  CacheSetOptions,
  CacheStats,
  EntryOptions,
  LayeredCacheOptions,
  LayerStats,
  LoadContext,
  LoadManyContext,
  LoadManyOptions,
  LoadOptions,
  LocalCache,
  StaleOptions,
} from "./cache.ts";
export { createCache } from "./create-cache.ts";
export type { CacheEntry } from "./layers/cache-entry.ts";
export { MemoryStore, type MemoryStoreStats } from "./memory-store.ts";
export type { MemoryOptions } from "./memory/memory-options.ts";
export type { Awaitable, CountOptions, SetOptions, Store } from "./store.ts";
export { type Tagged, type TaggedStore, withTags } from "./with-tags.ts";
export { jsonSerializer, type Serializer } from "./json-serializer.ts";
export { SharedStore, type SharedStoreOptions } from "./shared-store.ts";
