import type { CacheCase } from "./cases.ts";

export interface AttachedCache {
  get(key: string): Uint8Array | undefined;
  set(key: string, value: Uint8Array): unknown;
}

/** How a cache is made and attached to. What `create` gives is sent to the threads. */
export interface CacheEngine {
  create(benchmark: CacheCase): unknown | { readonly cannot: string };
  attach(memory: unknown): AttachedCache;
}
