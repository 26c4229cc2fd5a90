import { cacheError } from "../../errors.ts";
import { allOf, isPending } from "../awaitable.ts";
import type { CacheFailure, LayerStats } from "../cache.ts";
import type { Awaitable, Store } from "../store.ts";
import { type TaggedStore, withTags } from "../with-tags.ts";
import { type CacheEntry, freshUntil } from "./cache-entry.ts";

// A timer for longer than that would be over at once.
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What all layers of a cache have in common. */
export interface LayersOptions {
  readonly prefix: string;
  readonly timeout: number;
  readonly now: () => number;
  readonly onError: ((error: unknown, failure: CacheFailure) => void) | undefined;
}

/** An entry, and in which layer it was found. */
export interface Found<V> {
  readonly entry: CacheEntry<V>;
  readonly depth: number;
}

interface Layer<V> {
  readonly store: TaggedStore<CacheEntry<V>>;
  readonly index: number;
  hits: number;
  misses: number;
  errors: number;
}

/**
 * The layers below memory. What fails there is counted, reported, and answered as if nothing were there; no promise
 * rejects but by `onError`.
 *
 * What is done to one key reaches the layers in the order of the calls; what is done to all keys comes after all that was
 * called before it, and before all that is called later. Else a slow `set` could bring back what a `delete` took away.
 */
export class Layers<V> {
  readonly #layers: readonly Layer<V>[];
  readonly #options: LayersOptions;
  // What goes on last, for each key and for all keys. Entries leave when they are done: no more than calls going on.
  readonly #tails: Map<string, Promise<unknown>> = new Map();
  #barrier: Promise<unknown> | undefined = undefined;

  constructor(stores: readonly Store<CacheEntry<V>>[], options: LayersOptions) {
    // Why the assertion: what `withTags` keeps is plain data as entries are, in a store that takes those.
    const taggedOf = (store: Store<CacheEntry<V>>): TaggedStore<CacheEntry<V>> =>
      store.deleteTagged === undefined ? withTags(store as Store<never>) : (store as TaggedStore<CacheEntry<V>>);
    this.#layers = stores.map((store, index) => ({ store: taggedOf(store), index, hits: 0, misses: 0, errors: 0 }));
    this.#options = options;
  }

  /** What is going on. */
  get pending(): readonly Promise<unknown>[] {
    return this.#barrier === undefined ? [...this.#tails.values()] : [...this.#tails.values(), this.#barrier];
  }

  /** What the layers did. */
  stats(): LayerStats[] {
    return this.#layers.map(({ hits, misses, errors }) => ({ hits, misses, errors }));
  }

  /** The freshest entry of each of `keys`: from the nearest layer where it is fresh, else a stale one. */
  async read(keys: readonly string[]): Promise<(Found<V> | undefined)[]> {
    const before = keys.map((key) => this.#tails.get(key) ?? this.#barrier);
    if (before.some(isPending)) await Promise.all(before);
    const found = keys.map((): Found<V> | undefined => undefined);
    let open = [...keys.keys()];
    for (const layer of this.#layers) {
      if (open.length === 0) break;
      const entries = await this.#read(
        layer,
        open.map((i) => keys[i] as string),
      );
      const now = this.#options.now();
      open = open.filter((i, at) => {
        const given = entries?.[at];
        // Others may write to the store, too: what is no entry is none. Nor is what should have expired.
        const entry = given?.value === undefined || (given.expires ?? Infinity) <= now ? undefined : given;
        const until = freshUntil(entry);
        if (entry !== undefined && until > freshUntil(found[i]?.entry)) found[i] = { entry, depth: layer.index };
        if (until > now) layer.hits++;
        else layer.misses++;
        return until <= now;
      });
    }
    return found;
  }

