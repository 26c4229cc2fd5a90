import { type Look, waitUntil, waitUntilAsync } from "./futex.ts";

const WAITERS = 1;

/**
 * Lets threads sleep until a condition on shared memory holds. Two words, zero at first: a sequence number, and how many
 * threads wait. Whoever changes the condition calls `notify` after the change; while nobody waits this is one load.
 *
 * No wake-up is lost, since atomic accesses have one order that all threads see. The waiter counts itself (1), reads the
 * sequence (2), then looks at the condition (3), and sleeps only while the sequence is what it read (4). The notifier
 * changes the condition (a), then reads the count (b). If (b) comes before (1), then (a) comes before (3), which sees the
 * change. Else the notifier adds to the sequence: before (2), and (3) sees the change; or after (2), and (4) does not
 * sleep or is woken. For this the condition must be read and changed by `Atomics`.
 *
 * A thread that dies while it waits stays counted: from then on each `notify` is dearer, and nothing else. A sequence that
 * comes round to the same number between (2) and (4), after 2^32 notifications, would be taken for unchanged.
 */
export class Signal {
  readonly #words: Int32Array;
  readonly #at: number;

  /** The signal in the two words from `at`. They must be shared memory. */
  constructor(words: Int32Array, at: number) {
    this.#words = words;
    this.#at = at;
  }

  /** Wakes every thread that waits, so that it looks again. Allocates nothing. */
  notify(): void {
    if (Atomics.load(this.#words, this.#at + WAITERS) === 0) return;
    Atomics.add(this.#words, this.#at, 1);
    Atomics.notify(this.#words, this.#at);
  }

  /**
   * Blocks until `ready` answers true or `timeout` milliseconds are over, and returns its last answer. `ready` may do the
   * work itself: it is not called again once it answered true. With no time left it is asked once.
   *
   * @throws WATT_ELECTRON_CANNOT_WAIT where it would have to block in a thread that may not.
   */
  wait(ready: () => boolean, timeout: number): boolean {
    if (ready()) return true;
    if (!(timeout > 0)) return false;
    this.#count(1);
    try {
      return waitUntil(this.#words, this.#at, this.#look(ready), timeout);
    } finally {
      this.#count(-1);
    }
  }

  /** The same without blocking, for threads that may not. While it is pending, it keeps the process alive. */
  async waitAsync(ready: () => boolean, timeout: number): Promise<boolean> {
    if (ready()) return true;
    if (!(timeout > 0)) return false;
    this.#count(1);
    try {
      return await waitUntilAsync(this.#words, this.#at, this.#look(ready), timeout);
    } finally {
      this.#count(-1);
    }
  }

  // The sequence is read before the look.
  #look(ready: () => boolean): Look {
    return () => {
      const seen = Atomics.load(this.#words, this.#at);
      return ready() || seen;
    };
  }

  #count(waiters: number): void {
    Atomics.add(this.#words, this.#at + WAITERS, waiters);
  }
}
