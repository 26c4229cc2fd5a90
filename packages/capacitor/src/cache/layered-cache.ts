import { isPending } from "./awaitable.ts";
import type {
  Cache,
  CacheSetOptions,
  CacheStats,
  LoadContext,
  LoadManyContext,
  LoadManyOptions,
  LoadOptions,
} from "./cache.ts";
import { type CacheEntry, freshUntil } from "./layers/cache-entry.ts";
import { Batch } from "./load.ts";
import { Loads } from "./loads.ts";
import { NONE } from "./memory/entry-table.ts";
import type { Awaitable } from "./store.ts";
import type { Tiers } from "./tiers.ts";

const NO_OPTIONS = {};

/** The face of the tiers and the loads. See `Cache` for what each method does. */
export class LayeredCache<V> implements Cache<V> {
  readonly #tiers: Tiers<V>;
  readonly #loads: Loads<V>;

  constructor(tiers: Tiers<V>) {
    this.#tiers = tiers;
    this.#loads = new Loads(tiers);
  }

  get(key: string): Awaitable<V | undefined> {
    const tiers = this.#tiers;
    const value = tiers.hit(key);
    if (value !== undefined) return value;
    if (tiers.layers !== undefined) return this.#getFromLayers([key]).then(([found]) => found);
    tiers.misses++;
    return undefined;
  }

  getMany(keys: readonly string[]): Awaitable<(V | undefined)[]> {
    const tiers = this.#tiers;
    const values = keys.map((key) => tiers.hit(key));
    const missing = keys.filter((_, i) => values[i] === undefined);
    if (tiers.layers === undefined || missing.length === 0) {
      tiers.misses += missing.length;
      return values;
    }
    return this.#getFromLayers(missing).then((found) => {
      let next = 0;
      return values.map((value) => (value === undefined ? found[next++] : value));
    });
  }

  has(key: string): Awaitable<boolean> {
    const { table, layers } = this.#tiers;
    if (table.fresh(key) !== NONE) return true;
    if (layers === undefined) return false;
    return this.#tiers.lookup(layers, [key]).then(([entry]) => this.#isFresh(entry));
  }

  peek(key: string): V | undefined {
    const { table } = this.#tiers;
    const slot = table.fresh(key);
    return slot === NONE ? undefined : table.value(slot);
  }

  set(key: string, value: V, options: CacheSetOptions = NO_OPTIONS): Awaitable<void> {
    this.#loads.detach(key);
    return this.#tiers.keep(key, value, options.ttl ?? this.#tiers.settings.ttl, options.tags, options);
  }

  delete(key: string): Awaitable<boolean> {
    this.#loads.detach(key);
    return this.#tiers.delete(key);
  }

  deleteTagged(tag: string): Awaitable<number> {
    this.#loads.detachTagged(tag);
    return this.#tiers.deleteTagged(tag);
  }

  clear(): Awaitable<void> {
    const cleared = this.#tiers.clear();
    this.#loads.detachAll();
    return cleared;
  }

  getOrLoad<R extends V | undefined = V>(
    key: string,
    loader: (key: string, context: LoadContext<V>) => Awaitable<R>,
    options: LoadOptions<V> = NO_OPTIONS,
  ): Awaitable<V | R> {
    const value = this.#tiers.hit(key);
    if (value !== undefined) return value;
    const batch = new Batch<V>(options, () => {
      const context: LoadContext<V> = {
        stale: batch.loads[0]?.stale?.value,
        get signal() {
          return batch.signal;
        },
      };
      const loaded = loader(key, context);
      return isPending(loaded) ? loaded.then((one) => [one]) : [loaded];
    });
    const answer = this.#loads.ask(key, batch);
    this.#loads.start(batch);
    // Who joins the load of another caller gets what that one's loader gives.
    return answer as Awaitable<V | R>;
  }

  getOrLoadMany<R extends V | undefined = V>(
    keys: readonly string[],
    loader: (keys: readonly string[], context: LoadManyContext) => Awaitable<readonly R[]>,
    options: LoadManyOptions<V> = NO_OPTIONS,
  ): Promise<(V | R)[]> {
    const batch = new Batch<V>(options, loader);
    const answers = keys.map((key) => this.#tiers.hit(key) ?? this.#loads.ask(key, batch));
    this.#loads.start(batch);
    return Promise.all(answers) as Promise<(V | R)[]>;
  }

  async settled(): Promise<void> {
    for (;;) {
      const pending = [...this.#loads.running, ...(this.#tiers.layers?.pending ?? [])];
      if (pending.length === 0) return;
      await Promise.all(pending);
    }
  }

  stats(): CacheStats {
    const { hits, misses, layers, table } = this.#tiers;
    const { entries, size, tags, evicted, expired, rejected } = table;
    const { stale, coalesced, errors, size: loading } = this.#loads;
    const memory = { entries, size, tags, evicted, expired, rejected };
    return { ...memory, hits, misses, stale, coalesced, errors, loading, layers: layers?.stats() ?? [] };
  }

  async #getFromLayers(keys: readonly string[]): Promise<(V | undefined)[]> {
    const tiers = this.#tiers;
    const found = tiers.layers === undefined ? [] : await tiers.lookup(tiers.layers, keys);
    return found.map((entry) => {
      const isFresh = this.#isFresh(entry);
      if (isFresh) tiers.hits++;
      else tiers.misses++;
      return isFresh ? entry?.value : undefined;
    });
  }

  #isFresh(entry: CacheEntry<V> | undefined): boolean {
    return entry !== undefined && freshUntil(entry) > this.#tiers.settings.now();
  }
}
