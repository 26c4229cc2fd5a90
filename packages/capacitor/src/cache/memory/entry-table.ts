import { TagIndex } from "./tag-index.ts";

/** What `EntryTable` is made with; all of it checked. */
export interface EntryTableOptions<V> {
  readonly maxEntries: number;
  readonly maxSize: number;
  readonly sizeOf: ((value: V, key: string) => number) | undefined;
  readonly isLru: boolean;
  readonly now: (() => number) | undefined;
}

/** No slot. */
export const NONE = -1;

const FIRST_CAPACITY = 16;
const NOT_NEEDED: Float64Array = new Float64Array(0);
// With two a whole round takes half as many new keys as there are slots.
const SWEPT_PER_INSERT = 2;

/**
 * A bounded map from keys to values with times. An entry is a slot: an index into arrays, which grow up to the bound.
 * Why not an object each: the collector would have to visit them all.
 *
 * The slots in use form a queue, the newest at its head. LRU moves what is read to the head and evicts at the tail. SIEVE
 * only marks what is read. Its hand goes from the tail towards the head, takes the marks away, and evicts what has none;
 * at the head it begins again at the tail.
 *
 * @see https://www.usenix.org/conference/nsdi24/presentation/zhang-yazhuo "SIEVE is Simpler than LRU"
 */
export class EntryTable<V> {
  /** Live entries that had to make room. */
  evicted: number = 0;
  /** Entries whose time was over when they were met. */
  expired: number = 0;
  /** Values that were not taken, since no room would be enough. */
  rejected: number = 0;
  readonly #options: EntryTableOptions<V>;
  readonly #isLru: boolean;
  readonly #slots: Map<string, number> = new Map();
  readonly #tags: TagIndex = new TagIndex();
  readonly #keys: (string | undefined)[] = [];
  readonly #values: (V | undefined)[] = [];
  // Towards the tail, and towards the head. Of free slots `next` is the next free one.
  #next: Int32Array = new Int32Array(0);
  #previous: Int32Array = new Int32Array(0);
  #marks: Uint8Array = new Uint8Array(0);
  // Until when it is fresh, by the clock, and how long it is kept after that. Both come with the first entry
  // that needs them: they are eight bytes an entry each.
  #until: Float64Array = NOT_NEEDED;
  #grace: Float64Array = NOT_NEEDED;
  #sizes: Float64Array = NOT_NEEDED;
  #size: number = 0;
  #head: number = NONE;
  #tail: number = NONE;
  // Where SIEVE looks next; NONE stands for the tail.
  #hand: number = NONE;
  #free: number = NONE;
  // Slots that are in use, or were.
  #used: number = 0;
  #cursor: number = 0;

  constructor(options: EntryTableOptions<V>) {
    this.#options = options;
    this.#isLru = options.isLru;
    if (options.sizeOf !== undefined) this.#sizes = new Float64Array(0);
  }

  /** How many entries there are, expired ones included that nobody has met yet. */
  get entries(): number {
    return this.#slots.size;
  }

  /** Their sizes together. */
  get size(): number {
    return this.#size;
  }

  /** How many tags they have. */
  get tags(): number {
    return this.#tags.size;
  }

