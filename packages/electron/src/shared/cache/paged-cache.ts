import { hashKey } from "../../hash/hash-key.ts";
import type { Cache, CacheStats } from "./cache.ts";
import { digitsOf, integerOf } from "./digits.ts";
import {
  END,
  ENTRIES,
  entryWords,
  HASH,
  HEADS,
  KEY,
  KEY_BYTES,
  LIMIT,
  PAGE_WORDS,
  REFS,
  VALUE_BYTES,
} from "./layout.ts";

type Words = Int32Array<SharedArrayBuffer>;
type Bytes = Uint8Array;

const encoder = new TextEncoder();

/**
 * A cache over pages. The page of a bucket holds all of its entries, the oldest first, and is never changed while it is
 * there: a write makes a new one, on a spare page, and names it in the bucket's word, its head. How readers keep a page
 * from being written again, and who owns the spares, is the subclass's.
 */
export abstract class PagedCache implements Cache {
  protected readonly words: Words;
  readonly #bytes: Bytes;
  readonly #times: Float64Array;
  readonly #heads: number;
  readonly #limit: number;
  // The key of the operation that is going on: its first #keyBytes bytes count.
  readonly #scratch: Bytes;
  #key: Bytes;
  #keyBytes: number = 0;
  #hash: number = 0;
  #head: number = 0;
  #hits: number = 0;
  #misses: number = 0;

  protected constructor(words: Words) {
    this.words = words;
    this.#bytes = new Uint8Array(words.buffer);
    this.#times = new Float64Array(words.buffer, 0, words.length >> 1);
    this.#heads = words[HEADS] as number;
    this.#limit = words[LIMIT] as number;
    // Longer than any key by more than a character, so that a text that was cut off is longer than any key, too.
    this.#key = this.#scratch = new Uint8Array(this.#limit + 4);
  }

  /** The page that the word `head` names. It is not written before the next call. */
  protected abstract pin(head: number): number;
  /** A page to write on. */
  protected abstract spare(): number;
  /** Names the last `spare` in the word `head`. False when that does not name `page` any more. */
  protected abstract publish(head: number, page: number): boolean;

  /** What another thread needs for `from`. */
  get memory(): SharedArrayBuffer {
    return this.words.buffer;
  }

  /** The value of `key`, as a copy that the caller owns; undefined when there is none. O(entries of a page). */
  get(key: string | Bytes): Bytes | undefined {
    const entry = this.#read(key);
    return entry === 0 ? undefined : new Uint8Array(this.#valueOf(entry));
  }

  /**
   * Copies the value to the start of `target`. Returns its length; nothing is copied when that is more than `target` has.
   * -1 when there is no value. O(entries of a page).
   */
  getInto(key: string | Bytes, target: Bytes): number {
    const entry = this.#read(key);
    if (entry === 0) return -1;
    const value = this.#valueOf(entry);
    if (value.length <= target.length) target.set(value);
    return value.length;
  }

  /** Whether `get` would find a value. O(entries of a page), allocates nothing. */
  has(key: string | Bytes): boolean {
    return this.#read(key) !== 0;
  }

  /**
   * Sets the value of `key`, and forgets what its bucket then has no room for: expired entries, and by CLOCK others.
   * O(bytes of a page).
   *
   * @param ttl - milliseconds until it expires. @defaultValue Infinity
   * @returns false, with nothing done, when key and value have more than `maxEntryBytes` together.
   */
  set(key: string | Bytes, value: Bytes, ttl: number = Infinity): boolean {
    if (!this.#take(key, value.length)) return false;
    const expiry = expiryOf(ttl);
    return this.#write((page) => this.#rewrite(page, this.#find(page), value, expiry));
  }

  /** Forgets `key`. Whether there was a value. O(bytes of a page). */
  delete(key: string | Bytes): boolean {
    return (
      this.#take(key, 0) &&
      this.#write((page) => {
        const entry = this.#find(page);
        return this.#isLive(entry) && this.#rewrite(page, entry);
      })
    );
  }

