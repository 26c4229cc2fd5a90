/** Every buffer of the structure that is explored, as one row of bytes. */
class Memory {
  #buffers: SharedArrayBuffer[] = [];
  #words: Int32Array[] = [];
  // Where each buffer begins in what `save` gives.
  #firsts: number[] = [];
  #starts = new Map<SharedArrayBuffer, number>();
  #bytes = 0;

  clear(): void {
    this.#buffers = [];
    this.#words = [];
    this.#firsts = [];
    this.#starts.clear();
    this.#bytes = 0;
  }

  add(buffer: SharedArrayBuffer): void {
    if (buffer.byteLength % 4 !== 0) throw new Error("explored memory is a number of 32-bit words");
    this.#starts.set(buffer, this.#bytes);
    this.#buffers.push(buffer);
    this.#words.push(new Int32Array(buffer));
    this.#firsts.push(this.#bytes / 4);
    this.#bytes += (buffer.byteLength + 7) & ~7;
  }

  /** Address of a buffer's first byte; undefined for a buffer of another exploration. */
  startOf(buffer: SharedArrayBuffer): number | undefined {
    return this.#starts.get(buffer);
  }

  /** A word's name in traces. */
  nameOf(address: number): string {
    if (this.#buffers.length === 1) return `[${address / 4}]`;
    const buffer = this.#buffers.findLast((candidate) => (this.#starts.get(candidate) as number) <= address);
    const start = this.#starts.get(buffer as SharedArrayBuffer) as number;
    return `${this.#buffers.indexOf(buffer as SharedArrayBuffer)}[${(address - start) / 4}]`;
  }

  /** Indices, in what `save` gives, of the words that these bytes lie in. */
  wordsAt(address: number, bytes: number): number[] {
    const first = address >> 2;
    return Array.from({ length: bytes === 0 ? 0 : ((address + bytes - 1) >> 2) - first + 1 }, (_, i) => first + i);
  }

  /** What a word holds now. */
  at(word: number): number {
    const buffer = this.#firsts.findLastIndex((first) => first <= word);
    return this.#words[buffer]?.[word - (this.#firsts[buffer] as number)] as number;
  }

  // Why an array of numbers: it is copied faster than a typed one of this size.
  save(): number[] {
    const copy = Array.from({ length: this.#bytes / 4 }, () => 0);
    this.#words.forEach((words, buffer) =>
      words.forEach((value, i) => (copy[(this.#firsts[buffer] as number) + i] = value)),
    );
    return copy;
  }

  restore(copy: readonly number[]): void {
    this.#words.forEach((words, buffer) => {
      const first = this.#firsts[buffer] as number;
      for (let i = 0; i < words.length; i++) words[i] = copy[first + i] as number;
    });
  }
}

export const memory: Memory = new Memory();
