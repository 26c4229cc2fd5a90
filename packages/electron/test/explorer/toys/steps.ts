/** Operations that show how the explorer steps. */
export class Steps {
  readonly #words: Int32Array;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(12)) {
    this.#words = new Int32Array(memory);
  }

  get memory(): SharedArrayBuffer {
    return this.#words.buffer as SharedArrayBuffer;
  }

  add(): void {
    Atomics.add(this.#words, 0, 1);
  }

  look(): number {
    return Atomics.load(this.#words, 2);
  }

  // What is seen before the last round leaves nothing.
  awaitTwo(): void {
    while (Atomics.load(this.#words, 0) !== 2);
  }

  // The same, and everything is kept.
  awaitTwoAndKeep(): void {
    const kept: number[] = [];
    kept.push(1);
    while (Atomics.load(this.#words, 0) !== 2);
  }

  // The rounds of the inner call do not see what the outer one keeps.
  lookThenAwait(): number {
    const seen = Atomics.load(this.#words, 0);
    this.#awaitFlag();
    return seen;
  }

  #awaitFlag(): void {
    for (;;) if (Atomics.load(this.#words, 1) === 1) return;
  }

  addThenFlag(): void {
    Atomics.add(this.#words, 0, 1);
    Atomics.store(this.#words, 1, 1);
  }

  publish(): void {
    this.#words[1] = 7;
    Atomics.store(this.#words, 0, 1);
  }

  // A wait that finds another value is the only access that orders the read.
  readAfterWait(): number {
    return Atomics.wait(this.#words, 0, 0, 5) === "not-equal" ? (this.#words[1] as number) : 0;
  }

  // Wakes so many, one by one.
  openFor(count: number): void {
    Atomics.store(this.#words, 0, 1);
    for (let i = 0; i < count; i++) Atomics.notify(this.#words, 0, 1);
  }

  pass(timeout: number): boolean {
    const end = performance.now() + timeout;
    while (Atomics.load(this.#words, 0) === 0) {
      const rest = end - performance.now();
      if (!(rest > 0)) return false;
      Atomics.wait(this.#words, 0, 0, rest);
    }
    return true;
  }
}
