import { memory } from "./memory.ts";

/** Who knows of which plain accesses, at one state. Immutable. */
export interface Knowledge {
  readonly width: number;
  readonly bits: Int32Array;
}

/**
 * Finds plain accesses of two threads to the same bytes, one of them a write, that no atomic access orders. The same as
 * vector clocks, cut down to what can still matter, so that states which differ only in their past are the same state: for
 * each last write and last read of a granule, the set of threads and atomic words that know of it. A load or a failed
 * exchange learns what the word knows, a store makes the word know what the thread does, an exchange does both.
 */
export class Races {
  /** The first race that was found. */
  found: string | undefined;
  readonly #threads: number;
  readonly #granule: number;
  // Rows of bits, one for each holder: first which events can still race, then the threads, then the atomic words.
  #bits: Int32Array;
  #width = 1;
  readonly #holders = new Map<number, number>();
  readonly #granules = new Map<number, number>();
  readonly #kinds = new Map<number, string>();

  /** @param granule - bytes that count as one place; the larger, the fewer states and the more false alarms. */
  constructor(threads: number, granule: number) {
    this.#threads = threads;
    this.#granule = granule;
    this.#bits = new Int32Array(1 + threads);
  }

  /** Nothing was accessed plainly so far, so nothing is known. */
  get isEmpty(): boolean {
    return this.#granules.size === 0;
  }

  save(): Knowledge {
    return { width: this.#width, bits: this.#bits.slice() };
  }

  restore({ width, bits }: Knowledge): void {
    this.found = undefined;
    if (this.isEmpty) return;
    this.#bits = bits.slice();
    if (width < this.#width) this.#widen(width, this.#width);
    const rows = 1 + this.#threads + this.#holders.size;
    if (this.#bits.length < rows * this.#width) this.#grow(rows);
  }

  atomic(thread: number, at: number, learns: boolean, tells: boolean): void {
    this.#kindOf(at, 1, "atomic");
    if (this.isEmpty) return;
    const mine = (1 + thread) * this.#width;
    const its = this.#holder(at) * this.#width;
    for (let i = 0; i < this.#width; i++) {
      if (learns) this.#bits[mine + i]! |= this.#bits[its + i]!;
      if (tells) this.#bits[its + i] = this.#bits[mine + i]!;
    }
  }

  plain(thread: number, at: number, bytes: number, kind: "read" | "write"): void {
    this.#kindOf(at, bytes, "plain");
    const last = Math.floor((at + Math.max(bytes, 1) - 1) / this.#granule);
    for (let granule = Math.floor(at / this.#granule); granule <= last; granule++) {
      const first = this.#eventsOf(granule);
      // Event 0 of a granule is its last write, 1 + u the last read by thread u.
      for (let event = 0; event <= this.#threads; event++) {
        const other = event === 0 || (kind === "write" && event !== 1 + thread);
        if (other && this.#has(0, first + event) && !this.#has(1 + thread, first + event)) {
          const [now, before] = [kind, event === 0 ? "write" : `read by thread ${event - 1}`];
          this.found ??= `race: a plain ${now} of ${memory.nameOf(at)} is not ordered after a plain ${before}`;
        }
        if (kind === "write") this.#forget(first + event);
      }
      const event = kind === "write" ? first : first + 1 + thread;
      this.#forget(event);
      this.#add(0, event);
      this.#add(1 + thread, event);
    }
  }

  /** Forgets what every living thread knows: it can race no more. */
  settle(alive: readonly number[]): void {
    for (let i = 0; i < this.#width; i++) {
      const known = alive.reduce((bits, thread) => bits & this.#bits[(1 + thread) * this.#width + i]!, this.#bits[i]!);
      if (known === 0) continue;
      for (let at = i; at < this.#bits.length; at += this.#width) this.#bits[at]! &= ~known;
    }
  }

  #kindOf(at: number, bytes: number, kind: string): void {
    for (let word = at >> 2; word <= (at + bytes - 1) >> 2; word++) {
      const known = this.#kinds.get(word);
      if (known === undefined) this.#kinds.set(word, kind);
      else if (known !== kind) this.found ??= `race: ${memory.nameOf(word * 4)} is accessed plainly and atomically`;
    }
  }

  #holder(at: number): number {
    let holder = this.#holders.get(at);
    if (holder === undefined) {
      holder = 1 + this.#threads + this.#holders.size;
      this.#holders.set(at, holder);
      this.#grow(holder + 1);
    }
    return holder;
  }

  #eventsOf(granule: number): number {
    let index = this.#granules.get(granule);
    if (index === undefined) {
      index = this.#granules.size;
      this.#granules.set(granule, index);
      const width = Math.ceil(((index + 1) * (1 + this.#threads)) / 32);
      if (width > this.#width) this.#widen(this.#width, (this.#width = width));
    }
    return index * (1 + this.#threads);
  }

  #grow(rows: number): void {
    const bits = new Int32Array(rows * this.#width);
    bits.set(this.#bits);
    this.#bits = bits;
  }

  #widen(from: number, to: number): void {
    const rows = this.#bits.length / from;
    const bits = new Int32Array(rows * to);
    for (let row = 0; row < rows; row++) bits.set(this.#bits.subarray(row * from, (row + 1) * from), row * to);
    this.#bits = bits;
  }

  #has(row: number, event: number): boolean {
    return (this.#bits[row * this.#width + (event >> 5)]! & (1 << (event & 31))) !== 0;
  }

  #add(row: number, event: number): void {
    this.#bits[row * this.#width + (event >> 5)]! |= 1 << (event & 31);
  }

  #forget(event: number): void {
    for (let at = event >> 5; at < this.#bits.length; at += this.#width) this.#bits[at]! &= ~(1 << (event & 31));
  }
}
