import { BLOCK_BYTES, BLOCK_OUTPUT, scratchSpace } from "./scratch-space.ts";

/**
 * A copy of `source` with `& < > " '` spelled `&amp; &lt; &gt; &#34; &#39;`. For UTF-8 and every other encoding that
 * extends ASCII. Bytes that are in a `Space` already are escaped there without the copies.
 *
 * @returns a new array that the caller owns, exactly as long as the result.
 */
export function escapeHtmlBytes(source: Uint8Array): Uint8Array<ArrayBuffer> {
  const space = scratchSpace();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < source.length; from += BLOCK_BYTES) {
    const block = source.subarray(from, from + BLOCK_BYTES);
    space.u8.set(block);
    parts.push(space.u8.slice(BLOCK_OUTPUT, space.escapeHtml(0, block.length, BLOCK_OUTPUT)));
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : concatenate(parts);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
