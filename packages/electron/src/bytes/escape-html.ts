import { htmlSpecial, htmlSpellings } from "./html-class.ts";

// Eight entries for each of the five, at 8 * its low nibble, which no two share: the spelling, and its length at the
// end.
const table = new Uint8Array(128);
for (const [special, spelling] of Object.entries(htmlSpellings)) {
  const entry = (special.charCodeAt(0) & 15) << 3;
  for (let i = 0; i < spelling.length; i++) table[entry + i] = spelling.charCodeAt(i);
  table[entry + 7] = spelling.length;
}

/**
 * Scalar twin of `assembly/escape-html.ts`: copies [start, end) of `source` to `target` at `out` with the five
 * spelled `&amp; &lt; &gt; &#34; &#39;`. In one array the regions must not overlap. Offsets below 2^31.
 *
 * Why a table: which of the five comes next is not predictable (measured: half of the time where 10 % are special).
 *
 * @returns the offset after the last byte written; at most one byte after it is touched.
 */
export function escapeHtml(source: Uint8Array, start: number, end: number, target: Uint8Array, out: number): number {
  for (let at = start; at < end; at++) {
    const byte = source[at] as number;
    if (htmlSpecial[byte] === 0) {
      target[out] = byte;
      // `| 0` tells V8 that this stays a 32-bit integer.
      out = (out + 1) | 0;
    } else {
      const entry = (byte & 15) << 3;
      // Why no loop: it makes all of this 1.7 times as slow (measured).
      target[out] = 0x26;
      target[out + 1] = table[entry + 1] as number;
      target[out + 2] = table[entry + 2] as number;
      target[out + 3] = table[entry + 3] as number;
      // Behind the four bytes of &lt; and &gt; it is overwritten.
      target[out + 4] = 0x3b;
      out = (out + (table[entry + 7] as number)) | 0;
    }
  }
  return out;
}
