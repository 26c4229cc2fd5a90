/** Scalar twin of `assembly/compare.ts`: -1, 0 or 1, by the first byte that differs, else by length. */
export function compare(
  left: Uint8Array,
  a: number,
  aLength: number,
  right: Uint8Array,
  b: number,
  bLength: number,
): -1 | 0 | 1 {
  const length = Math.min(aLength, bLength);
  for (let i = 0; i < length; i++) {
    if (left[a + i] !== right[b + i]) return order(left[a + i] as number, right[b + i] as number);
  }
  return order(aLength, bLength);
}

function order(a: number, b: number): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}
