import { compare } from "./compare";
import { LANES } from "./lanes";

/**
 * Whether the `length` bytes at `a` and at `b` are the same.
 *
 * Freestanding: loads nothing past the memory, writes nothing, keeps no state.
 */
export function equals(a: usize, b: usize, length: usize): bool {
  if (length < LANES) return compare(a, length, b, length) == 0;
  // The last vector may overlap the one before.
  const last = length - LANES;
  for (let at: usize = 0; at < last; at += LANES) {
    if (different(a + at, b + at)) return false;
  }
  return !different(a + last, b + last);
}

// @ts-ignore: decorator
@inline
export function different(a: usize, b: usize): bool {
  return v128.any_true(v128.xor(v128.load(a), v128.load(b)));
}
