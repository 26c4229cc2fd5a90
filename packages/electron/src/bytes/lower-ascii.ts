/**
 * Scalar twin of `assembly/lower-ascii.ts`: copies [start, end) of `source` to `target` at `out`, A to Z in lower case.
 *
 * @returns the offset after the last byte written.
 */
export function lowerAscii(source: Uint8Array, start: number, end: number, target: Uint8Array, out: number): number {
  for (let at = start; at < end; at++, out++) {
    const byte = source[at] as number;
    target[out] = byte > 0x40 && byte < 0x5b ? byte + 0x20 : byte;
  }
  return out;
}
