import { BLOCK_BYTES, copyIn, scratchSpace } from "../bytes/scratch-space.ts";
import type { Space } from "../wasm/space.ts";

/** Where the kernel keeps its lanes in the scratch space, after a block. */
const STATE: number = BLOCK_BYTES;

let space: Space | undefined;
let digest: BigUint64Array;

/**
 * Hashes `bytes` block by block in the scratch space: small inputs cost one copy and one call, and long ones need no
 * more memory than a block.
 *
 * @returns the low half of the digest, signed.
 */
export function xxh64Digest(bytes: Uint8Array, seed: bigint | number): number {
  if (space !== scratchSpace()) {
    space = scratchSpace();
    digest = new BigUint64Array(space.buffer, STATE + 32, 1);
  }
  let seedLow = 0;
  let seedHigh = 0;
  if (seed !== 0) {
    const wide = BigInt.asUintN(64, BigInt(seed));
    seedLow = Number(wide & 0xffff_ffffn);
    seedHigh = Number(wide >> 32n);
  }
  let low = 0;
  let from = 0;
  do {
    const length = copyIn(space, 0, bytes, from, bytes.length);
    low = space.xxh64(0, length, STATE, from, seedLow, seedHigh);
    from += length;
  } while (from < bytes.length);
  return low;
}

/** The whole digest that the last `xxh64Digest` left. */
export function lastDigest(): bigint {
  return digest[0] as bigint;
}
