import type { CacheEntry } from "./layers/cache-entry.ts";
import type { MemoryOptions } from "./memory/memory-options.ts";
import type { Awaitable, Store } from "./store.ts";

/** For how long a value is of use when it is no longer fresh. What is left out is what `createCache` was told. */
export interface StaleOptions {
  /** For how many milliseconds `getOrLoad` answers with the old value, while it loads a new one. @defaultValue 0 */
  readonly staleWhileRevalidate?: number;
  /** For how many milliseconds `getOrLoad` answers with the old value when the load fails. @defaultValue 0 */
  readonly staleIfError?: number;
}

/** How long an entry lives. What is left out is what `createCache` was told. */
export interface EntryOptions extends StaleOptions {
  /** For how many milliseconds the value is fresh. From 0 down it is not kept. @defaultValue Infinity */
  readonly ttl?: number;
}

/** Options of `set`. */
export interface CacheSetOptions extends EntryOptions {
  /** Names by which `deleteTagged` finds it. */
  readonly tags?: readonly string[];
}

/** Options of `getOrLoadMany`. Calls that share a load have the options of the first. */
export interface LoadManyOptions<V> extends StaleOptions {
  /** For how many milliseconds the value is fresh, or a function that tells by the value. */
  readonly ttl?: number | ((value: V, key: string) => number);
  /** Names by which `deleteTagged` finds it, or a function that tells them by the value. */
  readonly tags?: readonly string[] | ((value: V, key: string) => readonly string[]);
  /** Ends the wait of this call; the load goes on as long as another call waits for it. */
  readonly signal?: AbortSignal;
}

/** Options of `getOrLoad`. */
export type LoadOptions<V> = LoadManyOptions<V>;

/** What a loader of many keys is told. */
export interface LoadManyContext {
  /** Aborted once nobody waits any more. */
  readonly signal: AbortSignal;
}

/** What a loader is told. */
export interface LoadContext<V> extends LoadManyContext {
  /** The value that is no longer fresh, if there is one: for a conditional request. */
  readonly stale: V | undefined;
}

/** A call of a layer that failed, or a load whose failure nobody was told. */
export interface CacheFailure {
  /** What was done: `load`, or what the layer was asked for. */
  readonly operation: "load" | "get" | "set" | "delete" | "deleteTagged" | "clear";
  /** Which layer, from 0; undefined for a load. */
  readonly layer: number | undefined;
  /** The key, or the tag; several keys are joined by a comma. */
  readonly key: string;
}

/** Options of a cache in memory. */
export interface CacheOptions<V> extends MemoryOptions<V>, EntryOptions {
  /** By which part of itself each ttl is shortened at most, at random, so that what was set together does not expire together. 0 to 1. @defaultValue 0 */
  readonly jitter?: number;
  /**
   * Called for errors that no caller sees: a layer failed (the cache goes on without it), a load failed and a stale value
   * was there, or in the background. What it throws, the operation that still has a caller fails with.
   */
  readonly onError?: (error: unknown, failure: CacheFailure) => void;
}

/** Options of a cache with layers. */
export interface LayeredCacheOptions<V> extends CacheOptions<V> {
  /** Where to look when memory has no fresh value, the nearest first. Each holds all entries; memory is always before them. */
  readonly layers: readonly Store<CacheEntry<V>>[];
  /**
   * For how many milliseconds memory answers without asking the layers: how long it takes at most until what another
   * process has set or deleted is seen. @defaultValue Infinity
   */
  readonly memoryTtl?: number;
  /** For how many milliseconds to wait for a layer's answer before it counts as failed. @defaultValue 2_000 */
  readonly layerTimeout?: number;
  /** What the layers' keys begin with: for stores that several caches share. @defaultValue "" */
  readonly prefix?: string;
}

/** What a layer did for a cache. */
export interface LayerStats {
  /** Entries that were found and fresh. */
  readonly hits: number;
  /** Keys that were asked for and not found fresh. */
  readonly misses: number;
  /** Calls that failed, or took too long. */
  readonly errors: number;
}

