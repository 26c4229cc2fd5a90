import { indexOfByte } from "./index-of-byte.ts";
import { BLOCK_BYTES, copyIn, fasterSpace } from "./scratch-space.ts";

/**
 * Index of the first `byte` in [start, end) of `bytes`, or -1. For bytes that lie anywhere: what is long is copied
 * block by block to where the kernel runs. O(end - start); allocates at most a view per 16 KiB.
 *
 * @param byte - an integer from 0 to 255
 * @param start - @defaultValue 0; what is below counts as 0
 * @param end - @defaultValue `bytes.length`; what is above counts as that
 */
export function findByte(bytes: Uint8Array, byte: number, start: number = 0, end: number = bytes.length): number {
  start = Math.max(start, 0);
  end = Math.min(end, bytes.length);
  const space = fasterSpace(end - start);
  if (space === undefined) return indexOfByte(bytes, start, end, byte);
  // Why this loop is here again and not shared: a kernel called by its name costs 20 ns more (measured).
  for (; start < end; start += BLOCK_BYTES) {
    const found = space.indexOfByte(0, copyIn(space, 0, bytes, start, end), byte);
    if (found >= 0) return start + found;
  }
  return -1;
}
