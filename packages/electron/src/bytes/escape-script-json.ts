/**
 * Scalar twin of `assembly/escape-script-json.ts`: copies JSON in UTF-8 from [start, end) of `source` to `target` at
 * `out` with `<`, `>`, `&`, U+2028 and U+2029 spelled `\u003c` and so on. In one array the regions must not overlap.
 *
 * @returns the offset after the last byte written; nothing after it is touched.
 */
export function escapeScriptJson(
  source: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  out: number,
): number {
  for (let at = start; at < end; at++) {
    const byte = source[at] as number;
    let letter = 0;
    if (byte === 0x26 || byte === 0x3c || byte === 0x3e) {
      letter = byte;
    } else if (
      byte === 0xe2 &&
      at + 2 < end &&
      source[at + 1] === 0x80 &&
      ((source[at + 2] as number) & 0xfe) === 0xa8
    ) {
      at += 2;
      letter = 0x2028 | ((source[at] as number) & 1);
    }
    if (letter === 0) {
      target[out++] = byte;
    } else {
      target[out++] = 0x5c;
      target[out++] = 0x75;
      for (let shift = 12; shift >= 0; shift -= 4) {
        const digit = (letter >> shift) & 15;
        target[out++] = digit + (digit < 10 ? 0x30 : 0x57);
      }
    }
  }
  return out;
}
