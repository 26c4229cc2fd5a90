import {
  type Cache,
  type CacheEntry,
  createCache,
  type LayeredCacheOptions,
  MemoryStore,
  type Store,
} from "../../src/cache/index.ts";
import { Clock } from "./support.ts";

/** A store whose calls can be watched, made to fail, and held. */
export class Remote<V> implements Store<CacheEntry<V>> {
  readonly calls: string[] = [];
  readonly inner: MemoryStore<CacheEntry<V>>;
  error: unknown = undefined;
  gate: Promise<unknown> | undefined = undefined;

  constructor(clock: Clock) {
    this.inner = new MemoryStore({ now: clock.now });
  }

  async #run<T>(call: string, run: () => T): Promise<T> {
    this.calls.push(call);
    await this.gate;
    if (this.error !== undefined) throw this.error;
    return run();
  }

  get = (key: string): Promise<CacheEntry<V> | undefined> => this.#run(`get ${key}`, () => this.inner.get(key));
  getMany = (keys: readonly string[]): Promise<(CacheEntry<V> | undefined)[]> =>
    this.#run(`getMany ${keys.join()}`, () => this.inner.getMany(keys));
  set = (key: string, value: CacheEntry<V>, options: object): Promise<void> =>
    this.#run(`set ${key} ${JSON.stringify(options)}`, () => this.inner.set(key, value, options));
  delete = (key: string): Promise<boolean> => this.#run(`delete ${key}`, () => this.inner.delete(key));
  increment = (key: string, by?: number, options?: object): Promise<number> =>
    this.#run(`increment ${key}`, () => this.inner.increment(key, by, options));
  deleteTagged = (tag: string): Promise<number> => this.#run(`deleteTagged ${tag}`, () => this.inner.deleteTagged(tag));
  clear = (): Promise<void> => this.#run("clear", () => this.inner.clear());
}

/** Two layers, and caches over them. */
export interface World {
  readonly clock: Clock;
  readonly near: Remote<string>;
  readonly far: Remote<string>;
  create(options?: Partial<LayeredCacheOptions<string>>): Cache<string>;
}

export function createWorld(): World {
  const clock = new Clock();
  const [near, far] = [new Remote<string>(clock), new Remote<string>(clock)];
  const create: World["create"] = (options) => createCache({ layers: [near, far], now: clock.now, ...options });
  return { clock, near, far, create };
}
