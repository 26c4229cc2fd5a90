interface NaiveEntry {
  readonly key: string;
  readonly value: unknown;
  readonly expires: number;
  readonly tags: readonly string[];
}

/** A store without bounds: a list of all that was ever set, in which the last one of a key counts. */
export class NaiveStore {
  now = 0;
  entries: NaiveEntry[] = [];

  live(): NaiveEntry[] {
    return this.entries.filter(
      ({ key, expires }, i) => expires > this.now && !this.entries.slice(i + 1).some((later) => later.key === key),
    );
  }

  get(key: string): unknown {
    return this.live().find((entry) => entry.key === key)?.value;
  }

  set(key: string, value: unknown, ttl = Infinity, tags: readonly string[] = []): void {
    this.delete(key);
    this.entries.push({ key, value, expires: this.now + ttl, tags });
  }

  delete(key: string): boolean {
    const had = this.get(key) !== undefined;
    this.entries = this.entries.filter((entry) => entry.key !== key);
    return had;
  }

  increment(key: string, by: number, ttl = Infinity): number | "refused" {
    const entry = this.live().find((one) => one.key === key);
    const sum = entry === undefined ? by : typeof entry.value === "number" ? entry.value + by : NaN;
    if (!Number.isSafeInteger(sum)) return "refused";
    if (entry === undefined) this.set(key, sum, ttl);
    else this.entries[this.entries.indexOf(entry)] = { ...entry, value: sum };
    return sum;
  }

  deleteTagged(tag: string): number {
    const tagged = this.live().filter(({ tags }) => tags.includes(tag));
    for (const { key } of tagged) this.delete(key);
    return tagged.length;
  }
}
