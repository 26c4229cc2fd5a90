/** A bounded set of keys with sizes, by the definition of its policy. */
export interface NaiveEviction {
  readonly keys: readonly string[];
  /** Uses `key` if it is there. */
  hit(key: string): boolean;
  /** Puts `key` in, or sets it anew. */
  put(key: string, size?: number): void;
  delete(key: string): void;
}

interface Item {
  readonly key: string;
  readonly size: number;
  isVisited: boolean;
}

abstract class NaiveQueue implements NaiveEviction {
  // The newest first.
  protected items: Item[] = [];

  private readonly maxEntries: number;
  private readonly maxSize: number | undefined;

  constructor(maxEntries: number, maxSize?: number) {
    this.maxEntries = maxEntries;
    this.maxSize = maxSize;
  }

  get keys(): readonly string[] {
    return this.items.map(({ key }) => key);
  }

  abstract hit(key: string): boolean;
  protected abstract victim(): Item;

  put(key: string, size = 0): void {
    const known = this.items.find((item) => item.key === key);
    if (known !== undefined) {
      if (this.maxSize === undefined) {
        this.hit(key);
        return;
      }
      this.delete(key);
    }
    if (size > (this.maxSize ?? 0)) return;
    const isFull = (): boolean =>
      this.items.length >= this.maxEntries ||
      this.items.reduce((sum, item) => sum + item.size, size) > (this.maxSize ?? 0);
    while (isFull()) this.delete(this.victim().key);
    this.items.unshift({ key, size, isVisited: known !== undefined });
  }

  delete(key: string): void {
    this.items = this.items.filter((item) => item.key !== key);
  }
}

/** Least recently used. */
export class NaiveLru extends NaiveQueue {
  hit(key: string): boolean {
    const item = this.items.find((one) => one.key === key);
    if (item === undefined) return false;
    this.items = [item, ...this.items.filter((one) => one !== item)];
    return true;
  }

  protected victim(): Item {
    return this.items.at(-1) as Item;
  }
}

/** SIEVE, as the paper's figure has it; the hand is the key that it looks at next. */
export class NaiveSieve extends NaiveQueue {
  private hand: string | undefined = undefined;

  hit(key: string): boolean {
    const item = this.items.find((one) => one.key === key);
    if (item !== undefined) item.isVisited = true;
    return item !== undefined;
  }

  override delete(key: string): void {
    if (this.hand === key) this.hand = this.newerThan(key);
    super.delete(key);
  }

  protected victim(): Item {
    let item = this.items.find(({ key }) => key === this.hand) ?? (this.items.at(-1) as Item);
    while (item.isVisited) {
      item.isVisited = false;
      const next = this.newerThan(item.key);
      item = this.items.find(({ key }) => key === next) ?? (this.items.at(-1) as Item);
    }
    this.hand = item.key;
    return item;
  }

  private newerThan(key: string): string | undefined {
    return this.items[this.items.findIndex((item) => item.key === key) - 1]?.key;
  }
}
