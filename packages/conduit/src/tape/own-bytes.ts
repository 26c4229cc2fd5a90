/** Bytes [start, end) of `u8`, copied to memory of their own. */
export function ownBytes(u8: Uint8Array, start: number, end: number): Uint8Array {
  return u8.slice(start, end);
}
