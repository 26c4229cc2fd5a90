import type { Cache as ByteCache } from "@watt/electron/threads";
import { cacheError } from "../errors.ts";
import { jsonSerializer, type Serializer } from "./json-serializer.ts";
import type { CountOptions, Store } from "./store.ts";

/** Options of `SharedStore`. */
export interface SharedStoreOptions<V> {
  /** How values become bytes. @defaultValue jsonSerializer(): JSON, and a Uint8Array as its bytes */
  readonly serializer?: Serializer<V>;
}

/**
 * A store in memory that all threads share: electron's `SharedCache`, or its twin behind a lock. It answers at once, each
 * time with a value of its own. Bounded by the cache's bytes; what is read least goes first. For tags, see `withTags`.
 *
 * `get` and `set` take O(entries of a page) and the time of the serializer; several threads count correctly.
 *
 * @example
 * const shared = new SharedCache({ bytes: 64 * 2 ** 20, maxEntryBytes: 4096 }); // from "@watt/electron/threads"
 * const cache = createCache<User>({ maxEntries: 1_000, layers: [new SharedStore(shared)] });
 */
export class SharedStore<V> implements Store<V> {
  readonly #cache: ByteCache;
  readonly #serializer: Serializer<V>;

  /** @param cache - which others may use as well, under other keys. Its handle stays the caller's to close. */
  constructor(cache: ByteCache, options: SharedStoreOptions<V> = {}) {
    this.#cache = cache;
    this.#serializer = options.serializer ?? jsonSerializer();
  }

  /** A new copy of the value of `key`; undefined when there is none. Throws what the serializer does. */
  // Why NoInfer: see MemoryStore.
  get(key: string): NoInfer<V> | undefined {
    const bytes = this.#cache.get(key);
    return bytes === undefined ? undefined : this.#serializer.decode(bytes);
  }

  /**
   * Sets the value of `key`. Tags are not looked at: see `withTags`.
   *
   * @throws WATT_CAPACITOR_CACHE_SIZE when key and value are more than `maxEntryBytes`; the key then has no value.
   */
  set(key: string, value: V, { ttl = Infinity }: CountOptions = {}): void {
    if (value === undefined || !(ttl > 0)) {
      this.delete(key);
      return;
    }
    const bytes = this.#serializer.encode(value);
    if (this.#cache.set(key, bytes, ttl)) return;
    // The one before must not stay.
    this.#cache.delete(key);
    throw cacheError("WATT_CAPACITOR_CACHE_SIZE", { key, bytes: bytes.length });
  }

  /** Forgets `key`. Whether there was a value. */
  delete(key: string): boolean {
    return this.#cache.delete(key);
  }

  /**
   * Adds `by` to the integer of `key`, atomically among all threads; one that has no value starts at 0 and lives for `ttl`.
   *
   * @returns the sum. `get` gives it, too, if the serializer reads decimal digits, as JSON does.
   * @throws WATT_CAPACITOR_CACHE_COUNTER where the value, or the sum, is no integer from -(2^53 - 1) to 2^53 - 1, and
   *   where key and digits are more than `maxEntryBytes`.
   */
  increment(key: string, by: number = 1, { ttl = Infinity }: CountOptions = {}): number {
    const sum = this.#cache.increment(key, by, ttl);
    if (sum === undefined) throw cacheError("WATT_CAPACITOR_CACHE_COUNTER", { key, value: "none that counts", by });
    return sum;
  }

  /** Forgets everything in the cache, whoever has set it. */
  clear(): void {
    this.#cache.clear();
  }
}
