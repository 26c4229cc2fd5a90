import { compareBytes } from "./compare-bytes.ts";

/** Whether `a` and `b`, which lie anywhere, hold the same bytes. Not in constant time. O(length), or O(1) by length. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && compareBytes(a, b) === 0;
}
