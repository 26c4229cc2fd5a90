/**
 * Whether `length` bytes at `a` and at `b` are the same. Reads up to 7 bytes behind each: which is why the memory ends with
 * some that nobody needs.
 */
export function sameBytes(a: usize, b: usize, length: usize): bool {
  while (length > 8) {
    if (load<u64>(a) != load<u64>(b)) return false;
    a += 8;
    b += 8;
    length -= 8;
  }
  return length == 0 || (load<u64>(a) ^ load<u64>(b)) << ((8 - length) << 3) == 0;
}
