import type { CacheFailure, StaleOptions } from "./cache.ts";
import type { CacheEntry } from "./layers/cache-entry.ts";
import { type Found, ignore, type Layers } from "./layers/layers.ts";
import type { StaleValue } from "./load.ts";
import { type EntryTable, NONE } from "./memory/entry-table.ts";
import type { Awaitable } from "./store.ts";

/** What a cache is made with; all of it checked. */
export interface CacheSettings {
  readonly ttl: number;
  readonly staleWhileRevalidate: number;
  readonly staleIfError: number;
  readonly jitter: number;
  readonly memoryTtl: number;
  readonly now: () => number;
  readonly onError: ((error: unknown, failure: CacheFailure) => void) | undefined;
}

/** Memory and the layers below it. */
export class Tiers<V> {
  readonly table: EntryTable<V>;
  readonly layers: Layers<V> | undefined;
  readonly settings: CacheSettings;
  hits: number = 0;
  misses: number = 0;
  // The latest lookup of each key. One that is in here no longer may answer, but not fill: the key, or a tag, was set or
  // deleted since it began.
  readonly #lookups: Map<string, object> = new Map();

  constructor(table: EntryTable<V>, layers: Layers<V> | undefined, settings: CacheSettings) {
    this.table = table;
    this.layers = layers;
    this.settings = settings;
  }

  /** The fresh value in memory, counted and marked as used; not counted when there is none. */
  hit(key: string): V | undefined {
    const slot = this.table.fresh(key);
    if (slot === NONE) return undefined;
    this.hits++;
    this.table.touch(slot);
    return this.table.value(slot);
  }

  /** What memory has for a key that is not fresh. Marked as used. */
  staleOf(key: string): StaleValue<V> | undefined {
    const slot = this.table.kept(key);
    if (slot === NONE) return undefined;
    this.table.touch(slot);
    // By the clock of the layers; memory has its own.
    return { value: this.table.value(slot), until: this.settings.now() - this.table.staleFor(slot) };
  }

  /** Asks the layers. What they have goes to memory and to the layers above, unless it was changed in the meantime. */
  async lookup(layers: Layers<V>, keys: readonly string[]): Promise<readonly (CacheEntry<V> | undefined)[]> {
    const lookup = {};
    for (const key of keys) this.#lookups.set(key, lookup);
    let found: readonly (Found<V> | undefined)[] = [];
    try {
      found = await layers.read(keys);
    } finally {
      for (const [i, key] of keys.entries()) {
        if (this.#lookups.get(key) !== lookup) continue;
        this.#lookups.delete(key);
        const one = found[i];
        if (one !== undefined) this.#fill(layers, key, one);
      }
    }
    return found.map((one) => one?.entry);
  }

  /** Sets the value of `key` everywhere. One that lives for no time is deleted. */
  keep(
    key: string,
    value: V | undefined,
    ttl: number,
    tags: readonly string[] | undefined,
    options: StaleOptions,
  ): void | Promise<void> {
    if (value === undefined || !(ttl > 0)) {
      const deleted = this.delete(key);
      return typeof deleted === "boolean" ? undefined : deleted.then(ignore);
    }
    this.#lookups.delete(key);
    const { settings } = this;
    const fresh = settings.jitter === 0 ? ttl : ttl * (1 - settings.jitter * Math.random());
    const whileRevalidate = options.staleWhileRevalidate ?? settings.staleWhileRevalidate;
    const grace = Math.max(whileRevalidate, options.staleIfError ?? settings.staleIfError);
    this.table.put(key, value, Math.min(fresh, settings.memoryTtl), grace, tags);
    if (this.layers === undefined) return undefined;
    const now = settings.now();
    const entry: CacheEntry<V> = {
      value,
      ...(fresh !== Infinity && { until: now + fresh, expires: now + fresh + grace }),
      ...(tags !== undefined && tags.length > 0 && { tags }),
    };
    return this.layers.write(key, entry);
  }

  /** Forgets `key`. Whether there was a value. */
  delete(key: string): Awaitable<boolean> {
    this.#lookups.delete(key);
    // It removes what has expired.
    this.table.fresh(key);
    const slot = this.table.kept(key);
    if (slot !== NONE) this.table.remove(slot);
    return this.layers === undefined ? slot !== NONE : this.layers.delete(key).then((had) => had || slot !== NONE);
  }

  /** Forgets all with that tag. How many memory had. */
  deleteTagged(tag: string): Awaitable<number> {
    this.#lookups.clear();
    const count = this.table.removeTagged(tag);
    return this.layers === undefined ? count : this.layers.deleteTagged(tag).then(() => count);
  }

  /** Forgets all. */
  clear(): Awaitable<void> {
    // First, as it may throw.
    const cleared = this.layers?.clear().then(ignore);
    this.#lookups.clear();
    this.table.clear();
    return cleared;
  }

  #fill(layers: Layers<V>, key: string, { entry, depth }: Found<V>): void {
    const { now, memoryTtl } = this.settings;
    const { value, until = Infinity, expires = until, tags } = entry;
    this.table.put(key, value, Math.min(until - now(), memoryTtl), expires > until ? expires - until : 0, tags);
    // Nobody waits for it, so nobody sees an error that `onError` makes of it.
    if (depth > 0) layers.write(key, entry, depth).catch(ignore);
  }
}
