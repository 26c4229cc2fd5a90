import { electronError, threadError } from "../errors.ts";
import type { CacheOptions } from "./cache/cache.ts";
import {
  CLAIM,
  createCache,
  HANDLES,
  HAZARD,
  HEADS,
  INTENT,
  intentOf,
  MAX_HANDLES,
  pageOf,
  ROW_WORDS,
  SPARES,
  STATE,
} from "./cache/layout.ts";
import { PagedCache } from "./cache/paged-cache.ts";
import { attachShared, KIND_CACHE, LINE_WORDS } from "./shared-memory.ts";

/** Options of `SharedCache`. */
export interface SharedCacheOptions extends CacheOptions {
  /** How many instances may be attached at once, 1 to 64. Costs `handles`² pages. @defaultValue 8 */
  readonly handles?: number;
}

/** Options of `SharedCache.from`. */
export interface SharedCacheHandle {
  /**
   * Take over this handle, from 0, whoever has it. That must be dead: two threads with one handle would overwrite each
   * other. @defaultValue the first one that is free
   */
  readonly handle?: number;
}

const OWNER = "the cache";
// Neither a row nor a page.
const CLOSED = -1;

/**
 * Keys to bytes in one shared memory of fixed size. Any thread reads and writes it; every operation on a key is atomic. No
 * operation waits for another thread: a reader starts anew only after a write to its bucket succeeded, and so does a writer.
 *
 * A thread that dies, at any point, has done its operation or not, blocks nobody and corrupts nothing. It keeps its handle,
 * and the pages that belong to it, until another thread takes the handle over by `from(memory, { handle })`.
 *
 * A writer writes the new page of a bucket on a spare page of its own and puts that in the bucket's word by one
 * compare-and-exchange; the page that was there is its spare from then on. A thread names the page that it reads in its
 * hazard word, and nobody writes on a page that such a word names.
 *
 * @see https://doi.org/10.1109/TPDS.2004.8 M. M. Michael, "Hazard Pointers"
 * @example
 * const cache = new SharedCache({ bytes: 64 * 2 ** 20 });
 * new Worker(url, { workerData: cache.memory }); // there: SharedCache.from(workerData)
 * cache.set("greeting", new TextEncoder().encode("hello"), 60_000);
 * cache.get("greeting");
 */
export class SharedCache extends PagedCache {
  /** Which of the handles this instance has: what another thread needs to take it over, should this one die. */
  readonly handle: number;
  #row: number;
  // What the hazard word names.
  #pinned: number = 0;
  // What all hazard words named when a spare was looked for; which one that was, and the word that holds it.
  readonly #hazards: Int32Array;
  #spare: number = 0;
  #slot: number = 0;

  /**
   * @throws WATT_ELECTRON_OPTION for options out of their ranges.
   * @throws WATT_ELECTRON_MEMORY where there is no shared memory of that size.
   */
  constructor(options: SharedCacheOptions);
  /** @internal */
  constructor(options: SharedCacheHandle, shared: Int32Array<SharedArrayBuffer>);
  constructor(options: Partial<SharedCacheOptions> & SharedCacheHandle, shared?: Int32Array<SharedArrayBuffer>) {
    super(shared ?? createCache(OWNER, KIND_CACHE, options as SharedCacheOptions, options.handles ?? 8));
    this.#hazards = new Int32Array(this.words[HANDLES] as number);
    this.handle = this.#claim(options.handle);
    this.#row = rowOf(this.handle);
    this.#recover();
  }

  /**
   * The cache of a `memory` that came from another thread.
   *
   * @throws WATT_ELECTRON_SHARED_LAYOUT when the memory holds something else.
   * @throws WATT_ELECTRON_FULL when all handles are taken, or the one that is wanted does not exist.
   */
  static from(memory: SharedArrayBuffer, options: SharedCacheHandle = {}): SharedCache {
    return new SharedCache(options, attachShared(OWNER, KIND_CACHE, memory));
  }

