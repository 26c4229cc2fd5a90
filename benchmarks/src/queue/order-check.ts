/** Sees to it that each producer's values come in order, and adds them up. */
export class OrderCheck {
  values = 0;
  sum = 0;
  readonly #last: Int32Array;
  readonly #mask: number;

  /** @param producers - 1 or 2. */
  constructor(producers: number) {
    this.#last = new Int32Array(producers);
    this.#mask = producers - 1;
  }

  take(value: number): void {
    const producer = (value - 1) & this.#mask;
    if (value <= (this.#last[producer] as number)) throw new Error(`${value} came after ${this.#last[producer]}`);
    this.#last[producer] = value;
    this.values++;
    this.sum = (this.sum + value) | 0;
  }
}
