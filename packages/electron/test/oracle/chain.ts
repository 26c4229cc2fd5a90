// A naive chain of blocks: levels are whole numbers, blocks and live pieces are lists, every place is looked for.

interface Piece {
  readonly at: number;
  readonly bytes: number;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

export class NaiveChain {
  readonly blockBytes: number;
  readonly limit: number;
  blocks: Stretch[] = [];
  pieces: Piece[] = [];
  highest = 0;

  constructor(blockBytes: number, limit: number) {
    this.blockBytes = blockBytes;
    this.limit = limit;
  }

  get top(): number {
    const last = this.pieces.at(-1);
    return last === undefined ? 0 : last.at + last.bytes;
  }

  alloc(bytes: number, align: number): number {
    const at = this.#place(bytes, align);
    if (at < 0) return -1;
    this.pieces.push({ at, bytes });
    this.highest = Math.max(this.highest, this.top);
    return at;
  }

  trim(): void {
    const next = this.#next();
    this.blocks = this.blocks.filter((block) => block.from < next);
  }

  #here(): Stretch | undefined {
    // Behind the very last byte nothing begins.
    return this.blocks.find((block) => block.from <= this.top && this.top < block.to);
  }

  #next(): number {
    const here = this.#here();
    return here === undefined || here.from === this.top ? this.top : here.to;
  }

  #place(bytes: number, align: number): number {
    let at = this.top;
    while (at % align !== 0) at++;
    // A block that was just filled, or the last, may still take nothing at its end.
    const here = this.#here() ?? this.#filled();
    if (here !== undefined && at + bytes <= here.to) return at;
    const next = this.#next();
    if (next >= this.limit || next + bytes > this.limit || align > this.blockBytes) return -1;
    const found = this.blocks.find((block) => block.from === next);
    if (found === undefined || found.to < next + bytes) {
      this.blocks = this.blocks.filter((block) => block.from < next);
      let to = next + this.blockBytes;
      while (to < next + bytes) to += this.blockBytes;
      this.blocks.push({ from: next, to: Math.min(to, this.limit) });
    }
    return next;
  }

  #filled(): Stretch | undefined {
    return this.blocks.find((block) => block.to === this.top);
  }
}
