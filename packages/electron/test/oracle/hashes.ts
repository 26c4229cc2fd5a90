// XXH64 and MurmurHash3 x86 32, word for word from their specifications, in bigints.

const MASK64 = 2n ** 64n - 1n;
const [P1, P2, P3, P4, P5] = [
  11400714785074694791n,
  14029467366897019727n,
  1609587929392839161n,
  9650029242287828579n,
  2870177450012600261n,
] as const;

const rotate64 = (x: bigint, by: bigint): bigint => ((x << by) | (x >> (64n - by))) & MASK64;

function little(bytes: Uint8Array, at: number, count: number): bigint {
  let value = 0n;
  for (let i = count - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[at + i] ?? 0);
  return value;
}

function round(accumulator: bigint, lane: bigint): bigint {
  return (rotate64((accumulator + lane * P2) & MASK64, 31n) * P1) & MASK64;
}

/** `before`: how many bytes were read before, which left the lanes all zero (for inputs too long to make). */
export function naiveXxh64(bytes: Uint8Array, seed: bigint, before: bigint = 0n): bigint {
  let at = 0;
  let hash = seed + P5;
  if (bytes.length >= 32) {
    let lanes = [seed + P1 + P2, seed + P2, seed, seed - P1].map((lane) => lane & MASK64);
    if (before > 0n) lanes = [0n, 0n, 0n, 0n];
    for (; at + 32 <= bytes.length; at += 32) {
      const stripe = at;
      lanes = lanes.map((lane, i) => round(lane, little(bytes, stripe + 8 * i, 8)));
    }
    const turns = [1n, 7n, 12n, 18n];
    hash = lanes.reduce((sum, lane, i) => sum + rotate64(lane, turns[i] as bigint), 0n);
    for (const lane of lanes) hash = ((hash ^ round(0n, lane)) * P1 + P4) & MASK64;
  }
  hash = (hash + before + BigInt(bytes.length)) & MASK64;
  for (; at + 8 <= bytes.length; at += 8) {
    hash = (rotate64(hash ^ round(0n, little(bytes, at, 8)), 27n) * P1 + P4) & MASK64;
  }
  if (at + 4 <= bytes.length) {
    hash = (rotate64(hash ^ ((little(bytes, at, 4) * P1) & MASK64), 23n) * P2 + P3) & MASK64;
    at += 4;
  }
  for (; at < bytes.length; at++) hash = (rotate64(hash ^ ((little(bytes, at, 1) * P5) & MASK64), 11n) * P1) & MASK64;
  hash = ((hash ^ (hash >> 33n)) * P2) & MASK64;
  hash = ((hash ^ (hash >> 29n)) * P3) & MASK64;
  return hash ^ (hash >> 32n);
}

const MASK32 = 2n ** 32n - 1n;
const rotate32 = (x: bigint, by: bigint): bigint => ((x << by) | (x >> (32n - by))) & MASK32;

export function naiveMurmur3(bytes: Uint8Array): number {
  const scramble = (k: bigint): bigint => (rotate32((k * 0xcc9e2d51n) & MASK32, 15n) * 0x1b873593n) & MASK32;
  let hash = 0n;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    hash = (rotate32(hash ^ scramble(little(bytes, at, 4)), 13n) * 5n + 0xe6546b64n) & MASK32;
  }
  hash ^= scramble(little(bytes, at, bytes.length - at)) ^ BigInt(bytes.length);
  hash = ((hash ^ (hash >> 16n)) * 0x85ebca6bn) & MASK32;
  hash = ((hash ^ (hash >> 13n)) * 0xc2b2ae35n) & MASK32;
  return Number(hash ^ (hash >> 16n));
}
