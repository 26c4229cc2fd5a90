import { LINE_WORDS } from "../../../src/shared/shared-memory.ts";
import { Signal } from "../../../src/shared/signal.ts";

const PERMITS = 0;

/** Permits that threads take and give, over the shipped `Signal`. */
export class Semaphore {
  readonly #words: Int32Array;
  readonly #signal: Signal;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(4 * LINE_WORDS)) {
    this.#words = new Int32Array(memory);
    this.#signal = new Signal(this.#words, 1);
  }

  get memory(): SharedArrayBuffer {
    return this.#words.buffer as SharedArrayBuffer;
  }

  give(permits: number): void {
    Atomics.add(this.#words, PERMITS, permits);
    this.#signal.notify();
  }

  take(timeout: number): boolean {
    return this.#signal.wait(() => this.#tryTake(), timeout);
  }

  #tryTake(): boolean {
    for (;;) {
      const permits = Atomics.load(this.#words, PERMITS);
      if (permits === 0) return false;
      if (Atomics.compareExchange(this.#words, PERMITS, permits, permits - 1) === permits) return true;
    }
  }
}
