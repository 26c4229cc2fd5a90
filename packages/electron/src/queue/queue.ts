/** The side of a queue that pushes. One at a time per thread; how many threads may push, each queue says. */
export interface QueueProducer {
  /** How many items fit. For a ring with lanes: in one lane. */
  readonly capacity: number;
  /** True when nothing can be pushed any more. Never becomes false again. */
  readonly isClosed: boolean;
  /**
   * Adds `value`, converted to a 32-bit integer as by `value | 0`. False when the queue is full or closed. Never blocks.
   * O(1), allocates nothing.
   */
  tryPush(value: number): boolean;
  /**
   * Waits for room at most `timeout` milliseconds. False when the time is over or the queue is closed; a closed queue
   * answers at once. Blocks the thread.
   *
   * @throws WATT_ELECTRON_CANNOT_WAIT where it would have to block in a thread that may not.
   */
  push(value: number, timeout?: number): boolean;
  /** The same without blocking. Calls that are pending at once are served in no particular order. */
  pushAsync(value: number, timeout?: number): Promise<boolean>;
  /**
   * No push succeeds from now on; what lies in the queue can still be popped; all threads that wait look again. Any
   * thread may call it, any number of times.
   */
  close(): void;
}

/** The side of a queue that pops. */
export interface QueueConsumer {
  /** How many items there were at some time during the call, at most. A guess while other threads work. */
  readonly size: number;
  /** True when the queue is closed and empty: nothing will ever be popped again. */
  readonly isDone: boolean;
  /** Takes the oldest value; undefined when there is none. Never blocks. O(1), allocates nothing. */
  tryPop(): number | undefined;
  /**
   * Waits for a value at most `timeout` milliseconds. Undefined when the time is over, or at once when the queue is done.
   * Blocks the thread.
   *
   * @throws WATT_ELECTRON_CANNOT_WAIT where it would have to block in a thread that may not.
   */
  pop(timeout?: number): number | undefined;
  /** The same without blocking. Calls that are pending at once are served in no particular order. */
  popAsync(timeout?: number): Promise<number | undefined>;
}

/** A bounded first-in first-out queue of 32-bit integers in shared memory. Timeouts are milliseconds, Infinity by default. */
export interface Queue extends QueueProducer, QueueConsumer {
  /** What another thread attaches to with `from`. */
  readonly memory: SharedArrayBuffer;
}

/** What pushes many at once. */
export interface BatchProducer extends QueueProducer {
  /**
   * Adds the first of the `count` values from `source[from]` on that find room, all at once: no consumer sees a part.
   * O(count), two copies at most, allocates at most two views. Never blocks.
   *
   * @returns how many were added; 0 when the queue is full or closed.
   */
  pushMany(source: Int32Array, from?: number, count?: number): number;
}

/** What pops many at once. */
export interface BatchConsumer extends QueueConsumer {
  /**
   * Takes up to `count` of the oldest values into `target`, from `target[from]` on. O(count), allocates at most two
   * views. Never blocks.
   *
   * @returns how many were taken; 0 when the queue is empty.
   */
  popMany(target: Int32Array, from?: number, count?: number): number;
}

/** A queue whose batches cost about one operation. */
export interface BatchQueue extends Queue, BatchProducer, BatchConsumer {}

/** What writes messages of bytes. A message takes 4 bytes and its own length, rounded up to 4. */
export interface MessageProducer {
  /**
   * Adds a copy of `bytes` as one message. False when there is no room now, the ring is closed, or the message is longer
   * than `4 * capacity - 4` bytes, which no ring of this capacity ever takes. Never blocks. O(bytes).
   */
  tryWrite(bytes: Uint8Array): boolean;
  /** Waits for room at most `timeout` milliseconds; a message that is too long is refused at once. Blocks the thread. */
  write(bytes: Uint8Array, timeout?: number): boolean;
  /** The same without blocking. `bytes` must stay as they are until it settles. */
  writeAsync(bytes: Uint8Array, timeout?: number): Promise<boolean>;
}

/** What reads messages of bytes. */
export interface MessageConsumer {
  /**
   * Copies the oldest message to the start of `target` and takes it out. Never blocks. O(bytes).
   *
   * @returns its length in bytes; -1 when there is none. A number above `target.length` is the length of a message that
   *   does not fit: nothing was copied, and it stays the next one.
   */
  tryRead(target: Uint8Array): number;
  /** Waits for a message at most `timeout` milliseconds; -1 when the time is over or the ring is done. Blocks the thread. */
  read(target: Uint8Array, timeout?: number): number;
  /** The same without blocking. `target` must not be used until it settles. */
  readAsync(target: Uint8Array, timeout?: number): Promise<number>;
}
