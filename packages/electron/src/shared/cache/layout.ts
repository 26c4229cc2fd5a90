import { MAX_OFFSET } from "../../api.ts";
import { optionError } from "../../errors.ts";
import { createShared, LINE_WORDS } from "../shared-memory.ts";
import type { CacheOptions } from "./cache.ts";

// The memory of a cache, in words: header | rows, one for each handle | pages | heads, one for each bucket.
// A page is known by its first word, and so is an entry.

/** Words of the header: where the heads begin, words of a page, rows, the most bytes of a key and its value. */
export const HEADS = 2;
export const PAGE_WORDS = 3;
export const HANDLES = 4;
export const LIMIT = 5;

/** Words of a row: what one thread writes, on lines of its own. */
export const ROW_WORDS: number = 5 * LINE_WORDS;
export const CLAIM = 0;
export const HAZARD = 1;
export const INTENT = 2;
/** The spare pages of the handle, as many as there are handles. */
export const SPARES = 3;
export const MAX_HANDLES = 64;

/** Words of a page: STATE and REFS are accessed by `Atomics` alone; END is how many words of entries follow. */
export const STATE = 0;
export const REFS = 1;
export const END = 2;
export const ENTRIES = 4;

/** Words of an entry: expiry (f64, milliseconds since 1970), hash, lengths in bytes, key and value. */
export const HASH = 2;
export const KEY_BYTES = 3;
export const VALUE_BYTES = 4;
export const KEY = 5;

// Why: a write copies a page, so small ones are fast; but the fewer entries a page has, the sooner chance fills one.
const MIN_PAGE_WORDS = 256;
const MIN_PAGE_ENTRIES = 4;

/** Words of an entry with `bytes` bytes of key and value. Even, for the sake of the expiry. */
export function entryWords(bytes: number): number {
  return (KEY + 1 + ((bytes + 3) >> 2)) & -2;
}

/** Which page a thread is about to replace, and by which of its spares, in one word. */
export function intentOf(page: number, slot: number): number {
  // Pages begin at multiples of 16 words, and 64 handles have 64 slots.
  return (page << 2) | slot;
}

/** The page of an intent. */
export function pageOf(intent: number): number {
  return (intent >> 6) << 4;
}

/**
 * Makes the memory of an empty cache.
 *
 * @throws WATT_ELECTRON_OPTION for options that no cache can have.
 */
export function createCache(
  owner: string,
  kind: number,
  { bytes, maxEntryBytes = 1024 }: CacheOptions,
  handles: number,
): Int32Array<SharedArrayBuffer> {
  const lines = Math.ceil((ENTRIES + MIN_PAGE_ENTRIES * entryWords(maxEntryBytes)) / LINE_WORDS);
  const pageWords = Math.max(MIN_PAGE_WORDS, lines * LINE_WORDS);
  const pages = LINE_WORDS + handles * ROW_WORDS;
  const spares = handles * handles * pageWords;
  const buckets = Math.floor((bytes / 4 - pages - spares) / (pageWords + 1));
  const given = [bytes, maxEntryBytes, handles];
  if (
    !(given.every((n) => Number.isInteger(n) && n > 0) && bytes <= MAX_OFFSET && handles <= MAX_HANDLES && buckets > 0)
  ) {
    throw optionError(owner, "bytes, maxEntryBytes, handles", given, "integers from 1 that leave room for a page");
  }
  const heads = pages + spares + buckets * pageWords;
  const words = createShared(owner, kind, heads + buckets - LINE_WORDS, [heads, pageWords, handles, maxEntryBytes]);
  let page = pages;
  const next = (): number => (page += pageWords) - pageWords;
  for (let head = heads; head < words.length; head++) words[head] = next();
  for (let row = LINE_WORDS; row < pages; row += ROW_WORDS) {
    // As if its first spare had come out of a bucket by the last write.
    words[row + INTENT] = intentOf(page, 0);
    for (let slot = 0; slot < handles; slot++) words[row + SPARES + slot] = next();
  }
  return words;
}
