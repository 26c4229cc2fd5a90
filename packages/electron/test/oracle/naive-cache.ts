// A naive cache: a Map, and a clock. Never forgets anything by itself. Keys are bytes, spelled in hexadecimal.

interface NaiveEntry {
  readonly value: Uint8Array;
  readonly expiry: number;
}

const hex = (key: string | Uint8Array): string =>
  Buffer.from(typeof key === "string" ? new TextEncoder().encode(key) : key).toString("hex");

export class NaiveCache {
  now = 0;
  readonly #entries = new Map<string, NaiveEntry>();
  readonly #maxEntryBytes: number;

  constructor(maxEntryBytes: number) {
    this.#maxEntryBytes = maxEntryBytes;
  }

  get(key: string | Uint8Array): Uint8Array | undefined {
    const entry = this.#entries.get(hex(key));
    return entry !== undefined && entry.expiry > this.now ? entry.value : undefined;
  }

  set(key: string | Uint8Array, value: Uint8Array, ttl = Infinity): boolean {
    if (hex(key).length / 2 + value.length > this.#maxEntryBytes) return false;
    this.#entries.set(hex(key), { value: value.slice(), expiry: this.now + ttl });
    return true;
  }

  delete(key: string | Uint8Array): boolean {
    const there = this.get(key) !== undefined;
    this.#entries.delete(hex(key));
    return there;
  }

  increment(key: string | Uint8Array, by = 1, ttl = Infinity): number | undefined {
    const value = this.get(key);
    const digits = value === undefined ? "0" : Buffer.from(value).toString("latin1");
    if (!/^(0|-?[1-9][0-9]{0,15})$/.test(digits) || !Number.isSafeInteger(Number(digits))) return undefined;
    const sum = BigInt(digits) + BigInt(by);
    if (sum > BigInt(Number.MAX_SAFE_INTEGER) || sum < -BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
    const left = value === undefined ? ttl : (this.#entries.get(hex(key)) as NaiveEntry).expiry - this.now;
    return this.set(key, new TextEncoder().encode(String(sum)), left) ? Number(sum) : undefined;
  }

  clear(): void {
    this.#entries.clear();
  }

  get size(): number {
    return [...this.#entries.values()].filter(({ expiry }) => expiry > this.now).length;
  }
}
