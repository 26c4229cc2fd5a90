const spellings: Readonly<Record<number, string>> = {
  0: "\uFFFD",
  13: "&#13;",
  34: "&#34;",
  38: "&amp;",
  39: "&#39;",
  60: "&lt;",
  62: "&gt;",
};

// By byte, what is written for it; by byte, whether that is the byte itself.
const bytesOf: readonly (Uint8Array | undefined)[] = Array.from({ length: 128 }, (_, byte) =>
  spellings[byte] === undefined ? undefined : new TextEncoder().encode(spellings[byte]),
);

/**
 * Copies the bytes [from, to) to `at` with the five specials of HTML spelled `&amp; &lt; &gt; &#34; &#39;`, CR as `&#13;`, which parsers
 * would make LF, and NUL as U+FFFD, which is no character of HTML. Answers the offset after the last byte written. O(bytes).
 */
export function escapeText(u8: Uint8Array, from: number, to: number, at: number): number {
  let out = at;
  for (let i = from; i < to; i++) {
    const byte = u8[i]!;
    const spelled = bytesOf[byte];
    if (spelled === undefined) {
      u8[out++] = byte;
    } else {
      u8.set(spelled, out);
      out += spelled.length;
    }
  }
  return out;
}
