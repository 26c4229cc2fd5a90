import { Mutex } from "../../../src/shared/mutex.ts";

/** A counter of a plain word that the shipped `Mutex` guards. */
export class GuardedCounter {
  readonly #words: Int32Array<SharedArrayBuffer>;
  readonly #mutex: Mutex;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.#words = new Int32Array(memory);
    this.#mutex = new Mutex(this.#words, 0);
  }

  get memory(): SharedArrayBuffer {
    return this.#words.buffer;
  }

  count(timeout: number): number | undefined {
    return this.#mutex.withLock(() => {
      const value = this.#words[1] as number;
      this.#words[1] = value + 1;
      return value;
    }, timeout);
  }
}
