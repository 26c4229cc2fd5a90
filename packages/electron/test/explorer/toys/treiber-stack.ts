const TOP = 0;
const NEXT = 1;
const NIL = -1;

/**
 * A stack of three nodes, linked by atomic words; node n is the value n. `push` takes the node that the thread popped first:
 * nodes are used again, so a `pop` that compares only the node is wrong (ABA); `popCounted` compares a counter too.
 */
export class TreiberStack {
  readonly #words: Int32Array;
  // Nodes that this thread popped, the first of them first.
  readonly #own: number[] = [];

  constructor(memory?: SharedArrayBuffer) {
    this.#words = new Int32Array(memory ?? new SharedArrayBuffer(16));
    // Top is node 0, then 1, then 2.
    if (memory === undefined) this.#words.set([0, 1, 2, NIL]);
  }

  get memory(): SharedArrayBuffer {
    return this.#words.buffer as SharedArrayBuffer;
  }

  pop(): number {
    for (;;) {
      const top = Atomics.load(this.#words, TOP);
      if (top === NIL) return NIL;
      const next = Atomics.load(this.#words, NEXT + top);
      if (Atomics.compareExchange(this.#words, TOP, top, next) !== top) continue;
      this.#own.push(top);
      return top;
    }
  }

  push(): number {
    const node = this.#own.shift();
    if (node === undefined) return NIL;
    for (;;) {
      const top = Atomics.load(this.#words, TOP);
      Atomics.store(this.#words, NEXT + node, top);
      if (Atomics.compareExchange(this.#words, TOP, top, node) === top) return node;
    }
  }

  // The upper bits of the top count its changes.
  popCounted(): number {
    for (;;) {
      const top = Atomics.load(this.#words, TOP);
      const node = (top << 24) >> 24;
      if (node === NIL) return NIL;
      const next = Atomics.load(this.#words, NEXT + node);
      const after = (((top >> 8) + 1) << 8) | (next & 0xff);
      if (Atomics.compareExchange(this.#words, TOP, top, after) !== top) continue;
      this.#own.push(node);
      return node;
    }
  }

  pushCounted(): number {
    const node = this.#own.shift();
    if (node === undefined) return NIL;
    for (;;) {
      const top = Atomics.load(this.#words, TOP);
      Atomics.store(this.#words, NEXT + node, (top << 24) >> 24);
      const after = (((top >> 8) + 1) << 8) | node;
      if (Atomics.compareExchange(this.#words, TOP, top, after) === top) return node;
    }
  }
}
