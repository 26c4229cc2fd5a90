import { scanHtml } from "./scan-html.ts";
import { BLOCK_BYTES, scratchSpace } from "./scratch-space.ts";

// Below it the copy into the scratch space costs more than the scalar loop (measured).
const COPY_FROM_BYTES = 64;

/**
 * Index of the first of `& < > " '` in [start, end) of `bytes`, or -1. For bytes that lie anywhere: what is long is
 * copied block by block to where the kernel runs. Bytes that are in a `Space` already are scanned there without that.
 *
 * @param start - @defaultValue 0
 * @param end - @defaultValue `bytes.length`
 */
export function scanHtmlBytes(bytes: Uint8Array, start: number = 0, end: number = bytes.length): number {
  if (end - start < COPY_FROM_BYTES) return scanHtml(bytes, start, end);
  const space = scratchSpace();
  for (let from = start; from < end; from += BLOCK_BYTES) {
    const length = Math.min(BLOCK_BYTES, end - from);
    space.u8.set(bytes.subarray(from, from + length));
    const found = space.scanHtml(0, length);
    if (found !== -1) return from + found;
  }
  return -1;
}
