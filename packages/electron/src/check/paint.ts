/** Bytes of a canary. Checked mode puts one behind an allocation where it has the room. */
export const CANARY_BYTES = 8;

const CANARY = 0xc5;
const POISON = 0xdd;
const POISON_WORD = 0xdddd_dddd | 0;

/** Writes a canary at `at`. */
export function writeCanary(bytes: Uint8Array, at: number): void {
  bytes.fill(CANARY, at, at + CANARY_BYTES);
}

/** True while nobody has written over the canary at `at`. */
export function checkCanary(bytes: Uint8Array, at: number): boolean {
  for (let i = at; i < at + CANARY_BYTES; i++) if (bytes[i] !== CANARY) return false;
  return true;
}

/** Fills [from, to), which was released, with a pattern that nobody writes by chance. */
export function writePoison(bytes: Uint8Array, from: number, to: number): void {
  bytes.fill(POISON, from, to);
}

/** The first byte of [from, to) that was written since it was poisoned, or -1. */
export function checkPoison(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes.byteOffset + at) % 4 !== 0 && bytes[at] === POISON) at++;
  // Why by words: what was freed is looked at on every reset, and may be megabytes.
  if ((bytes.byteOffset + at) % 4 === 0 && to - at >= 4) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, (to - at) >> 2);
    let i = 0;
    while (i < words.length && words[i] === POISON_WORD) i++;
    at += 4 * i;
  }
  while (at < to && bytes[at] === POISON) at++;
  return at < to ? at : -1;
}
