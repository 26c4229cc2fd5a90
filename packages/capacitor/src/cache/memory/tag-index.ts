/** Which slots have which tags. A tag is known as long as a slot has it: the index cannot outgrow the entries. */
export class TagIndex {
  readonly #slots: Map<string, Set<number>> = new Map();
  readonly #tags: Map<number, readonly string[]> = new Map();

  /** How many tags are known. */
  get size(): number {
    return this.#slots.size;
  }

  /** The slots with `tag`. Deleting one while they are read is allowed. */
  slotsOf(tag: string): Iterable<number> {
    return this.#slots.get(tag) ?? [];
  }

  /** Gives `slot`, which has none, these tags. */
  add(slot: number, tags: readonly string[]): void {
    this.#tags.set(slot, tags);
    for (const tag of tags) {
      const slots = this.#slots.get(tag);
      if (slots === undefined) this.#slots.set(tag, new Set([slot]));
      else slots.add(slot);
    }
  }

  /** Takes all tags from `slot`. */
  delete(slot: number): void {
    const tags = this.#tags.get(slot);
    if (tags === undefined) return;
    for (const tag of tags) {
      const slots = this.#slots.get(tag);
      // A tag may be named twice.
      if (slots?.delete(slot) && slots.size === 0) this.#slots.delete(tag);
    }
    this.#tags.delete(slot);
  }
}
