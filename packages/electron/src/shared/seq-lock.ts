import { optionError } from "../errors.ts";
import type { Cell, CellOptions } from "./cell.ts";
import { attachShared, createShared, HEADER_PARAMETERS, KIND_SEQ_LOCK, LINE_WORDS } from "./shared-memory.ts";
import { Signal } from "./signal.ts";

const OWNER = "the SeqLock";

// After the header: the sequence, odd while a write is going on; a signal; the value. A value of up to 13 words is on the
// line of its sequence.
const SEQUENCE = LINE_WORDS;
const SIGNAL = SEQUENCE + 1;
const VALUE = SEQUENCE + 3;

const MAX_WORDS = 2 ** 20;

/**
 * A value of a few words that many threads read and few write. Readers write nothing shared, so they do not slow each
 * other down; a reader that a write overlaps starts anew. Writers exclude each other by one atomic exchange.
 *
 * The words of the value are atomic accesses too, so there is no data race that the language would leave undefined; a torn
 * value is seen by the sequence and dropped. A writer that dies inside of a write leaves the value half written for ever:
 * `tryRead` and `tryWrite` are then false, `read` and `write` false at their deadline. A reader that dies blocks nobody.
 * A reader that sleeps while others write 2^31 times could take a torn value for a whole one.
 *
 * @see https://www.hpl.hp.com/techreports/2012/HPL-2012-68.pdf H.-J. Boehm, "Can seqlocks get along with programming
 * language memory models?"
 */
export class SeqLock implements Cell {
  readonly length: number;
  readonly #words: Int32Array<SharedArrayBuffer>;
  readonly #signal: Signal;

  /**
   * @throws WATT_ELECTRON_OPTION when `words` is no integer from 1 to 2^20.
   * @throws WATT_ELECTRON_MEMORY where there is no shared memory.
   */
  constructor(options: CellOptions);
  /** @internal */
  constructor(options: CellOptions, shared?: Int32Array<SharedArrayBuffer>);
  constructor({ words }: CellOptions, shared?: Int32Array<SharedArrayBuffer>) {
    if (!(words > 0 && words <= MAX_WORDS && words % 1 === 0)) throw optionError(OWNER, "words", words, "1 to 2^20");
    this.length = words;
    this.#words = shared ?? createShared(OWNER, KIND_SEQ_LOCK, VALUE - LINE_WORDS + words, [words]);
    this.#signal = new Signal(this.#words, SIGNAL);
  }

  /**
   * The cell of a `memory` that came from another thread.
   *
   * @throws WATT_ELECTRON_SHARED_LAYOUT when the memory holds something else.
   */
  static from(memory: SharedArrayBuffer): SeqLock {
    const shared = attachShared(OWNER, KIND_SEQ_LOCK, memory);
    return new SeqLock({ words: shared[HEADER_PARAMETERS] as number }, shared);
  }

  /** What another thread needs for `SeqLock.from`. */
  get memory(): SharedArrayBuffer {
    return this.#words.buffer;
  }

  /**
   * Copies the value to the first words of `target`. False, and `target` undefined, while a write is going on. Lock-free:
   * it starts anew only after another thread's write has ended. O(words), allocates nothing.
   */
  tryRead(target: Int32Array): boolean {
    const words = this.#words;
    for (;;) {
      const sequence = Atomics.load(words, SEQUENCE);
      if ((sequence & 1) !== 0) return false;
      for (let i = 0; i < this.length; i++) target[i] = Atomics.load(words, VALUE + i);
      if (Atomics.load(words, SEQUENCE) === sequence) return true;
    }
  }

  /**
   * Sets the value to the first words of `source`. False, and nothing written, when another thread writes. O(words),
   * allocates nothing.
   */
  tryWrite(source: Int32Array): boolean {
    const words = this.#words;
    const sequence = Atomics.load(words, SEQUENCE);
    if ((sequence & 1) !== 0 || Atomics.compareExchange(words, SEQUENCE, sequence, sequence + 1) !== sequence) {
      return false;
    }
    for (let i = 0; i < this.length; i++) Atomics.store(words, VALUE + i, source[i] as number);
    Atomics.store(words, SEQUENCE, sequence + 2);
    this.#signal.notify();
    return true;
  }

  /**
   * `tryRead`, blocking for at most `timeout` milliseconds while others write.
   *
   * @throws WATT_ELECTRON_CANNOT_WAIT where it would have to block in a thread that may not.
   */
  read(target: Int32Array, timeout: number = Infinity): boolean {
    return this.#signal.wait(() => this.tryRead(target), timeout);
  }

  /**
   * `tryWrite`, blocking for at most `timeout` milliseconds while others write.
   *
   * @throws WATT_ELECTRON_CANNOT_WAIT like `read`.
   */
  write(source: Int32Array, timeout: number = Infinity): boolean {
    return this.#signal.wait(() => this.tryWrite(source), timeout);
  }
}
