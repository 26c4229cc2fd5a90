import { cacheError } from "../../errors.ts";
import { EntryTable } from "./entry-table.ts";

/** How much is kept in memory, and what goes first. */
export interface MemoryOptions<V> {
  /** The most entries, 1 to 2^24. Their memory is taken as they come. @defaultValue 10_000 */
  readonly maxEntries?: number;
  /** The most that the sizes of all entries sum up to. Needs `sizeOf`. A larger value is not taken. @defaultValue Infinity */
  readonly maxSize?: number;
  /** The size of an entry, from 0, in a unit of yours, such as bytes. Asked once, when it is set. */
  readonly sizeOf?: (value: V, key: string) => number;
  /**
   * What goes when there is no room: `"sieve"` keeps what was read again since the last look, and a scan of keys that are
   * read once does not displace it; `"lru"` keeps what was used last. @defaultValue "sieve"
   */
  readonly eviction?: "sieve" | "lru";
  /** The clock: milliseconds, with layers since 1970. @defaultValue performance.now; what layers are told is by Date.now */
  readonly now?: () => number;
}

const MAX_ENTRIES = 2 ** 24;
const DEFAULT_ENTRIES = 10_000;

/**
 * A table as the options want it.
 *
 * @throws WATT_CAPACITOR_CACHE_OPTION
 */
export function createTable<V>(options: MemoryOptions<V>): EntryTable<V> {
  const { maxEntries = DEFAULT_ENTRIES, maxSize = Infinity, sizeOf, eviction = "sieve", now } = options;
  const isCount = Number.isInteger(maxEntries) && maxEntries >= 1 && maxEntries <= MAX_ENTRIES;
  expectOption(isCount, "maxEntries", maxEntries, "an integer from 1 to 2^24");
  expectOption(maxSize > 0, "maxSize", maxSize, "a number above 0");
  expectOption(maxSize === Infinity || sizeOf !== undefined, "sizeOf", sizeOf, "a function, or leave out maxSize");
  expectOption(eviction === "sieve" || eviction === "lru", "eviction", eviction, '"sieve" or "lru"');
  // A sum of sizes that is infinite could never be made less.
  const most = Math.min(maxSize, Number.MAX_VALUE);
  return new EntryTable({ maxEntries, maxSize: most, sizeOf, isLru: eviction === "lru", now });
}

/** Throws the error of an option, unless it is as it should be. */
export function expectOption(isValid: boolean, name: string, value: unknown, range: string): void {
  if (!isValid) throw cacheError("WATT_CAPACITOR_CACHE_OPTION", { name, value, range });
}