/** What a cache has and did. Counts are of keys, since it was made. */
export interface CacheStats {
  /** Entries in memory, stale and expired ones included. */
  readonly entries: number;
  /** The sum of their sizes; 0 without `sizeOf`. */
  readonly size: number;
  /** Tags that they have. */
  readonly tags: number;
  /** Found fresh, in memory or a layer. */
  readonly hits: number;
  /** Not found fresh. */
  readonly misses: number;
  /** Answered by a value that was no longer fresh. */
  readonly stale: number;
  /** Joined a load that was going on. */
  readonly coalesced: number;
  /** Loads that failed. */
  readonly errors: number;
  /** Entries of memory that made room for others. */
  readonly evicted: number;
  /** Entries of memory that were removed because their time was over. */
  readonly expired: number;
  /** Values that memory did not take, being larger than `maxSize`. */
  readonly rejected: number;
  /** Loads that are going on. */
  readonly loading: number;
  /** The layers, in their order. */
  readonly layers: readonly LayerStats[];
}

/** Values by key, and how to get those that are missing. `null` is a value; `undefined` is none, and never kept. */
export interface Cache<V> {
  /** The value of `key` if it is fresh. At once where memory has it. The caller does not change it. */
  get(key: string): Awaitable<V | undefined>;
  /** The values of `keys` that are fresh, in their order. Layers are asked once, if they know `getMany`. */
  getMany(keys: readonly string[]): Awaitable<(V | undefined)[]>;
  /** Whether `get` would find a value. Counts nothing. */
  has(key: string): Awaitable<boolean>;
  /** The value that memory has for `key`, if it is fresh. Asks no layer, counts nothing, and is no use of the entry. */
  peek(key: string): V | undefined;
  /** Sets the value of `key`, in memory at once and then in all layers. */
  set(key: string, value: V, options?: CacheSetOptions): Awaitable<void>;
  /** Forgets `key`, everywhere. What is being loaded for it is not kept. Whether there was a value, fresh or not. */
  delete(key: string): Awaitable<boolean>;
  /** Forgets all entries with that tag, everywhere. How many memory had. What is being loaded with it is not kept. */
  deleteTagged(tag: string): Awaitable<number>;
  /**
   * Forgets everything, in the layers also what others have set there.
   *
   * @throws WATT_CAPACITOR_CACHE_CLEAR where a layer cannot; nothing is done then.
   */
  clear(): Awaitable<void>;
  /**
   * The value of `key`, from memory (then at once), from a layer, or from `loader`. Of the calls that miss one key at the
   * same time, one loads, and all get its answer. A failed load is not kept: every waiting call rejects with the error,
   * unless a stale value may stand in. What `loader` answers with is kept, but for `undefined`, and not when the key, or
   * a tag of it, was set or deleted in the meantime. `loader` must not ask for the same key.
   */
  getOrLoad<R extends V | undefined = V>(
    key: string,
    loader: (key: string, context: LoadContext<V>) => Awaitable<R>,
    options?: LoadOptions<V>,
  ): Awaitable<V | R>;
  /**
   * The values of `keys`, in their order, as `getOrLoad` gives them; the keys that nobody is loading yet go to one call
   * of `loader`, which answers with a value, or undefined, for each of them.
   *
   * @throws rejects with WATT_CAPACITOR_CACHE_LOADER when these are not as many.
   */
  getOrLoadMany<R extends V | undefined = V>(
    keys: readonly string[],
    loader: (keys: readonly string[], context: LoadManyContext) => Awaitable<readonly R[]>,
    options?: LoadManyOptions<V>,
  ): Promise<(V | R)[]>;
  /** Resolves when nothing is going on: no load, also in the background, no write to a layer. */
  settled(): Promise<void>;
  /** What it has and did. */
  stats(): CacheStats;
}

/** A cache without layers: what needs no load is answered at once. */
export interface LocalCache<V> extends Cache<V> {
  get(key: string): V | undefined;
  getMany(keys: readonly string[]): (V | undefined)[];
  has(key: string): boolean;
  set(key: string, value: V, options?: CacheSetOptions): void;
  delete(key: string): boolean;
  deleteTagged(tag: string): number;
  clear(): void;
}
