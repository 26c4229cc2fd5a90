import { cacheError } from "../errors.ts";
import { freshUntil } from "./layers/cache-entry.ts";
import { ignore, type Layers } from "./layers/layers.ts";
import { Batch, Load } from "./load.ts";
import type { Tiers } from "./tiers.ts";

/** The loads that go on, at most one for each key. */
export class Loads<V> {
  stale: number = 0;
  coalesced: number = 0;
  errors: number = 0;
  readonly #tiers: Tiers<V>;
  // By key. A load that is in here no longer may answer, but what it loads is not kept: the key, or a tag, was set or
  // deleted since it began.
  readonly #loads: Map<string, Load<V>> = new Map();
  readonly #running: Set<Promise<void>> = new Set();

  constructor(tiers: Tiers<V>) {
    this.#tiers = tiers;
  }

  /** How many keys are being loaded. */
  get size(): number {
    return this.#loads.size;
  }

  /** What goes on. */
  get running(): Iterable<Promise<void>> {
    return this.#running;
  }

  /** The load of `key`, if there is one, is from before: what it loads shall not be kept. */
  detach(key: string): void {
    this.#loads.delete(key);
  }

  /** So are all whose values could have `tag`. */
  detachTagged(tag: string): void {
    for (const [key, { batch }] of this.#loads) if (batch.mayHave(tag)) this.#loads.delete(key);
  }

  /** So are all. */
  detachAll(): void {
    this.#loads.clear();
  }

  /** The answer for a key that memory has not fresh. Where nobody loads it yet, it joins `batch`. */
  ask(key: string, batch: Batch<V>): V | Promise<V | undefined> {
    const { signal, staleWhileRevalidate = this.#tiers.settings.staleWhileRevalidate } = batch.options;
    if (signal?.aborted) return Promise.reject(signal.reason);
    const stale = this.#tiers.staleOf(key);
    let load = this.#loads.get(key);
    if (stale !== undefined && this.#isWithin(stale.until, staleWhileRevalidate)) {
      this.stale++;
      if (load === undefined) this.#add(new Load(key, batch, stale)).offer(stale.value);
      return stale.value;
    }
    if (load === undefined) load = this.#add(new Load(key, batch, stale));
    else this.coalesced++;
    return this.#join(load, signal);
  }

  /** Begins the loads of `batch`. */
  start(batch: Batch<V>): void {
    if (batch.loads.length === 0) return;
    const run = this.#run(batch).then(() => {
      this.#running.delete(run);
    });
    this.#running.add(run);
  }

  #add(load: Load<V>): Load<V> {
    this.#loads.set(load.key, load);
    return load;
  }

  #join(load: Load<V>, signal: AbortSignal | undefined): Promise<V | undefined> {
    // Who comes after all have left begins anew: the loader may have given up.
    return load.join(signal, () => this.#remove(load));
  }

  // Whether the load was still the one of its key.
  #remove(load: Load<V>): boolean {
    return this.#loads.get(load.key) === load && this.#loads.delete(load.key);
  }

  #isWithin(until: number, window: number): boolean {
    return this.#tiers.settings.now() < until + window;
  }

  async #run(batch: Batch<V>): Promise<void> {
    let open: readonly Load<V>[] = batch.loads;
    try {
      const { layers } = this.#tiers;
      if (layers !== undefined) open = await this.#askLayers(layers, batch);
      if (open.length === 0) return;
      for (const { isAnswered } of open) if (!isAnswered) this.#tiers.misses++;
      const values: unknown = await batch.loader(
        open.map(({ key }) => key),
        batch,
      );
      if (!Array.isArray(values) || values.length !== open.length) {
        const count = Array.isArray(values) ? values.length : "no list of";
        throw cacheError("WATT_CAPACITOR_CACHE_LOADER", { keys: open.length, values: count });
      }
      open.forEach((load, i) => this.#finish(load, values[i]));
    } catch (error) {
      for (const load of open) this.#fail(load, error);
    }
  }

  // Ends the loads of what a layer has fresh. The others remain, some of them answered, but for those that nobody needs.
  async #askLayers(layers: Layers<V>, batch: Batch<V>): Promise<readonly Load<V>[]> {
    const { settings } = this.#tiers;
    const found = await this.#tiers.lookup(
      layers,
      batch.loads.map(({ key }) => key),
    );
    return batch.loads.filter((load, i) => {
      const entry = found[i];
      if (entry === undefined) return load.isNeeded;
      const until = freshUntil(entry);
      if (until > settings.now()) {
        if (!load.isAnswered) this.#tiers.hits++;
        this.#remove(load);
        load.settle(entry.value);
        return false;
      }
      if (load.stale === undefined || load.stale.until < until) load.stale = { value: entry.value, until };
      const window = batch.options.staleWhileRevalidate ?? settings.staleWhileRevalidate;
      if (!load.isAnswered && this.#isWithin(until, window)) {
        this.stale++;
        load.offer(entry.value);
      }
      return load.isNeeded;
    });
  }

  #finish(load: Load<V>, value: V | undefined): void {
    try {
      if (this.#remove(load)) this.#keep(load, value);
      load.settle(value);
    } catch (error) {
      this.#fail(load, error);
    }
  }

  #keep({ key, batch, stale }: Load<V>, value: V | undefined): void {
    // What is not there need not be deleted.
    if (value === undefined && stale === undefined) return;
    const { options } = batch;
    const tagsOf = value === undefined ? undefined : options.tags;
    const ttlOf = value === undefined ? 0 : (options.ttl ?? this.#tiers.settings.ttl);
    const tags = typeof tagsOf === "function" ? tagsOf(value as V, key) : tagsOf;
    const ttl = typeof ttlOf === "function" ? ttlOf(value as V, key) : ttlOf;
    const kept = this.#tiers.keep(key, value, ttl, tags, options);
    // The callers do not wait for the layers; what `onError` makes of an error there is nobody's.
    kept?.catch(ignore);
  }

  #fail(load: Load<V>, error: unknown): void {
    this.#remove(load);
    if (load.isNeeded) this.errors++;
    const { onError, staleIfError } = this.#tiers.settings;
    const { stale, isAnswered } = load;
    const window = load.batch.options.staleIfError ?? staleIfError;
    if (!isAnswered && (stale === undefined || !this.#isWithin(stale.until, window))) return load.fail(error);
    try {
      onError?.(error, { operation: "load", layer: undefined, key: load.key });
    } catch (thrown) {
      return load.fail(thrown);
    }
    if (!isAnswered) this.stale++;
    load.settle(stale?.value);
  }
}
