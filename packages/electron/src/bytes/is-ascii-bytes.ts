import { isAscii } from "./is-ascii.ts";
import { BLOCK_BYTES, copyIn, fasterSpace } from "./scratch-space.ts";

/** Whether all of `bytes`, which lie anywhere, are below 128. O(length); allocates at most a view per 16 KiB. */
export function isAsciiBytes(bytes: Uint8Array): boolean {
  const { length } = bytes;
  const space = fasterSpace(length);
  if (space === undefined) return isAscii(bytes, 0, length) === 1;
  let from = 0;
  while (from < length && space.isAscii(0, copyIn(space, 0, bytes, from, length)) === 1) from += BLOCK_BYTES;
  return from >= length;
}
