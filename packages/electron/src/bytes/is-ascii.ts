/** Scalar twin of `assembly/is-ascii.ts`: 1 when all of [start, end) of `bytes` is below 128, else 0. */
export function isAscii(bytes: Uint8Array, start: number, end: number): 0 | 1 {
  for (let at = start; at < end; at++) {
    if ((bytes[at] as number) > 127) return 0;
  }
  return 1;
}
