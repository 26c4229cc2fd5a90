/** Two independent 32-bit hashes of a row of integers. */
export class Hasher {
  a = 0;
  b = 0;

  reset(): void {
    this.a = 0x9e37_79b9;
    this.b = 0x85eb_ca6b;
  }

  add(value: number): void {
    this.a = Math.imul(this.a ^ value, 0x0100_0193);
    this.a ^= this.a >>> 15;
    this.b = Math.imul(this.b + value, 0xc2b2_ae35);
    this.b = (this.b << 13) | (this.b >>> 19);
  }

  /** Zeros cost nothing: most of a structure's memory is padding. */
  addSparse(values: readonly number[], without: readonly number[] = []): void {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (value === 0 || without.includes(i)) continue;
      this.add(i);
      this.add(value);
    }
    this.add(-1);
  }
}

/** The visited states, as 64 bits of hash each; states are numbered as they come. */
export class StateSet {
  size = 0;
  #slots = new Int32Array(3 << 12);

  /** The number of a state; negative, `-1 - number`, when it was there before. */
  add(a: number, b: number): number {
    if (this.size * 3 > this.#slots.length / 2) this.#grow();
    const slot = this.#find(this.#slots, a, b);
    const known = this.#slots[slot + 2]!;
    if (known !== 0) return -known;
    this.#slots[slot] = a;
    this.#slots[slot + 1] = b;
    this.#slots[slot + 2] = ++this.size;
    return this.size - 1;
  }

  #find(slots: Int32Array, a: number, b: number): number {
    const mask = slots.length / 3 - 1;
    for (let i = (a ^ (b >>> 7)) & mask; ; i = (i + 1) & mask) {
      if (slots[3 * i + 2] === 0 || (slots[3 * i] === a && slots[3 * i + 1] === b)) return 3 * i;
    }
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(2 * old.length);
    for (let at = 0; at < old.length; at += 3) {
      if (old[at + 2] === 0) continue;
      slots.set(old.subarray(at, at + 3), this.#find(slots, old[at]!, old[at + 1]!));
    }
    this.#slots = slots;
  }
}

/** A list of integers that grows. */
export class IntegerList {
  length = 0;
  #values = new Int32Array(1 << 12);

  push(value: number): void {
    if (this.length === this.#values.length) {
      const old = this.#values;
      this.#values = new Int32Array(2 * old.length);
      this.#values.set(old);
    }
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return this.#values[index]!;
  }
}
