// One bucket of a cache, as its documentation describes it: a queue of entries, and marks for what was read since the hand
// passed. Entries share a mark when `markOf` gives them the same. An entry takes 20 bytes and its own, in steps of 8.

interface ClockEntry {
  readonly key: string;
  readonly value: string;
  readonly expiry: number;
}

const sizeOf = ({ key, value }: ClockEntry): number => 8 * Math.ceil((20 + key.length + value.length) / 8);

export class NaiveClock {
  now = 0;
  queue: ClockEntry[] = [];
  readonly #room: number;
  readonly #markOf: (key: string) => number;
  #marks = new Set<number>();

  constructor(room: number, markOf: (key: string) => number) {
    this.#room = room;
    this.#markOf = markOf;
  }

  get(key: string): string | undefined {
    const entry = this.queue.find((one) => one.key === key && one.expiry > this.now);
    if (entry !== undefined) this.#marks.add(this.#markOf(key));
    return entry?.value;
  }

  set(key: string, value: string, ttl: number): void {
    const added = { key, value, expiry: this.now + ttl };
    this.queue = this.queue.filter((one) => one.key !== key);
    let first = this.queue.length;
    // The hand goes from the oldest on, once round: who is marked loses the mark and goes to the end of the queue.
    for (; first > 0 && this.#used() + sizeOf(added) > this.#room; first--) {
      const [oldest, ...rest] = this.queue as [ClockEntry, ...ClockEntry[]];
      const mark = this.#markOf(oldest.key);
      const stays = this.#marks.delete(mark) && oldest.expiry > this.now;
      this.queue = stays ? [...rest, oldest] : rest;
    }
    // All others were marked, and are not any more.
    while (this.#used() + sizeOf(added) > this.#room) this.queue.shift();
    this.queue.push(added);
  }

  delete(key: string): boolean {
    const there = this.queue.some((one) => one.key === key && one.expiry > this.now);
    if (there) this.queue = this.queue.filter((one) => one.key !== key);
    return there;
  }

  #used(): number {
    return this.queue.reduce((sum, one) => sum + sizeOf(one), 0);
  }
}