  /** The slot of `key` if that is fresh, else NONE. O(1), allocates nothing. */
  fresh(key: string): number {
    const slot = this.#slots.get(key);
    if (slot === undefined) return NONE;
    if (this.#until === NOT_NEEDED) return slot;
    const until = this.#until[slot] as number;
    // Why so: a look at the clock costs more than all the rest.
    if (until === Infinity) return slot;
    const now = this.#now();
    if (until > now) return slot;
    if (this.#isOver(slot, now)) this.#expire(slot);
    return NONE;
  }

  /** The slot of `key`, fresh or not, or NONE. To be called when `fresh` found none: that removes what has expired. */
  kept(key: string): number {
    return this.#slots.get(key) ?? NONE;
  }

  /** The value of a slot in use. */
  value(slot: number): V {
    return this.#values[slot] as V;
  }

  /** For how many milliseconds the entry of a slot that is not fresh has not been. */
  staleFor(slot: number): number {
    return this.#now() - (this.#until[slot] as number);
  }

  /** Notes that a slot was used. O(1). */
  touch(slot: number): void {
    if (!this.#isLru) this.#marks[slot] = 1;
    else if (slot !== this.#head) {
      this.#unlink(slot);
      this.#link(slot);
    }
  }

  /** Puts another value into a slot, which keeps its times and tags. */
  replace(slot: number, value: V): void {
    this.#values[slot] = value;
    this.touch(slot);
  }

  /**
   * Sets the entry of `key`. Others go, as many as are needed for it. Amortised O(1) and the tags: each step of the hand
   * takes a mark away that a hit has set.
   *
   * @param ttl - for how many milliseconds it is fresh.
   * @param grace - for how many it is kept after that.
   */
  put(key: string, value: V, ttl: number, grace: number, tags?: readonly string[]): void {
    const { sizeOf, maxSize } = this.#options;
    const size = sizeOf === undefined ? 0 : sizeOf(value, key);
    let slot = this.#slots.get(key);
    const isKnown = slot !== undefined;
    if (!(size >= 0 && size <= maxSize)) {
      if (slot !== undefined) this.remove(slot);
      this.rejected++;
      return;
    }
    if (slot !== undefined && sizeOf !== undefined) {
      // Out of the queue, or it could be evicted to make room for itself.
      this.remove(slot);
      slot = undefined;
    }
    if (ttl !== Infinity) this.#until = this.#needed(this.#until, Infinity);
    if (grace > 0) this.#grace = this.#needed(this.#grace, 0);
    const now = this.#until === NOT_NEEDED ? 0 : this.#now();
    if (slot === undefined) {
      this.#makeRoom(size, now);
      slot = this.#insert(key);
      if (isKnown) this.touch(slot);
    } else {
      this.touch(slot);
      this.#tags.delete(slot);
    }
    this.#values[slot] = value;
    if (this.#until !== NOT_NEEDED) this.#until[slot] = now + ttl;
    if (this.#grace !== NOT_NEEDED) this.#grace[slot] = grace;
    if (this.#sizes !== NOT_NEEDED) this.#size += this.#sizes[slot] = size;
    if (tags !== undefined && tags.length > 0) this.#tags.add(slot, tags);
  }

  /** Removes the entry of a slot in use. */
  remove(slot: number): void {
    this.#unlink(slot);
    this.#slots.delete(this.#keys[slot] as string);
    // The key and the value shall not be kept alive.
    this.#keys[slot] = this.#values[slot] = undefined;
    // Why not always subtract: sizes may be fractions, and what is lost by rounding shall not add up.
    if (this.#slots.size === 0) this.#size = 0;
    else if (this.#sizes !== NOT_NEEDED) this.#size -= this.#sizes[slot] as number;
    this.#tags.delete(slot);
    this.#next[slot] = this.#free;
    this.#free = slot;
  }

  /** Removes all entries with `tag`, and says how many. O(those). */
  removeTagged(tag: string): number {
    const before = this.entries;
    for (const slot of this.#tags.slotsOf(tag)) this.remove(slot);
    return before - this.entries;
  }

  /** Removes all entries. O(those). */
  clear(): void {
    while (this.#tail !== NONE) this.remove(this.#tail);
  }

  #insert(key: string): number {
    let slot = this.#free;
    if (slot === NONE) {
      slot = this.#used++;
      const { length } = this.#next;
      if (slot === length) this.#grow(Math.min(Math.max(2 * length, FIRST_CAPACITY), this.#options.maxEntries));
    } else {
      this.#free = this.#next[slot] as number;
    }
    this.#keys[slot] = key;
    this.#slots.set(key, slot);
    this.#marks[slot] = 0;
    this.#link(slot);
    return slot;
  }

  #link(slot: number): void {
    this.#previous[slot] = NONE;
    this.#next[slot] = this.#head;
    if (this.#head === NONE) this.#tail = slot;
    else this.#previous[this.#head] = slot;
    this.#head = slot;
  }

  #unlink(slot: number): void {
    const next = this.#next[slot] as number;
    const previous = this.#previous[slot] as number;
    if (next === NONE) this.#tail = previous;
    else this.#previous[next] = previous;
    if (previous === NONE) this.#head = next;
    else this.#next[previous] = next;
    if (this.#hand === slot) this.#hand = previous;
  }

  #makeRoom(size: number, now: number): void {
    // What nobody asks for again goes all the same: each new key looks after some slots, in turn. No timer is needed.
    for (let i = 0; i < SWEPT_PER_INSERT && this.#until !== NOT_NEEDED; i++) {
      if (++this.#cursor >= this.#used) this.#cursor = 0;
      if (this.#keys[this.#cursor] !== undefined && this.#isOver(this.#cursor, now)) this.#expire(this.#cursor);
    }
    const { maxEntries, maxSize } = this.#options;
    while (this.entries >= maxEntries || this.#size + size > maxSize) this.#evict(now);
  }

  #evict(now: number): void {
    let slot = this.#isLru || this.#hand === NONE ? this.#tail : this.#hand;
    while (this.#marks[slot] === 1 && !this.#isOver(slot, now)) {
      this.#marks[slot] = 0;
      slot = this.#previous[slot] as number;
      if (slot === NONE) slot = this.#tail;
    }
    // Its removal moves the hand on.
    this.#hand = slot;
    if (this.#isOver(slot, now)) this.#expire(slot);
    else {
      this.evicted++;
      this.remove(slot);
    }
  }

  // Why not Date.now: each call allocates its number (16 bytes, measured). And this clock is never set back.
  #now(): number {
    const { now } = this.#options;
    return now === undefined ? performance.now() : now();
  }

  #isOver(slot: number, now: number): boolean {
    if (this.#until === NOT_NEEDED) return false;
    const grace = this.#grace === NOT_NEEDED ? 0 : (this.#grace[slot] as number);
    return (this.#until[slot] as number) + grace <= now;
  }

  #expire(slot: number): void {
    this.expired++;
    this.remove(slot);
  }

  // Of the entries that are there already, none expires.
  #needed(array: Float64Array, initial: number): Float64Array {
    return array === NOT_NEEDED ? new Float64Array(this.#next.length).fill(initial) : array;
  }

  #grow(length: number): void {
    // Why not left to grow by themselves: they would take up to half as much again.
    this.#keys.length = this.#values.length = length;
    this.#next = grown(this.#next, length);
    this.#previous = grown(this.#previous, length);
    this.#marks = grown(this.#marks, length);
    this.#until = grown(this.#until, length);
    this.#grace = grown(this.#grace, length);
    this.#sizes = grown(this.#sizes, length);
  }
}

function grown<A extends Int32Array | Uint8Array | Float64Array>(array: A, length: number): A {
  if ((array as unknown) === NOT_NEEDED) return array;
  const larger = new (array.constructor as new (length: number) => A)(length);
  larger.set(array);
  return larger;
}
