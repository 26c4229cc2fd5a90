import { ESCAPE_SCRIPT_GROWTH, ESCAPE_SLACK } from "../api.ts";
import { kernelExecutor } from "../wasm/kernel-executor.ts";
import { createSpace, type Space } from "../wasm/space.ts";

/** Bytes that the byte-array forms copy into the scratch space at a time. */
export const BLOCK_BYTES = 16384;

/** Where the result of a block goes, or a second block. */
export const BLOCK_OUTPUT: number = BLOCK_BYTES;

// From here on a copy and a kernel take less time than the scalar loop (measured: 25 against 38 ns at 32 bytes, 24
// against 20 at 16).
const COPY_FROM_BYTES = 32;

let scratch: Space | undefined;

/** One small space for bytes that lie elsewhere. Used within one synchronous call only, so nobody else sees it. */
export function scratchSpace(): Space {
  if (scratch?.executor !== kernelExecutor()) {
    scratch = createSpace({ bytes: BLOCK_OUTPUT + ESCAPE_SCRIPT_GROWTH * BLOCK_BYTES + ESCAPE_SLACK });
  }
  return scratch;
}

/** The scratch space where copying `length` bytes into it pays; else `undefined`: for few bytes, and without wasm. */
export function fasterSpace(length: number): Space | undefined {
  return length < COPY_FROM_BYTES || kernelExecutor() === "scalar" ? undefined : scratchSpace();
}

/** Copies [from, end) of `bytes` to `at` in `space`, or as much of it as a block takes: answers how many bytes. */
export function copyIn(space: Space, at: number, bytes: Uint8Array, from: number, end: number): number {
  const length = Math.min(end - from, BLOCK_BYTES);
  // Why whole arrays apart: a view costs more than the copy of a short one (measured: 51 against 25 ns at 32 bytes).
  space.u8.set(length === bytes.length ? bytes : bytes.subarray(from, from + length), at);
  return length;
}
