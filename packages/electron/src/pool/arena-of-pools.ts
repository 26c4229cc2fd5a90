import type { ArenaRegionOptions } from "../arena/arena-options.ts";
import { CHECKED_BUILD } from "../check/checked-build.ts";
import { electronError } from "../errors.ts";
import { CheckedArenas } from "./checked-arenas.ts";
import { expectPieces } from "./expect-pieces.ts";
import { leakScope } from "./leak-scope.ts";
import { RequestArena } from "./request-arena.ts";

/** Options of an `ArenaOfPools`. */
export interface ArenaOfPoolsOptions {
  /** How many arenas can be held at once, from 1 to 2^24. */
  readonly arenas: number;
  /** Bytes of one arena, from 1; best a multiple of 64. */
  readonly bytes: number;
  /** Memory for all of them. @defaultValue an `ArrayBuffer` that is large enough */
  readonly buffer?: ArrayBuffer | SharedArrayBuffer;
  /** Where they begin in the buffer. @defaultValue 0 */
  readonly start?: number;
  /**
   * Names leaks, double releases and uses after release; memory of its own is filled with 0xdd at the release. Slower,
   * and allocates. With `true` in so many words there are also canaries behind allocations, and the arenas hold less.
   *
   * @defaultValue true in a development build. There is nothing to switch on in a production build.
   */
  readonly checked?: boolean;
}

/** How full an `ArenaOfPools` is. */
export interface ArenaOfPoolsStats {
  /** How many can be held at once. */
  readonly arenas: number;
  /** How many are held now. */
  readonly inUse: number;
  /** The most arenas that were ever held at once. */
  readonly highWater: number;
  /** The most bytes that any one of the arenas has ever held: what `bytes` could be. */
  readonly peakBytes: number;
}

const OWNER = "an arena of pools";

/**
 * An arena for each request, all in one memory. They are made when they are first needed and then leased again and
 * again; what was released last is leased first, and is empty. Where the system hands out memory when it is first
 * touched, arenas that are never needed cost nothing, so `arenas` can be as many as there may ever be requests.
 *
 * It suits what lives as long as its request: trees of numbers, offsets and bytes. It suits no strings or objects. A
 * released arena holds what its request wrote there: write before you read. One thread at a time.
 *
 * @example
 * const pools = new ArenaOfPools({ arenas: 1024, bytes: 16384 });
 * const words = new Int32Array(pools.buffer);
 * {
 *   using arena = pools.acquire();
 *   if (arena !== undefined) words[arena.alloc(24) >> 2] = 7;
 * }
 */
export class ArenaOfPools {
  /** The memory that the offsets of all arenas count in. */
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
  readonly #options: ArenaOfPoolsOptions & ArenaRegionOptions & { readonly start: number };
  readonly #check: CheckedArenas | undefined;
  // As far as they were ever needed. Since the last released is leased first, so many were once held together.
  readonly #arenas: RequestArena[] = [];
  // Released last; each leads to the one before. Why no array: a chain takes a third less time (measured).
  #idle: RequestArena | undefined;
  #inUse = 0;

  /** @throws WATT_ELECTRON_OPTION when the arenas do not lie within the buffer. */
  constructor(options: ArenaOfPoolsOptions) {
    const { arenas, bytes, start = 0, buffer } = options;
    expectPieces(OWNER, start, bytes, arenas, buffer?.byteLength);
    this.buffer = buffer ?? new ArrayBuffer(start + arenas * bytes);
    this.#options = { ...options, buffer: this.buffer, start };
    if (CHECKED_BUILD && options.checked !== false) this.#check = new CheckedArenas(OWNER, buffer === undefined);
  }

  /**
   * An empty arena that nobody else has until it is released. O(1), allocates nothing once the arena was made.
   *
   * @param name - what checked mode calls it in its messages.
   * @returns undefined when all are held.
   * @throws WATT_ELECTRON_USE_AFTER_RELEASE in checked mode, when its memory was written to since its release.
   */
  acquire(name?: string): RequestArena | undefined {
    let arena = this.#idle;
    if (arena === undefined) {
      arena = this.#make(this.#arenas.length);
      if (arena === undefined) return undefined;
    } else {
      if (CHECKED_BUILD) this.#check?.expectWhole(arena);
      this.#idle = arena._next;
      // A lease of its own, so that a late use of the one before is noticed.
      if (CHECKED_BUILD && this.#check !== undefined) arena = this.#make(this.#arenas.indexOf(arena)) as RequestArena;
    }
    arena._next = arena;
    this.#inUse++;
    if (CHECKED_BUILD) this.#check?.take(arena, name);
    return arena;
  }

  /**
   * Resets an arena and takes it back; nothing of it may be used afterwards. O(1), allocates nothing.
   *
   * @throws WATT_ELECTRON_NOT_HELD when it was released before or is of another pool. In production, one that has
   *   another holder by now is taken from that one: it is the same object. In checked mode it never is, and the code is
   *   WATT_ELECTRON_DOUBLE_FREE, which names the lease, or WATT_ELECTRON_FOREIGN_HANDLE.
   * @throws in checked mode, what `reset` of the arena finds. It is released all the same.
   */
  release(arena: RequestArena): void {
    if (arena._owner !== this || arena._next !== arena) {
      if (CHECKED_BUILD) this.#check?.ledger.release(arena);
      throw electronError("WATT_ELECTRON_NOT_HELD", { owner: OWNER, value: "an arena" });
    }
    arena._next = this.#idle;
    this.#idle = arena;
    this.#inUse--;
    if (CHECKED_BUILD && this.#check !== undefined) this.#check.release(arena);
    else arena.reset();
  }

  /** How many are held now, and were at most. O(arenas). */
  stats(): ArenaOfPoolsStats {
    let peakBytes = CHECKED_BUILD ? (this.#check?.peakBytes ?? 0) : 0;
    for (const { highWater } of this.#arenas) peakBytes = Math.max(peakBytes, highWater);
    return { arenas: this.#options.arenas, inUse: this.#inUse, highWater: this.#arenas.length, peakBytes };
  }

  /**
   * Finds leaks: `using scope = pools.scope()` throws at the end of the block when an arena that was acquired since is
   * still held. Does nothing without checked mode.
   *
   * @throws WATT_ELECTRON_LEAK from the disposal, naming the first five.
   */
  scope(): Disposable {
    return leakScope(CHECKED_BUILD ? this.#check?.ledger : undefined);
  }

  // Undefined beyond the last one.
  #make(index: number): RequestArena | undefined {
    const { arenas, bytes, start } = this.#options;
    if (index === arenas) return undefined;
    return (this.#arenas[index] = new RequestArena(this, { ...this.#options, start: start + index * bytes }));
  }
}
