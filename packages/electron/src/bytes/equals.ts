import { compare } from "./compare.ts";

/** Scalar twin of `assembly/equals.ts`: 1 when the `length` bytes of `left` at `a` and of `right` at `b` are equal. */
export function equals(left: Uint8Array, a: number, right: Uint8Array, b: number, length: number): 0 | 1 {
  return compare(left, a, length, right, b, length) === 0 ? 1 : 0;
}