  /**
   * Adds `by` to the integer that the value of `key` spells in decimal digits, as Redis does. A key without a value starts
   * at 0 and expires after `ttl` milliseconds; else the time to expire stays as it is. O(bytes of a page).
   *
   * @returns the sum; undefined, with nothing done, when the value spells no integer, when the sum is none from -(2^53 - 1)
   *   to 2^53 - 1, and when it does not fit the entry.
   */
  increment(key: string | Bytes, by: number = 1, ttl: number = Infinity): number | undefined {
    let sum: number | undefined;
    const add = (page: number): boolean => {
      const entry = this.#find(page);
      const isLive = this.#isLive(entry);
      const value = digitsOf((sum = by + (isLive ? integerOf(this.#valueOf(entry)) : 0)));
      const expiry = isLive ? (this.#times[entry >> 1] as number) : expiryOf(ttl);
      return (
        Number.isSafeInteger(sum) &&
        this.#keyBytes + value.length <= this.#limit &&
        this.#rewrite(page, entry, value, expiry)
      );
    };
    return this.#take(key, 0) && this.#write(add) ? sum : undefined;
  }

  /** Forgets all that was there before the call; bucket by bucket, not at once. O(buckets). */
  clear(): void {
    for (this.#head = this.#heads; this.#head < this.words.length; this.#head++) {
      this.#write(() => {
        this.words[this.spare() + END] = 0;
        return true;
      });
    }
  }

  /** How full it is: a sum over the buckets, each at its own time. O(bytes of the cache). */
  stats(): CacheStats {
    const { words } = this;
    let entries = 0;
    let bytes = 0;
    for (let head = this.#heads; head < words.length; head++) {
      const page = this.pin(head);
      for (let at = page + ENTRIES, end = endOf(words, page); at < end; at += wordsOf(words, at)) {
        if (!this.#isLive(at)) continue;
        entries++;
        bytes += 4 * wordsOf(words, at);
      }
    }
    const capacity = 4 * (words.length - this.#heads) * ((words[PAGE_WORDS] as number) - ENTRIES);
    return { entries, bytes, capacity, hits: this.#hits, misses: this.#misses };
  }

  // Makes `key` the key of the operation. False when it has not `valueBytes` bytes left.
  #take(key: string | Bytes, valueBytes: number): boolean {
    let length = key.length;
    // No text has fewer bytes than units.
    if (length > this.#limit) return false;
    if (typeof key === "string") {
      // Why not at once: `encodeInto` costs as much as a whole lookup.
      let seen = 0;
      for (let i = 0; i < length; i++) seen |= this.#scratch[i] = key.charCodeAt(i);
      if (seen > 127) length = encoder.encodeInto(key, this.#scratch).written;
    }
    this.#key = typeof key === "string" ? this.#scratch : key;
    this.#keyBytes = length;
    this.#hash = hashKey(this.#key, 0, length);
    // By the upper bits; the references go by the lower ones.
    this.#head = this.#heads + Math.floor((this.#hash * (this.words.length - this.#heads)) / 2 ** 32);
    return length + valueBytes <= this.#limit;
  }

  // The live entry of `key`, or 0. Its page is pinned.
  #read(key: string | Bytes): number {
    if (this.#take(key, 0)) {
      const page = this.pin(this.#head);
      const entry = this.#find(page);
      if (this.#isLive(entry)) {
        const bit = 1 << this.#hash;
        if ((Atomics.load(this.words, page + REFS) & bit) === 0) Atomics.or(this.words, page + REFS, bit);
        this.#hits++;
        return entry;
      }
    }
    this.#misses++;
    return 0;
  }

  // False when `edit` is: there is nothing to do. Else it has filled the spare.
  #write(edit: (page: number) => boolean): boolean {
    let page: number;
    do {
      page = this.pin(this.#head);
      if (!edit(page)) return false;
    } while (!this.publish(this.#head, page));
    return true;
  }

  // The entry of the key, expired or not; 0 when there is none.
  #find(page: number): number {
    const { words } = this;
    const end = endOf(words, page);
    for (let at = page + ENTRIES; at < end; at += wordsOf(words, at)) {
      if (words[at + HASH] === (this.#hash | 0) && words[at + KEY_BYTES] === this.#keyBytes && this.#isKey(at))
        return at;
    }
    return 0;
  }

  #isKey(entry: number): boolean {
    let i = 0;
    while (i < this.#keyBytes && this.#bytes[4 * (entry + KEY) + i] === this.#key[i]) i++;
    return i === this.#keyBytes;
  }

  #isLive(entry: number): boolean {
    const expiry = this.#times[entry >> 1] as number;
    return entry !== 0 && (expiry === Infinity || expiry > Date.now());
  }

  // A view, to be copied at once.
  #valueOf(entry: number): Bytes {
    const at = 4 * (entry + KEY) + (this.words[entry + KEY_BYTES] as number);
    return this.#bytes.subarray(at, at + (this.words[entry + VALUE_BYTES] as number));
  }

  /**
   * Fills the spare with the entries of `page`, except entry `skip`, then with the key and `value`, if there is one. For
   * this as many entries as are in the way go by CLOCK: from the oldest on, who was not read since the last time; the
   * others move behind the rest, and their turn comes when that was not enough.
   */
  #rewrite(page: number, skip: number, value?: Bytes, expiry: number = 0): boolean {
    const { words } = this;
    const spare = this.spare();
    const end = endOf(words, page);
    const added = value === undefined ? 0 : entryWords(this.#keyBytes + value.length);
    let excess = end + added - page - (words[PAGE_WORDS] as number) - (skip === 0 ? 0 : wordsOf(words, skip));
    let refs = Atomics.load(words, page + REFS);
    let to = spare + ENTRIES;
    let run = page + ENTRIES;
    const moved: number[] = [];
    const copy = (from: number, until: number): void => {
      words.copyWithin(to, from, until);
      to += until - from;
    };
    for (let at = run, next = at; at < end; at = next) {
      next = at + wordsOf(words, at);
      if (at !== skip && excess <= 0) continue;
      copy(run, at);
      run = next;
      const bit = 1 << (words[at + HASH] as number);
      if (at === skip) continue;
      if ((refs & bit) !== 0 && this.#isLive(at)) moved.push(at);
      else excess -= next - at;
      refs &= ~bit;
    }
    copy(run, end);
    for (const at of moved) {
      if (excess > 0) excess -= wordsOf(words, at);
      else copy(at, at + wordsOf(words, at));
    }
    Atomics.store(words, spare + REFS, refs);
    words[spare + END] = to + added - spare - ENTRIES;
    if (value !== undefined) {
      this.#times[to >> 1] = expiry;
      words[to + HASH] = this.#hash;
      words[to + KEY_BYTES] = this.#keyBytes;
      words[to + VALUE_BYTES] = value.length;
      const start = 4 * (to + KEY);
      // Why a loop: to `set` a part of the scratch takes a view, which costs more than a short key.
      for (let i = 0; i < this.#keyBytes; i++) this.#bytes[start + i] = this.#key[i] as number;
      this.#bytes.set(value, start + this.#keyBytes);
    }
    return true;
  }
}

function endOf(words: Words, page: number): number {
  return page + ENTRIES + (words[page + END] as number);
}

function wordsOf(words: Words, entry: number): number {
  return entryWords((words[entry + KEY_BYTES] as number) + (words[entry + VALUE_BYTES] as number));
}

function expiryOf(ttl: number): number {
  return ttl === Infinity ? ttl : Date.now() + ttl;
}