  /** Writes an entry to all layers, or to those above `depth`. */
  async write(key: string, entry: CacheEntry<V>, depth: number = this.#layers.length): Promise<void> {
    const name = this.#options.prefix + key;
    const tags = entry.tags?.map((tag) => this.#options.prefix + tag) ?? [];
    await this.#inOrder(key, () => {
      const ttl = entry.expires === undefined ? Infinity : entry.expires - this.#options.now();
      return this.#callAll("set", key, (store) => store.set(name, entry, { ttl, tags }), depth);
    });
  }

  /** Forgets `key`. Whether a layer had it. */
  async delete(key: string): Promise<boolean> {
    const name = this.#options.prefix + key;
    const had = await this.#inOrder(key, () => this.#callAll("delete", key, (store) => store.delete(name)));
    return had.includes(true);
  }

  /** Forgets all with that tag. */
  deleteTagged(tag: string): Promise<unknown> {
    const name = this.#options.prefix + tag;
    return this.#inOrder(undefined, () => this.#callAll("deleteTagged", tag, (store) => store.deleteTagged(name)));
  }

  /**
   * Forgets all.
   *
   * @throws WATT_CAPACITOR_CACHE_CLEAR
   */
  clear(): Promise<unknown> {
    const layer = this.#layers.findIndex(({ store }) => store.clear === undefined);
    if (layer >= 0) throw cacheError("WATT_CAPACITOR_CACHE_CLEAR", { layer });
    return this.#inOrder(undefined, () => this.#callAll("clear", "", (store) => store.clear?.()));
  }

  #read(layer: Layer<V>, keys: readonly string[]): Promise<readonly (CacheEntry<V> | undefined)[] | undefined> {
    const names = keys.map((key) => this.#options.prefix + key);
    return this.#call(layer, "get", keys, (store) =>
      store.getMany === undefined || names.length === 1
        ? allOf(names.map((name) => store.get(name)))
        : store.getMany(names),
    );
  }

  #callAll<T>(
    operation: CacheFailure["operation"],
    key: string,
    run: (store: TaggedStore<CacheEntry<V>>) => Awaitable<T>,
    depth?: number,
  ): Promise<(T | undefined)[]> {
    return Promise.all(this.#layers.slice(0, depth).map((layer) => this.#call(layer, operation, [key], run)));
  }

  async #call<T>(
    layer: Layer<V>,
    operation: CacheFailure["operation"],
    keys: readonly string[],
    run: (store: TaggedStore<CacheEntry<V>>) => Awaitable<T>,
  ): Promise<T | undefined> {
    const { timeout, onError } = this.#options;
    const { index } = layer;
    try {
      const answer = run(layer.store);
      if (!isPending(answer)) return answer;
      return await inTime(answer, timeout, () =>
        cacheError("WATT_CAPACITOR_CACHE_TIMEOUT", { layer: index, operation, timeout }),
      );
    } catch (error) {
      layer.errors++;
      onError?.(error, { operation, layer: index, key: keys.join() });
      return undefined;
    }
  }

  // After what was called before: of the key, or, without one, of all keys.
  #inOrder<T>(key: string | undefined, run: () => Promise<T>): Promise<T> {
    const before = key === undefined ? this.pending : [this.#tails.get(key) ?? this.#barrier];
    const done = before.some(isPending) ? Promise.all(before).then(run) : run();
    const tail: Promise<unknown> = done.then(ignore, ignore).then(() => {
      if (this.#barrier === tail) this.#barrier = undefined;
      if (key !== undefined && this.#tails.get(key) === tail) this.#tails.delete(key);
    });
    if (key === undefined) {
      this.#barrier = tail;
      // The barrier waits for them.
      this.#tails.clear();
    } else {
      this.#tails.set(key, tail);
    }
    return done;
  }
}

async function inTime<T>(answer: Promise<T>, timeout: number, late: () => Error): Promise<T> {
  if (timeout > LONGEST_TIMER_MS) return answer;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), timeout);
    // Not everywhere is there such a thing. It shall not keep a process alive.
    (timer as { unref?(): void }).unref?.();
  });
  try {
    return await Promise.race([answer, end]);
  } finally {
    clearTimeout(timer);
  }
}

/** For what nobody is interested in. */
export function ignore(): void {}
