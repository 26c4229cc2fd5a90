import { cacheError } from "../errors.ts";
import { type EntryTable, NONE } from "./memory/entry-table.ts";
import { createTable, type MemoryOptions } from "./memory/memory-options.ts";
import type { CountOptions, SetOptions, Store } from "./store.ts";

/** What a `MemoryStore` has and did. */
export interface MemoryStoreStats {
  /** Entries, expired ones included that nobody has met yet. */
  readonly entries: number;
  /** The sum of their sizes; 0 without `sizeOf`. */
  readonly size: number;
  /** Tags that they have. */
  readonly tags: number;
  /** Entries that made room for others. */
  readonly evicted: number;
  /** Entries that were removed because their time was over. */
  readonly expired: number;
  /** Values that were not taken, being larger than `maxSize`. */
  readonly rejected: number;
}

/**
 * A store in the memory of this process, bounded, that answers at once. Values are kept as they are, not copied: what is
 * changed later is changed in the store. No timers: what has expired goes when it is met, or when new keys come.
 *
 * `get` takes O(1) and allocates nothing (on Node 22 and 26, 16 bytes for the time where entries have one); `set` amortised O(1), and O(1) for each tag.
 *
 * @example
 * const sessions = new MemoryStore<Session>({ maxEntries: 100_000 });
 * sessions.set(id, session, { ttl: 20 * 60_000, tags: [`user:${session.user}`] });
 * sessions.deleteTagged("user:7"); // logs the user out everywhere
 */
export class MemoryStore<V> implements Store<V> {
  readonly #table: EntryTable<V>;

  /** @throws WATT_CAPACITOR_CACHE_OPTION for options out of their ranges. */
  constructor(options: MemoryOptions<V> = {}) {
    this.#table = createTable(options);
  }

  /** The value of `key`, the very one that was set; undefined when there is none. */
  // Why NoInfer, here and below: `V` of a new store that is passed on as a `Store<X>` is X, not what `get` of that gives.
  get(key: string): NoInfer<V> | undefined {
    const slot = this.#table.fresh(key);
    if (slot === NONE) return undefined;
    this.#table.touch(slot);
    return this.#table.value(slot);
  }

  /** The values of `keys`, in their order. */
  getMany(keys: readonly string[]): (NoInfer<V> | undefined)[] {
    return keys.map((key) => this.get(key));
  }

  /** Sets the value of `key`, and its time and tags anew. */
  set(key: string, value: V, options?: SetOptions): void {
    const ttl = options?.ttl ?? Infinity;
    if (value === undefined || !(ttl > 0)) {
      this.delete(key);
      return;
    }
    this.#table.put(key, value, ttl, 0, options?.tags);
  }

  /** Forgets `key`. Whether there was a value. */
  delete(key: string): boolean {
    const slot = this.#table.fresh(key);
    if (slot === NONE) return false;
    this.#table.remove(slot);
    return true;
  }

  /**
   * Adds `by` to the integer of `key`; one that has no value starts at 0 and lives for `ttl`.
   *
   * @returns the sum. `get` gives it, too.
   * @throws WATT_CAPACITOR_CACHE_COUNTER where the value, or the sum, is no integer from -(2^53 - 1) to 2^53 - 1.
   */
  increment(key: string, by: number = 1, options?: CountOptions): number {
    const slot = this.#table.fresh(key);
    const value: unknown = slot === NONE ? 0 : this.#table.value(slot);
    const sum = typeof value === "number" ? value + by : NaN;
    if (!Number.isSafeInteger(sum)) throw cacheError("WATT_CAPACITOR_CACHE_COUNTER", { key, value, by });
    // A counter is a value of another type, which the interface's `increment` puts in.
    if (slot === NONE) this.set(key, sum as V, options);
    else this.#table.replace(slot, sum as V);
    return sum;
  }

  /** Forgets all values with that tag, and says how many. O(those). */
  deleteTagged(tag: string): number {
    return this.#table.removeTagged(tag);
  }

  /** Forgets everything. O(entries). */
  clear(): void {
    this.#table.clear();
  }

  /** What it has and did. */
  stats(): MemoryStoreStats {
    const { entries, size, tags, evicted, expired, rejected } = this.#table;
    return { entries, size, tags, evicted, expired, rejected };
  }
}
