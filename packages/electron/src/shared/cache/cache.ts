/** How full a cache is, and how well it does. */
export interface CacheStats {
  /** Entries that can be read now. */
  readonly entries: number;
  /** Bytes that they take, keys and bookkeeping included. */
  readonly bytes: number;
  /** The most that `bytes` can be. It is not reached: a key has its place in one bucket, also when others have room. */
  readonly capacity: number;
  /** How often `get`, `getInto` and `has` of this instance found a value. */
  readonly hits: number;
  /** How often they found none. */
  readonly misses: number;
}

/** Options of the caches. */
export interface CacheOptions {
  /** Bytes of shared memory that the cache takes at most, bookkeeping included. Below 2^31. */
  readonly bytes: number;
  /** The most that a key and its value have together, from 1. Smaller is faster. @defaultValue 1024 */
  readonly maxEntryBytes?: number;
}

/**
 * Bounded memory from keys to bytes, for all threads: `SharedCache`, or its twin behind a lock. Every operation on a key
 * is atomic. A key is its bytes: a string and its UTF-8 are the same key; lone surrogates count as U+FFFD.
 */
export interface Cache {
  /** What another thread needs for `from`. */
  readonly memory: SharedArrayBuffer;
  /** The value of `key`, as a copy that the caller owns; undefined when there is none. */
  get(key: string | Uint8Array): Uint8Array | undefined;
  /** Copies the value to the start of `target`. Its length, also where it exceeds `target` and nothing is copied; or -1. */
  getInto(key: string | Uint8Array, target: Uint8Array): number;
  /** Whether `get` would find a value. */
  has(key: string | Uint8Array): boolean;
  /** Sets the value of `key` for `ttl` milliseconds. False, and nothing done, when key and value are too large. */
  set(key: string | Uint8Array, value: Uint8Array, ttl?: number): boolean;
  /** Forgets `key`. Whether there was a value. */
  delete(key: string | Uint8Array): boolean;
  /** Adds to the decimal integer that the value of `key` spells. The sum; undefined when it is none. */
  increment(key: string | Uint8Array, by?: number, ttl?: number): number | undefined;
  /** Forgets all that was there before the call. */
  clear(): void;
  /** How full it is. */
  stats(): CacheStats;
}
