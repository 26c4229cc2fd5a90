// A set of integers below `size`, by a Set.

export class NaiveBitSet {
  readonly size: number;
  members: Set<number> = new Set();

  constructor(size: number) {
    this.size = size;
  }

  keep(wanted: (index: number) => boolean): void {
    this.members = new Set(Array.from({ length: this.size }, (_, index) => index).filter(wanted));
  }

  add(index: number): void {
    if (index >= 0 && index < this.size) this.members.add(index);
  }

  flip(index: number): void {
    if (!this.members.delete(index)) this.add(index);
  }

  and(other: NaiveBitSet): void {
    this.keep((index) => this.members.has(index) && other.members.has(index));
  }

  or(other: NaiveBitSet): void {
    this.keep((index) => this.members.has(index) || other.members.has(index));
  }

  andNot(other: NaiveBitSet): void {
    this.keep((index) => this.members.has(index) && !other.members.has(index));
  }

  xor(other: NaiveBitSet): void {
    this.keep((index) => this.members.has(index) !== other.members.has(index));
  }

  isSubsetOf(other: NaiveBitSet): boolean {
    return [...this.members].every((index) => other.members.has(index));
  }

  sorted(): number[] {
    return [...this.members].toSorted((a, b) => a - b);
  }
}
