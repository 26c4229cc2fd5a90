import { mapBlocks } from "./map-blocks.ts";

/**
 * A copy of JSON in UTF-8 that can stand inside of `<script>`: `<`, `>`, `&`, U+2028 and U+2029, which JSON holds in
 * strings only, are spelled `\u003c`, `\u003e`, `\u0026`, `\u2028` and `\u2029`. The same JSON value. O(length).
 *
 * @returns a new array that the caller owns, exactly as long as the result.
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function escapeScriptJsonBytes(source: Uint8Array): Uint8Array<ArrayBuffer> {
  return mapBlocks(source, "escapeScriptJson");
}
