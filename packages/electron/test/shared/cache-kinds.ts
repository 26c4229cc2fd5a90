import { type Cache, SharedCache, type SharedCacheOptions } from "../../src/threads/index.ts";
import { LockedCache } from "../../src/locked/index.ts";

export interface Kind {
  readonly name: string;
  readonly create: (options: SharedCacheOptions) => Cache;
  readonly from: (memory: SharedArrayBuffer) => Cache;
}

/** The caches that have the same cases. */
export const kinds: readonly Kind[] = [
  {
    name: "SharedCache",
    create: (options) => new SharedCache(options),
    from: (memory) => SharedCache.from(memory),
  },
  {
    name: "LockedCache",
    create: (options) => new LockedCache(options),
    from: (memory) => LockedCache.from(memory),
  },
];

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const textOf = (value: Uint8Array | undefined): string | undefined =>
  value === undefined ? undefined : new TextDecoder().decode(value);

/** Options of a cache with one bucket, so that it is soon full, and one handle. */
export function oneBucket(maxEntryBytes: number): SharedCacheOptions {
  // Header, row, spare, page, head: pages of 1 KiB up to entries of 229 bytes.
  return { bytes: 64 + 320 + 1024 + 1024 + 4, maxEntryBytes, handles: 1 };
}
