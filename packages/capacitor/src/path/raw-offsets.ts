import { isPlain } from "./canonical.ts";

const PERCENT = 37;
const SLASH = 47;
const TRIPLET = 3;
const HIGH_SURROGATE = 0xd800;
const SURROGATES = 0xfc00;

/**
 * Turns offsets in the canonical spelling of a path into offsets in the path as it came. O(length), allocates nothing.
 *
 * @param raw a path that is not malformed.
 * @param offsets in ascending order, but for those below 0, which are left alone; overwritten.
 * @param count how many of them there are.
 * @param mergesSlashes whether several slashes of the path are one of its canonical spelling.
 */
export function toRawOffsets(raw: string, offsets: Int32Array, count: number, mergesSlashes: boolean): void {
  let from = 0;
  let canonical = 0;
  for (let i = 0; i < count; i++) {
    const wanted = offsets[i] as number;
    if (wanted < 0) continue;
    for (;;) {
      const code = raw.charCodeAt(from);
      const isMerged = mergesSlashes && code === SLASH && raw.charCodeAt(from - 1) === SLASH;
      if (isMerged) {
        from++;
        continue;
      }
      if (canonical === wanted) break;
      if (code === PERCENT) {
        const byte = Number.parseInt(raw.slice(from + 1, from + TRIPLET), 16);
        canonical += isPlain(byte) && byte !== SLASH ? 1 : TRIPLET;
        from += TRIPLET;
      } else {
        canonical += isPlain(code) ? 1 : TRIPLET * bytesOf(code);
        from += (code & SURROGATES) === HIGH_SURROGATE ? 2 : 1;
      }
    }
    offsets[i] = from;
  }
}

// In UTF-8; of a pair of surrogates, by its first half.
function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return (code & SURROGATES) === HIGH_SURROGATE ? 4 : 3;
}
