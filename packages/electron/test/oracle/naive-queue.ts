// A queue as a plain list.
export class NaiveQueue {
  readonly capacity: number;
  items: number[] = [];
  closed = false;

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  push(values: readonly number[]): number {
    const fits = this.closed ? 0 : Math.min(values.length, this.capacity - this.items.length);
    this.items.push(...values.slice(0, fits));
    return fits;
  }

  pop(count: number): number[] {
    return this.items.splice(0, count);
  }
}

// Messages as plain lists of bytes, in words: the length, then the bytes, rounded up.
export class NaiveMessages {
  readonly capacity: number;
  messages: number[][] = [];

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  get words(): number {
    return this.messages.reduce((sum, { length }) => sum + 1 + Math.ceil(length / 4), 0);
  }

  write(bytes: readonly number[]): boolean {
    if (this.words + 1 + Math.ceil(bytes.length / 4) > this.capacity) return false;
    this.messages.push([...bytes]);
    return true;
  }
}
