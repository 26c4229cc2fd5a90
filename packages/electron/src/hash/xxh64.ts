import { lastDigest, xxh64Digest } from "./xxh64-digest.ts";

/**
 * XXH64 of `bytes`, of any length and anywhere: fast, well spread, the same on every machine. Not for secrets, and not
 * against people who make collisions on purpose.
 *
 * Copies the bytes to its kernel, 16 KiB at a time. Bytes that are in a `Space` already are hashed there without that
 * by `space.xxh64`. O(length); allocates the result. Bytes that another thread writes meanwhile give an unspecified
 * hash.
 *
 * @param seed - a bigint, taken modulo 2^64, or an integer from 0 to 2^53 - 1. @defaultValue 0
 * @returns 0n to 2n ** 64n - 1n.
 * @see https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
 * @example xxh64(new TextEncoder().encode("abc")).toString(16); // "44bc2cf5ad770999"
 */
export function xxh64(bytes: Uint8Array, seed: bigint | number = 0): bigint {
  xxh64Digest(bytes, seed);
  return lastDigest();
}
