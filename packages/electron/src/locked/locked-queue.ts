import { CLOSED, STEP } from "../queue/index-word.ts";
import type { BatchQueue } from "../queue/queue.ts";
import { queueWords, SIGNAL_AT, TAIL_AT, TO_SLOTS } from "../queue/queue-words.ts";
import { SharedQueue } from "../queue/shared-queue.ts";
import { Mutex } from "../shared/mutex.ts";
import { KIND_LOCKED_QUEUE } from "../shared/shared-memory.ts";

const LOCK_AT: number = SIGNAL_AT + 2;
const SLOTS_AT: number = TAIL_AT + TO_SLOTS;

/** What a `LockedQueue` holds. */
export interface LockedQueueOptions {
  /** How many integers fit: a power of two from 2 to 2^28. */
  readonly capacity: number;
}

/**
 * The twin of all queues behind a `Mutex`: their oracle, their row in the benchmarks, their fallback. Any number of
 * producers and consumers. The `try` forms also give up when another thread has the lock. A thread that dies with the
 * lock blocks everybody until their timeouts.
 */
export class LockedQueue extends SharedQueue implements BatchQueue {
  readonly #mutex: Mutex;

  /**
   * @throws WATT_ELECTRON_OPTION when `capacity` is no power of two from 2 to 2^28.
   * @throws WATT_ELECTRON_MEMORY where there is no shared memory of that size.
   */
  constructor(options: LockedQueueOptions);
  /** @internal */
  constructor(options: { capacity?: number; memory: SharedArrayBuffer });
  constructor(options: { capacity?: number; memory?: SharedArrayBuffer }) {
    super(queueWords("the locked queue", KIND_LOCKED_QUEUE, options, TO_SLOTS + (options.capacity ?? 0)));
    this.#mutex = new Mutex(this.words, LOCK_AT);
  }

  /** @throws WATT_ELECTRON_SHARED_LAYOUT when the memory holds something else. */
  static from(memory: SharedArrayBuffer): LockedQueue {
    return new LockedQueue({ memory });
  }

  tryPush(value: number): boolean {
    return this.pushMany(Int32Array.of(value)) === 1;
  }

  tryPop(): number | undefined {
    const target = new Int32Array(1);
    return this.popMany(target) === 1 ? target[0] : undefined;
  }

  pushMany(source: Int32Array, from: number = 0, count: number = source.length): number {
    return this.#underLock(() => {
      const tail = Atomics.load(this.words, this.tailAt);
      const room = (tail & CLOSED) === 0 ? this.capacity - this.size : 0;
      const some = from < 0 ? 0 : Math.max(0, Math.min(count, source.length - from, room) | 0);
      for (let i = 0; i < some; i++) this.words[this.#slotOf(tail + i * STEP)] = source[from + i] as number;
      // A close in between wins: who saw the queue done must not find a value in it later.
      return Atomics.compareExchange(this.words, this.tailAt, tail, tail + some * STEP) === tail ? some : 0;
    });
  }

  popMany(target: Int32Array, from: number = 0, count: number = target.length): number {
    return this.#underLock(() => {
      const head = Atomics.load(this.words, this.headAt);
      const some = from < 0 ? 0 : Math.max(0, Math.min(count, target.length - from, this.size) | 0);
      for (let i = 0; i < some; i++) target[from + i] = this.words[this.#slotOf(head + i * STEP)] as number;
      Atomics.add(this.words, this.headAt, some * STEP);
      return some;
    });
  }

  #slotOf(index: number): number {
    return SLOTS_AT + ((index >>> 2) & (this.capacity - 1));
  }

  // Notifies also after a vain use of the lock: somebody may wait because it was held.
  #underLock(run: () => number): number {
    const some = this.#mutex.withLock(run, 0) ?? 0;
    this.signal.notify();
    return some;
  }
}
