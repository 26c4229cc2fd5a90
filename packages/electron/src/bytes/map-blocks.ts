import { BLOCK_BYTES, BLOCK_OUTPUT, copyIn, scratchSpace } from "./scratch-space.ts";

/** What this kernel makes of `source`, block by block in the scratch space: a new array of just that length. */
export function mapBlocks(
  source: Uint8Array,
  kernel: "escapeHtml" | "escapeScriptJson" | "lowerAscii",
): Uint8Array<ArrayBuffer> {
  const space = scratchSpace();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let from = 0; from < source.length;) {
    let end = from + BLOCK_BYTES;
    // A line separator in UTF-8 (E2 80 A8) is not cut in two.
    if (end < source.length) end -= source[end - 1] === 0xe2 ? 1 : source[end - 2] === 0xe2 ? 2 : 0;
    const count = copyIn(space, 0, source, from, Math.min(end, source.length));
    const part = space.u8.slice(BLOCK_OUTPUT, space[kernel](0, count, BLOCK_OUTPUT));
    parts.push(part);
    length += part.length;
    from += count;
  }
  return parts[0]?.length === length ? parts[0] : concatenate(parts, length);
}

function concatenate(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
