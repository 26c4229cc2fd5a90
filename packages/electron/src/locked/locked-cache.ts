import type { Cache, CacheOptions, CacheStats } from "../shared/cache/cache.ts";
import { CLAIM, createCache, SPARES } from "../shared/cache/layout.ts";
import { PagedCache } from "../shared/cache/paged-cache.ts";
import { Mutex } from "../shared/mutex.ts";
import { attachShared, KIND_LOCKED_CACHE, LINE_WORDS } from "../shared/shared-memory.ts";

const OWNER = "the locked cache";
// The row of the one handle. Its claim is the lock.
const LOCK = LINE_WORDS + CLAIM;
const SPARE = LINE_WORDS + SPARES;

/**
 * `SharedCache`'s twin behind a `Mutex`: its oracle, its row in the benchmarks, its fallback. Readers wait for each other;
 * a thread that dies with the lock blocks all others for ever. Any number of instances.
 */
export class LockedCache extends PagedCache implements Cache {
  readonly #mutex: Mutex;

  /**
   * @throws WATT_ELECTRON_OPTION for options out of their ranges.
   * @throws WATT_ELECTRON_MEMORY where there is no shared memory of that size.
   */
  constructor(options: CacheOptions);
  /** @internal */
  constructor(options: undefined, shared: Int32Array<SharedArrayBuffer>);
  constructor(options: CacheOptions | undefined, shared?: Int32Array<SharedArrayBuffer>) {
    super(shared ?? createCache(OWNER, KIND_LOCKED_CACHE, options as CacheOptions, 1));
    this.#mutex = new Mutex(this.words, LOCK);
  }

  /** @throws WATT_ELECTRON_SHARED_LAYOUT when the memory holds something else. */
  static from(memory: SharedArrayBuffer): LockedCache {
    return new LockedCache(undefined, attachShared(OWNER, KIND_LOCKED_CACHE, memory));
  }

  override get(key: string | Uint8Array): Uint8Array | undefined {
    return this.#locked(() => super.get(key));
  }

  override getInto(key: string | Uint8Array, target: Uint8Array): number {
    return this.#locked(() => super.getInto(key, target));
  }

  override has(key: string | Uint8Array): boolean {
    return this.#locked(() => super.has(key));
  }

  override set(key: string | Uint8Array, value: Uint8Array, ttl?: number): boolean {
    return this.#locked(() => super.set(key, value, ttl));
  }

  override delete(key: string | Uint8Array): boolean {
    return this.#locked(() => super.delete(key));
  }

  override increment(key: string | Uint8Array, by?: number, ttl?: number): number | undefined {
    return this.#locked(() => super.increment(key, by, ttl));
  }

  override clear(): void {
    this.#locked(() => super.clear());
  }

  override stats(): CacheStats {
    return this.#locked(() => super.stats());
  }

  protected override pin(head: number): number {
    return this.words[head] as number;
  }

  protected override spare(): number {
    return this.words[SPARE] as number;
  }

  protected override publish(head: number, page: number): boolean {
    this.words[head] = this.words[SPARE] as number;
    this.words[SPARE] = page;
    return true;
  }

  // Waits without a deadline, so the result is always there.
  #locked<T>(run: () => T): T {
    return this.#mutex.withLock(run) as T;
  }
}
