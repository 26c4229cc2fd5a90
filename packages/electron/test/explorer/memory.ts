/** Every buffer of the structure that is explored, as one row of bytes. */
class Memory {
  #buffers: SharedArrayBuffer[] = [];
  #words: Int32Array[] = [];
  #starts = new Map<SharedArrayBuffer, number>();
  #bytes = 0;

  clear(): void {
    this.#buffers = [];
    this.#words = [];
    this.#starts.clear();
    this.#bytes = 0;
  }

  add(buffer: SharedArrayBuffer): void {
    if (buffer.byteLength % 4 !== 0) throw new Error("explored memory is a number of 32-bit words");
    this.#starts.set(buffer, this.#bytes);
    this.#buffers.push(buffer);
    this.#words.push(new Int32Array(buffer));
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

  save(): Int32Array {
    const copy = new Int32Array(this.#words.reduce((sum, words) => sum + words.length, 0));
    let at = 0;
    for (const words of this.#words) {
      copy.set(words, at);
      at += words.length;
    }
    return copy;
  }

  restore(copy: Int32Array): void {
    let at = 0;
    for (const words of this.#words) {
      words.set(copy.subarray(at, at + words.length));
      at += words.length;
    }
  }
}

export const memory: Memory = new Memory();
