import { scanHtml } from "./scan-html.ts";
import { BLOCK_BYTES, copyIn, fasterSpace } from "./scratch-space.ts";

/**
 * Index of the first of `& < > " '` in [start, end) of `bytes`, or -1. For bytes that lie anywhere: what is long is
 * copied block by block to where the kernel runs. Bytes that are in a `Space` already are scanned there without that.
 * O(end - start); allocates at most a view per 16 KiB.
 *
 * @param start - @defaultValue 0; what is below counts as 0
 * @param end - @defaultValue `bytes.length`; what is above counts as that
 */
export function scanHtmlBytes(bytes: Uint8Array, start: number = 0, end: number = bytes.length): number {
  start = Math.max(start, 0);
  end = Math.min(end, bytes.length);
  const space = fasterSpace(end - start);
  if (space === undefined) return scanHtml(bytes, start, end);
  for (; start < end; start += BLOCK_BYTES) {
    const found = space.scanHtml(0, copyIn(space, 0, bytes, start, end));
    if (found >= 0) return start + found;
  }
  return -1;
}