  /**
   * Gives the handle back, for another instance to have. The cache stays.
   *
   * @throws WATT_ELECTRON_CLOSED when it is closed already; so does, from then on, whatever is done with this instance.
   */
  close(): void {
    this.#expectOpen();
    Atomics.store(this.words, this.#row + CLAIM, 0);
    // Safety: no page is there, so every operation pins one first, and finds that it may not.
    this.#row = this.#pinned = CLOSED;
  }

  // A reader is safe once the head names a page that its hazard word named before: whoever takes the page out of the bucket
  // looks at the hazards later. The hazard stays after the operation. That saves two stores when the next one reads the
  // same page; and as each thread names one page at any time, a writer needs as many spares as there are threads.
  protected override pin(head: number): number {
    for (;;) {
      const page = Atomics.load(this.words, head);
      if (page === this.#pinned) return page;
      this.#expectOpen();
      Atomics.store(this.words, this.#row + HAZARD, (this.#pinned = page));
    }
  }

  // Each thread names one page, this one a page that is no spare: so of as many spares as there are threads one is free.
  // Why all hazards first: looked at for each spare anew, a hazard that moves on could seem to name all of them.
  protected override spare(): number {
    const { words } = this;
    for (let i = 0; i < this.#hazards.length; i++) this.#hazards[i] = Atomics.load(words, rowOf(i) + HAZARD);
    this.#slot = this.#row + SPARES;
    while (this.#hazards.includes((this.#spare = Atomics.load(words, this.#slot)))) this.#slot++;
    // Not earlier: while a thread names the page, it may still set the state, see `publish`.
    Atomics.store(words, this.#spare + STATE, this.#row);
    return this.#spare;
  }

  // The exchange is the operation. No ABA: nobody writes on `page` while this thread names it.
  protected override publish(head: number, page: number): boolean {
    const { words } = this;
    Atomics.store(words, this.#row + INTENT, intentOf(page, this.#slot - this.#row - SPARES));
    // Before the page leaves its bucket, for `#recover` of the thread that put it there.
    Atomics.store(words, page + STATE, 0);
    if (Atomics.compareExchange(words, head, page, this.#spare) !== page) return false;
    Atomics.store(words, this.#slot, page);
    return true;
  }

  #expectOpen(): void {
    if (this.#row === CLOSED) throw threadError("WATT_ELECTRON_CLOSED", { owner: OWNER });
  }

  #claim(wanted: number | undefined): number {
    const capacity = this.#hazards.length;
    for (let handle = wanted ?? 0; handle < capacity; handle++) {
      const claimed = Atomics.exchange(this.words, rowOf(handle) + CLAIM, 1);
      if (claimed === 0 || handle === wanted) return handle;
    }
    throw electronError("WATT_ELECTRON_FULL", { owner: OWNER, available: 0, capacity, wanted: `handle ${wanted}` });
  }

  /**
   * Who had the handle may have died between the exchange that put a spare in a bucket and the store that made the page
   * from there its spare. The exchange took place if and only if that spare is in a bucket, or was: whoever took it out
   * changed its state before, and nobody but the owner of this handle sets it back. Hence the order: the buckets first.
   * To do this twice, or without need, changes nothing.
   */
  #recover(): void {
    const { words } = this;
    const intent = Atomics.load(words, this.#row + INTENT);
    const slot = this.#row + SPARES + (intent % MAX_HANDLES);
    const spare = Atomics.load(words, slot);
    let isPublished = false;
    for (let head = words[HEADS] as number; head < words.length; head++) {
      if (Atomics.load(words, head) === spare) isPublished = true;
    }
    if (isPublished || Atomics.load(words, spare + STATE) !== this.#row) Atomics.store(words, slot, pageOf(intent));
  }
}

function rowOf(handle: number): number {
  return LINE_WORDS + handle * ROW_WORDS;
}
