// The steps of MurmurHash3 (x86, 32 bits).

const C1 = 0xcc9e2d51;
const C2 = 0x1b873593;

/** `hash` after four more bytes. */
export function absorbWord(hash: number, word: number): number {
  const mixed = hash ^ scrambleWord(word);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

/** What the last one to three bytes change in the hash. */
export function scrambleWord(word: number): number {
  const mixed = Math.imul(word, C1);
  return Math.imul((mixed << 15) | (mixed >>> 17), C2);
}

/** Spreads the hash of `length` bytes over 32 bits; signed. */
export function finishHash(hash: number, length: number): number {
  const mixed = hash ^ length;
  const once = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
