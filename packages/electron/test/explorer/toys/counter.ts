/** Counters, most of them wrong. The explorer must tell which. */
export class Counter {
  readonly #words: Int32Array;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.#words = new Int32Array(memory);
  }

  get memory(): SharedArrayBuffer {
    return this.#words.buffer as SharedArrayBuffer;
  }

  atomic(): number {
    return Atomics.add(this.#words, 0, 1);
  }

  loadAndStore(): number {
    const value = Atomics.load(this.#words, 0);
    Atomics.store(this.#words, 0, value + 1);
    return value;
  }

  plain(): number {
    const value = this.#words[0] as number;
    this.#words[0] = value + 1;
    return value;
  }

  exchange(): number {
    for (;;) {
      const value = Atomics.load(this.#words, 0);
      if (Atomics.compareExchange(this.#words, 0, value, value + 1) === value) return value;
    }
  }

  // Word 1 is a lock on which threads spin.
  spinning(): number {
    while (Atomics.compareExchange(this.#words, 1, 0, 1) !== 0);
    const value = Atomics.load(this.#words, 0);
    Atomics.store(this.#words, 0, value + 1);
    Atomics.store(this.#words, 1, 0);
    return value;
  }

  // The same, the value accessed plainly.
  locked(): number {
    while (Atomics.compareExchange(this.#words, 1, 0, 1) !== 0);
    const value = this.#words[0] as number;
    this.#words[0] = value + 1;
    Atomics.store(this.#words, 1, 0);
    return value;
  }

  // A lock that two threads may take at once.
  lockedByLoad(): number {
    while (Atomics.load(this.#words, 1) !== 0);
    Atomics.store(this.#words, 1, 1);
    const value = this.#words[0] as number;
    this.#words[0] = value + 1;
    Atomics.store(this.#words, 1, 0);
    return value;
  }
}
