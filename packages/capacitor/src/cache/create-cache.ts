import type { Cache, CacheOptions, LayeredCacheOptions, LocalCache } from "./cache.ts";
import { LayeredCache } from "./layered-cache.ts";
import { Layers } from "./layers/layers.ts";
import { createTable, expectOption } from "./memory/memory-options.ts";
import { Tiers } from "./tiers.ts";

const DEFAULT_LAYER_TIMEOUT_MS = 2_000;

/**
 * A cache in the memory of this process; with `layers`, memory in front of them. It is bounded by `maxEntries` and
 * `maxSize`, whatever the keys are, and starts no timer of its own but while it waits for a layer.
 *
 * A hit in memory takes O(1) and allocates nothing. Values are kept as they are, not copied: callers share them.
 *
 * @throws WATT_CAPACITOR_CACHE_OPTION for options out of their ranges.
 * @example
 * const users = createCache<User>({ maxEntries: 50_000, ttl: 60_000, staleWhileRevalidate: 10_000 });
 * const user = await users.getOrLoad(id, () => database.user(id), { tags: (user) => [`team:${user.team}`] });
 */
export function createCache<V>(options: LayeredCacheOptions<V>): Cache<V>;
export function createCache<V>(options?: CacheOptions<V> & { readonly layers?: never }): LocalCache<V>;
export function createCache<V>(options: CacheOptions<V> | LayeredCacheOptions<V> = {}): Cache<V> {
  const { ttl = Infinity, staleWhileRevalidate = 0, staleIfError = 0, jitter = 0, onError } = options;
  const {
    layers: stores,
    memoryTtl = Infinity,
    layerTimeout: timeout = DEFAULT_LAYER_TIMEOUT_MS,
    prefix = "",
    now = Date.now,
  } = options as Partial<LayeredCacheOptions<V>>;
  const positive = "a number of milliseconds above 0";
  for (const [name, value] of Object.entries({ ttl, memoryTtl, layerTimeout: timeout })) {
    expectOption(value > 0, name, value, positive);
  }
  for (const [name, value] of Object.entries({ staleWhileRevalidate, staleIfError })) {
    expectOption(value >= 0, name, value, "a number of milliseconds from 0");
  }
  expectOption(jitter >= 0 && jitter <= 1, "jitter", jitter, "a number from 0 to 1");
  const table = createTable(options);
  const layers = stores && new Layers(stores, { prefix, timeout, now, onError });
  const settings = { ttl, staleWhileRevalidate, staleIfError, jitter, memoryTtl, now, onError };
  return new LayeredCache(new Tiers(table, layers, settings));
}
