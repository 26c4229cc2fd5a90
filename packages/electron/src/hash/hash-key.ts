import { absorbWord, finishHash, scrambleWord } from "./murmur3.ts";

/**
 * A hash of the bytes [start, end) for tables in memory: MurmurHash3 (x86, 32 bits, seed 0). For keys of up to some 48
 * bytes it is faster than `xxh64Lo`, which has to copy them to its kernel first.
 *
 * The same in every thread, process and machine. Whoever knows it can make keys that collide: a table that strangers
 * fill has to bound its probes.
 *
 * @returns an integer from 0 to 2^32 - 1. O(end - start), makes no object.
 * @see https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp
 */
export function hashKey(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  let at = start;
  // Single bytes and not a DataView: the key may lie at any address of any array, and making a view costs more.
  for (; at + 4 <= end; at += 4) {
    const half = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
    hash = absorbWord(hash, half | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24));
  }
  let tail = 0;
  for (let last = end - 1; last >= at; last--) tail = (tail << 8) | (bytes[last] as number);
  return finishHash(hash ^ scrambleWord(tail), end - start) >>> 0;
}
