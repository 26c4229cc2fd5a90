import { mapBlocks } from "./map-blocks.ts";

/**
 * A copy of `source` with A to Z in lower case, and nothing else changed. For UTF-8 and every other encoding that
 * extends ASCII, as header names and host names are. O(length).
 *
 * @returns a new array that the caller owns.
 */
export function lowerAsciiBytes(source: Uint8Array): Uint8Array<ArrayBuffer> {
  return mapBlocks(source, "lowerAscii");
}
