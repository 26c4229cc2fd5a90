// Naive oracles over lists of bytes. Import nothing from src.

export function firstIndex(bytes: Uint8Array, start: number, end: number, byte: number): number {
  for (let at = start; at < end; at++) if (bytes[at] === byte) return at;
  return -1;
}

/** The order of the words that the bytes spell in an alphabet of 256 letters. */
export function wordOrder(a: Uint8Array, b: Uint8Array): number {
  const [left, right] = [String.fromCharCode(...a), String.fromCharCode(...b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function onlyAscii(bytes: Uint8Array): boolean {
  return [...bytes].every((byte) => byte < 128);
}

export function lower(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes, (byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));
}
