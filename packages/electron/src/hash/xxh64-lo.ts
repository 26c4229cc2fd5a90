import { xxh64Digest } from "./xxh64-digest.ts";

/**
 * The low 32 bits of `xxh64(bytes, seed)`, without a bigint. O(length); up to 16 KiB it makes no object.
 *
 * For buckets, sampling and ETags of small things; 2^16 inputs have a collision with odds of 0.4.
 *
 * @param seed - a bigint, taken modulo 2^64, or an integer from 0 to 2^53 - 1. @defaultValue 0
 * @returns an integer from 0 to 2^32 - 1.
 */
export function xxh64Lo(bytes: Uint8Array, seed: bigint | number = 0): number {
  return xxh64Digest(bytes, seed) >>> 0;
}
