// From here on a view and the engine's search take less time than the loop (measured: 104 against 134 ns at 128 bytes).
const NATIVE_FROM_BYTES = 128;

/** Scalar twin of `assembly/index-of-byte.ts`: offset of the first `byte` in [start, end) of `bytes`, or -1. */
export function indexOfByte(bytes: Uint8Array, start: number, end: number, byte: number): number {
  if (end - start >= NATIVE_FROM_BYTES) {
    const found = bytes.subarray(start, end).indexOf(byte);
    return found < 0 ? found : start + found;
  }
  for (; start < end; start++) {
    if (bytes[start] === byte) return start;
  }
  return -1;
}
