/** Bytes in a vector. */
export const LANES: usize = 16;

/**
 * Where a whole vector can be loaded so that it covers the `end - at` (< 16) bytes of [at, end) and no load passes
 * the end of memory: the last 16 bytes before `end`, or address 0 when there are fewer (a memory has at least
 * 64 KiB, so that load is inside it too). Lanes outside [at, end) are the caller's to discard.
 */
export function tailAddress(end: usize): usize {
  return end >= LANES ? end - LANES : 0;
}
