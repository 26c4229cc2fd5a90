/** A number that depends on both in no simple way, from 0 to 2^31 - 1. */
export function mixed(a: number, b: number): number {
  let hash = Math.imul(a + 1, 0x9e37_79b1) ^ Math.imul(b + 1, 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  return (hash ^ (hash >>> 13)) & 0x7fff_ffff;
}

export function keyOf(key: number): string {
  return `key ${key}`;
}

/** A value for a key: its length, its key and its seed, then bytes that follow from these. */
export function valueOf(key: number, seed: number): Uint8Array {
  const length = 3 + (seed % 90);
  return Uint8Array.from({ length }, (_, i) => [length, key, seed & 255][i] ?? (seed + i * key) & 255);
}

/** Whether the bytes are all of one value for the key. */
export function isWhole(key: number, value: Uint8Array): boolean {
  const [length, own, seed = 0] = value;
  return length === value.length && own === key && value.every((byte, i) => i < 3 || byte === ((seed + i * key) & 255));
}
