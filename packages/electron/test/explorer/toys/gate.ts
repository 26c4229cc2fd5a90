/** A gate that opens once. Threads sleep before it. */
export class Gate {
  readonly #words: Int32Array;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.#words = new Int32Array(memory);
  }

  get memory(): SharedArrayBuffer {
    return this.#words.buffer as SharedArrayBuffer;
  }

  open(): void {
    Atomics.store(this.#words, 0, 1);
    Atomics.notify(this.#words, 0);
  }

  pass(timeout: number = Infinity): boolean {
    while (Atomics.load(this.#words, 0) === 0) {
      if (Atomics.wait(this.#words, 0, 0, timeout) === "timed-out") return Atomics.load(this.#words, 0) === 1;
    }
    return true;
  }

  // Sleeps on a word that `open` does not change: a wake-up between the look and the sleep is lost.
  passAndMiss(): boolean {
    while (Atomics.load(this.#words, 0) === 0) Atomics.wait(this.#words, 1, 0);
    return true;
  }

  openAndMiss(): void {
    Atomics.store(this.#words, 0, 1);
    Atomics.notify(this.#words, 1);
  }

  // Two locks taken in two orders.
  both(first: number): void {
    this.#lock(first);
    this.#lock(1 - first);
    this.#unlock(1 - first);
    this.#unlock(first);
  }

  #lock(at: number): void {
    while (Atomics.compareExchange(this.#words, at, 0, 1) !== 0) Atomics.wait(this.#words, at, 1);
  }

  #unlock(at: number): void {
    Atomics.store(this.#words, at, 0);
    Atomics.notify(this.#words, at);
  }

  // The same with spinning: nobody sleeps, and nobody gets anywhere.
  bothSpinning(first: number): void {
    while (Atomics.compareExchange(this.#words, first, 0, 1) !== 0);
    while (Atomics.compareExchange(this.#words, 1 - first, 0, 1) !== 0);
    Atomics.store(this.#words, 1 - first, 0);
    Atomics.store(this.#words, first, 0);
  }
}
