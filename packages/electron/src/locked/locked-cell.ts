import type { Cell, CellOptions } from "../shared/cell.ts";
import { Mutex } from "../shared/mutex.ts";
import {
  attachShared,
  createShared,
  HEADER_PARAMETERS,
  KIND_LOCKED_CELL,
  LINE_WORDS,
} from "../shared/shared-memory.ts";

const OWNER = "the locked cell";
const LOCK = LINE_WORDS;
const VALUE = LOCK + 1;

/**
 * A `SeqLock`'s twin behind a `Mutex`: its oracle, its row in the benchmarks, its fallback. Readers wait for each other; a
 * thread that dies with the lock blocks them all until their deadline.
 */
export class LockedCell implements Cell {
  readonly length: number;
  readonly #words: Int32Array<SharedArrayBuffer>;
  readonly #mutex: Mutex;

  /** @throws WATT_ELECTRON_MEMORY where there is no shared memory of that size. */
  constructor(options: CellOptions);
  /** @internal */
  constructor(options: CellOptions, shared?: Int32Array<SharedArrayBuffer>);
  constructor({ words }: CellOptions, shared?: Int32Array<SharedArrayBuffer>) {
    this.length = words;
    this.#words = shared ?? createShared(OWNER, KIND_LOCKED_CELL, VALUE - LINE_WORDS + words, [words]);
    this.#mutex = new Mutex(this.#words, LOCK);
  }

  /** @throws WATT_ELECTRON_SHARED_LAYOUT when the memory holds something else. */
  static from(memory: SharedArrayBuffer): LockedCell {
    const shared = attachShared(OWNER, KIND_LOCKED_CELL, memory);
    return new LockedCell({ words: shared[HEADER_PARAMETERS] as number }, shared);
  }

  /** What another thread needs for `LockedCell.from`. */
  get memory(): SharedArrayBuffer {
    return this.#words.buffer;
  }

  /** Copies the value to `target`. False when another thread has the lock. */
  tryRead(target: Int32Array): boolean {
    return this.read(target, 0);
  }

  /** Sets the value. False when another thread has the lock. */
  tryWrite(source: Int32Array): boolean {
    return this.write(source, 0);
  }

  /** `tryRead`, blocking for at most `timeout` milliseconds. @throws WATT_ELECTRON_CANNOT_WAIT like `Mutex.lock`. */
  read(target: Int32Array, timeout: number = Infinity): boolean {
    if (!this.#mutex.lock(timeout)) return false;
    // Under the lock plain accesses are no race.
    for (let i = 0; i < this.length; i++) target[i] = this.#words[VALUE + i] as number;
    this.#mutex.unlock();
    return true;
  }

  /** `tryWrite`, blocking for at most `timeout` milliseconds. @throws WATT_ELECTRON_CANNOT_WAIT like `Mutex.lock`. */
  write(source: Int32Array, timeout: number = Infinity): boolean {
    if (!this.#mutex.lock(timeout)) return false;
    for (let i = 0; i < this.length; i++) this.#words[VALUE + i] = source[i] as number;
    this.#mutex.unlock();
    return true;
  }
}
