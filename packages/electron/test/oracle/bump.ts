// A naive allocator: keeps every live block and looks for the next aligned place after the last one.

export interface Block {
  readonly at: number;
  readonly bytes: number;
}

export class NaiveBump {
  readonly start: number;
  readonly limit: number;
  blocks: Block[] = [];
  highest = 0;

  constructor(start: number, bytes: number) {
    this.start = start;
    this.limit = start + bytes;
  }

  get top(): number {
    const last = this.blocks.at(-1);
    return last === undefined ? this.start : last.at + last.bytes;
  }

  alloc(bytes: number, align: number): number {
    let at = this.top;
    while (at % align !== 0) at++;
    if (at + bytes > this.limit) return -1;
    this.blocks.push({ at, bytes });
    this.highest = Math.max(this.highest, this.top - this.start);
    return at;
  }
}
