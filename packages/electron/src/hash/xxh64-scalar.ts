// Scalar twin of `assembly/xxh64.ts`, in integers of 32 bits: a BigInt would be allocated at every step.
//
// A 64-bit number is a low and a high half. A function cannot answer both without allocating, so what is computed is
// left in `low` and `high`: the hash, or between two steps the lane.

// Constants as pairs [low, high]; names are indices.
const P1 = 0;
const P3 = 2;
const P4 = 4;
const P5 = 6;
/** What the seed is added to for the four lanes: P1 + P2, P2, 0, -P1. */
const LANES = 8;
const P2 = 10;
const ONE = 16;
/** Not pairs: by how much each lane is rotated in the end. */
const ROTATIONS = 18;
const K: Int32Array = new Int32Array([
  0x85ebca87, 0x9e3779b1, 0x9e3779f9, 0x165667b1, 0xc2b2ae63, 0x85ebca77, 0x165667c5, 0x27d4eb2f, 0xadc0b5d6,
  0x60ea27ee, 0x27d4eb4f, 0xc2b2ae3d, 0, 0, 0x7a143579, 0x61c8864e, 1, 0, 1, 7, 12, 18,
]);

/** Bytes that the four lanes take in one round, and bytes of the lanes themselves. */
const STRIPE = 32;

let low = 0;
let high = 0;

/**
 * XXH64 of the `before` bytes that earlier calls with the same `state` and seed have read, followed by [start, end) of
 * `bytes`. Stores the digest at `state` + 32. Allocates nothing.
 *
 * @returns the low half of the digest, signed.
 * @see https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
 */
export function xxh64Scalar(
  bytes: Uint8Array,
  start: number,
  end: number,
  state: number,
  before: number,
  seedLow: number,
  seedHigh: number,
): number {
  const total = before + Math.max(0, end - start);
  let at = start;
  if (total < STRIPE) {
    add(seedLow, seedHigh, K[P5] as number, K[P5 + 1] as number);
  } else {
    let sumLow = 0;
    let sumHigh = 0;
    at = end - ((end - start) & (STRIPE - 1));
    for (let i = 0; i < 8; i += 2) {
      const lane = state + 4 * i;
      if (before === 0) add(seedLow, seedHigh, K[LANES + i] as number, K[LANES + i + 1] as number);
      else setTo(load(bytes, lane), load(bytes, lane + 4));
      rounds(bytes, start + 4 * i, at, low, high);
      store(bytes, lane);
      mix(0, 0, K[ROTATIONS + i / 2] as number, ONE, sumLow, sumHigh);
      sumLow = low;
      sumHigh = high;
    }
    for (let lane = state; lane < state + STRIPE; lane += 8) absorb(bytes, lane, 0);
  }
  add(low, high, total | 0, (total / 2 ** 32) | 0);
  for (; at + 8 <= end; at += 8) absorb(bytes, at, 27);
  if (at + 4 <= end) {
    const word = load(bytes, at);
    mix(Math.imul(word, K[P1] as number), timesHigh(word, 0, P1), 23, P2, K[P3] as number, K[P3 + 1] as number);
    at += 4;
  }
  for (; at < end; at++) {
    const byte = bytes[at] as number;
    mix(Math.imul(byte, K[P5] as number), timesHigh(byte, 0, P5), 11, P1, 0, 0);
  }
  mix(high >>> 1, 0, 0, P2, 0, 0);
  mix((low >>> 29) | (high << 3), high >>> 29, 0, P3, 0, 0);
  low ^= high;
  store(bytes, state + STRIPE);
  return low;
}

/** One lane over all stripes: for each, lane = rotl(lane + input * P2, 31) * P1. In locals, where it is fastest. */
function rounds(bytes: Uint8Array, at: number, end: number, laneLow: number, laneHigh: number): void {
  for (; at < end; at += STRIPE) {
    const word = load(bytes, at);
    const part = Math.imul(word, K[P2] as number);
    const sum = (laneLow + part) | 0;
    const sumHigh = (laneHigh + timesHigh(word, load(bytes, at + 4), P2) + carry(sum, part)) | 0;
    const turned = (sum << 31) | (sumHigh >>> 1);
    laneHigh = timesHigh(turned, (sumHigh << 31) | (sum >>> 1), P1);
    laneLow = Math.imul(turned, K[P1] as number);
  }
  setTo(laneLow, laneHigh);
}

/** hash = rotl(hash ^ round(0, the 8 bytes at `at`), turn) * P1 + P4. */
function absorb(bytes: Uint8Array, at: number, turn: number): void {
  const hashLow = low;
  const hashHigh = high;
  rounds(bytes, at, at + 1, 0, 0);
  mix(hashLow, hashHigh, turn, P1, K[P4] as number, K[P4 + 1] as number);
}

/** hash = rotl(hash ^ (xLow, xHigh), turn) * K[k] + (plusLow, plusHigh), for turns below 32. */
function mix(xLow: number, xHigh: number, turn: number, k: number, plusLow: number, plusHigh: number): void {
  xLow ^= low;
  xHigh ^= high;
  // Two shifts: a shift by 32 is one by 0 in JavaScript.
  const turned = (xLow << turn) | ((xHigh >>> 1) >>> (31 - turn));
  const turnedHigh = timesHigh(turned, (xHigh << turn) | ((xLow >>> 1) >>> (31 - turn)), k);
  add(Math.imul(turned, K[k] as number), turnedHigh, plusLow, plusHigh);
}

function setTo(newLow: number, newHigh: number): void {
  low = newLow;
  high = newHigh;
}

function add(aLow: number, aHigh: number, bLow: number, bHigh: number): void {
  low = (aLow + bLow) | 0;
  high = (aHigh + bHigh + carry(low, bLow)) | 0;
}

function carry(sum: number, part: number): number {
  return sum >>> 0 < part >>> 0 ? 1 : 0;
}

/** The high half of (xLow, xHigh) * K[k]; the low half is `Math.imul(xLow, K[k])`. Products of 16 by 16 bits. */
function timesHigh(xLow: number, xHigh: number, k: number): number {
  const kLow = K[k] as number;
  const a = xLow & 0xffff;
  const b = xLow >>> 16;
  const c = kLow & 0xffff;
  const d = kLow >>> 16;
  // Neither sum passes 2^32.
  const middle = (Math.imul(b, c) + (Math.imul(a, c) >>> 16)) | 0;
  const other = (Math.imul(a, d) + (middle & 0xffff)) | 0;
  const carried = Math.imul(b, d) + (middle >>> 16) + (other >>> 16);
  return (carried + Math.imul(xLow, K[k + 1] as number) + Math.imul(xHigh, kLow)) | 0;
}

function load(bytes: Uint8Array, at: number): number {
  const half = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
  return half | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24);
}

function store(bytes: Uint8Array, at: number): void {
  for (let i = 0; i < 4; i++) {
    bytes[at + i] = low >>> (8 * i);
    bytes[at + i + 4] = high >>> (8 * i);
  }
}
