import { mapBlocks } from "./map-blocks.ts";

/**
 * A copy of `source` with `& < > " '` spelled `&amp; &lt; &gt; &#34; &#39;`. For UTF-8 and every other encoding that
 * extends ASCII. Bytes that are in a `Space` already are escaped there without the copies. O(length).
 *
 * @returns a new array that the caller owns, exactly as long as the result.
 */
export function escapeHtmlBytes(source: Uint8Array): Uint8Array<ArrayBuffer> {
  return mapBlocks(source, "escapeHtml");
}
