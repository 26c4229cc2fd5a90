import { LANES } from "./lanes";

// Bit sets as words of 32 bits: every offset and length is a multiple of 4. `out` may be `a` or `b`, and overlaps them
// in no other way. Freestanding: each touches only the bytes it was given.

/** Stores `a & b` at `out`. */
export function bitAnd(a: usize, b: usize, out: usize, bytes: usize): void {
  const end = a + bytes;
  for (; a + LANES <= end; a += LANES, b += LANES, out += LANES) {
    v128.store(out, v128.and(v128.load(a), v128.load(b)));
  }
  for (; a < end; a += 4, b += 4, out += 4) store<u32>(out, load<u32>(a) & load<u32>(b));
}

/** Stores `a | b` at `out`. */
export function bitOr(a: usize, b: usize, out: usize, bytes: usize): void {
  const end = a + bytes;
  for (; a + LANES <= end; a += LANES, b += LANES, out += LANES) {
    v128.store(out, v128.or(v128.load(a), v128.load(b)));
  }
  for (; a < end; a += 4, b += 4, out += 4) store<u32>(out, load<u32>(a) | load<u32>(b));
}

/** How many bits are set. Words of 64 bits, since they count as fast as vectors do (measured). */
export function popcount(start: usize, bytes: usize): u32 {
  const end = start + bytes;
  let count: u64 = 0;
  for (; start + 8 <= end; start += 8) count += popcnt(load<u64>(start));
  if (start < end) count += popcnt(load<u32>(start));
  return <u32>count;
}
