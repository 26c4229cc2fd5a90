/**
 * What a cache keeps in its layers: a value, and what other processes must know of it. Plain data, so that any serializer
 * that takes the value takes the entry. Times are milliseconds since 1970; absent ones mean for ever.
 */
export interface CacheEntry<V> {
  /** What was set or loaded. */
  readonly value: V;
  /** Until when it is fresh. */
  readonly until?: number;
  /** Until when it is kept. */
  readonly expires?: number;
  /** By what it is deleted: memory is told, too, when it is filled. */
  readonly tags?: readonly string[];
}

/** Until when an entry is fresh; for none, since ever. */
export function freshUntil(entry: CacheEntry<unknown> | undefined): number {
  return entry === undefined ? -Infinity : (entry.until ?? Infinity);
}
