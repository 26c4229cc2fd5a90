import { AMP, GT, htmlSpecial, LT, QUOT } from "./html-class.ts";

const AMP_SPELLING = ascii("&amp;");
const LT_SPELLING = ascii("&lt;");
const GT_SPELLING = ascii("&gt;");
const QUOT_SPELLING = ascii("&#34;");
const APOS_SPELLING = ascii("&#39;");

/**
 * Scalar twin of `assembly/escape-html.ts`: copies [start, end) of `source` to `target` at `out` with the five
 * spelled `&amp; &lt; &gt; &#34; &#39;`. In one array the regions must not overlap. Offsets below 2^31.
 *
 * @returns the offset after the last byte written; nothing after it is touched.
 */
export function escapeHtml(source: Uint8Array, start: number, end: number, target: Uint8Array, out: number): number {
  for (let at = start; at < end; at++) {
    const byte = source[at] as number;
    if (htmlSpecial[byte] === 1) {
      const letters = spelling(byte);
      for (let i = 0; i < letters.length; i++) target[out + i] = letters[i] as number;
      out = (out + letters.length) | 0;
    } else {
      target[out] = byte;
      // `| 0` tells V8 that this stays a 32-bit integer.
      out = (out + 1) | 0;
    }
  }
  return out;
}

function spelling(special: number): Uint8Array {
  if (special === AMP) return AMP_SPELLING;
  if (special === LT) return LT_SPELLING;
  if (special === GT) return GT_SPELLING;
  return special === QUOT ? QUOT_SPELLING : APOS_SPELLING;
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
