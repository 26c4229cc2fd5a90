import { electronError } from "../errors.ts";
import { waitUntil, waitUntilAsync } from "./futex.ts";
import { attachShared, createShared, KIND_MUTEX, LINE_WORDS } from "./shared-memory.ts";

const OWNER = "the mutex";

// What the word says. CONTENDED: held, and somebody may sleep until it is free.
const FREE = 0;
const HELD = 1;
const CONTENDED = 2;

/**
 * A lock that threads share: one word. Not reentrant, not fair: who comes first after an `unlock` has it. Everything that
 * was written under the lock is seen by the next holder. A thread that dies with the lock keeps it for ever, and one that
 * dies inside of `lock` may take a wake-up with it: others then wait until their deadline.
 *
 * Taking and giving back a lock that nobody else wants are one atomic access each; neither allocates.
 *
 * @see https://dept-info.labri.fr/~denis/Enseignement/2008-IR/Articles/01-futex.pdf U. Drepper, "Futexes are tricky", mutex3
 * @example
 * const mutex = new Mutex();
 * worker.postMessage(mutex.memory); // there: const mutex = Mutex.from(memory)
 * mutex.withLock(() => update());
 */
export class Mutex {
  readonly #words: Int32Array<SharedArrayBuffer>;
  readonly #at: number;

  /**
   * @param words - shared words to put the mutex on, as a part of a larger structure. @defaultValue memory of its own
   * @param at - which word, zero at first.
   * @throws WATT_ELECTRON_MEMORY where there is no shared memory.
   */
  constructor(
    words: Int32Array<SharedArrayBuffer> = createShared(OWNER, KIND_MUTEX, LINE_WORDS),
    at: number = LINE_WORDS,
  ) {
    this.#words = words;
    this.#at = at;
  }

  /**
   * The mutex of a `memory` that came from another thread.
   *
   * @throws WATT_ELECTRON_SHARED_LAYOUT when the memory holds something else.
   */
  static from(memory: SharedArrayBuffer): Mutex {
    return new Mutex(attachShared(OWNER, KIND_MUTEX, memory));
  }

  /** What another thread needs for `Mutex.from`. */
  get memory(): SharedArrayBuffer {
    return this.#words.buffer;
  }

  /** Takes the lock if it is free now. */
  tryLock(): boolean {
    return Atomics.compareExchange(this.#words, this.#at, FREE, HELD) === FREE;
  }

  /**
   * Takes the lock, blocking for at most `timeout` milliseconds. False when the time was over.
   *
   * @throws WATT_ELECTRON_CANNOT_WAIT where it would have to block in a thread that may not.
   */
  lock(timeout: number = Infinity): boolean {
    return this.tryLock() || (timeout > 0 && waitUntil(this.#words, this.#at, () => this.#contend(), timeout));
  }

  /** The same without blocking. While it is pending, it keeps the process alive. */
  async lockAsync(timeout: number = Infinity): Promise<boolean> {
    return this.tryLock() || (timeout > 0 && waitUntilAsync(this.#words, this.#at, () => this.#contend(), timeout));
  }

  // Invariant: a thread sleeps only while the word is CONTENDED, so that the holder will notify. CONTENDED also when this
  // takes the lock: others may sleep, and only its `unlock` can wake them.
  #contend(): number | true {
    return Atomics.exchange(this.#words, this.#at, CONTENDED) === FREE || CONTENDED;
  }

  /**
   * Gives the lock back and wakes one thread that waits. May be called by another thread than took it.
   *
   * @throws WATT_ELECTRON_NOT_HELD when nobody holds it.
   */
  unlock(): void {
    const state = Atomics.exchange(this.#words, this.#at, FREE);
    if (state === FREE) throw electronError("WATT_ELECTRON_NOT_HELD", { owner: OWNER, value: "a lock" });
    if (state === CONTENDED) Atomics.notify(this.#words, this.#at, 1);
  }

  /**
   * Runs `run` under the lock and returns its result; undefined, without running it, when `timeout` milliseconds were over
   * before. `run` must be synchronous: a promise would go on without the lock.
   *
   * @throws WATT_ELECTRON_CANNOT_WAIT like `lock`.
   */
  withLock<T>(run: () => T, timeout?: number): T | undefined {
    if (!this.lock(timeout)) return undefined;
    try {
      return run();
    } finally {
      this.unlock();
    }
  }
}
