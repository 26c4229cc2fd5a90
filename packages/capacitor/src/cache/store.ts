/** An answer that is there at once, or by a promise. `await` takes both. */
export type Awaitable<T> = T | Promise<T>;

/** How long a counter lives. */
export interface CountOptions {
  /** Milliseconds. From 0 down nothing is kept. @defaultValue Infinity */
  readonly ttl?: number;
}

/** How long a value lives, and what it belongs to. */
export interface SetOptions extends CountOptions {
  /** Names by which `deleteTagged` finds it. */
  readonly tags?: readonly string[];
}

/**
 * Where sessions, limits and answers are kept: the one interface for it in the house. `MemoryStore` and `SharedStore`
 * are two; over Redis it is some twenty lines.
 *
 * A store may forget: `get` of what was set can be undefined at any time. It never answers with anything but what was
 * set last under that key and has not expired. `undefined` is no value: to set it is to delete.
 */
export interface Store<V> {
  /** The value of `key`; undefined when there is none. The caller does not change what it is given. */
  get(key: string): Awaitable<V | undefined>;
  /** Sets the value of `key`, and its time and tags anew. */
  set(key: string, value: V, options?: SetOptions): Awaitable<void>;
  /** Forgets `key`. Whether there was a value. */
  delete(key: string): Awaitable<boolean>;
  /**
   * Adds `by` to the integer of `key`, as one step that no other caller comes between. A key without a value starts at
   * 0 and lives for `ttl`; a later call leaves the time as it is. That is a fixed window, for limits.
   *
   * @param by - an integer. @defaultValue 1
   * @returns the sum.
   * @throws or rejects where the key has a value that is no integer.
   */
  increment(key: string, by?: number, options?: CountOptions): Awaitable<number>;
  /** The values of `keys`, in their order: for stores that answer many faster than one after the other. */
  getMany?(keys: readonly string[]): Awaitable<readonly (V | undefined)[]>;
  /** Forgets all values with that tag. A store without it can still be a layer of a cache with tags. */
  deleteTagged?(tag: string): Awaitable<unknown>;
  /** Forgets everything, whoever has set it. */
  clear?(): Awaitable<void>;
}
