const P1: u64 = 0x9e3779b185ebca87;
const P2: u64 = 0xc2b2ae3d27d4eb4f;
const P3: u64 = 0x165667b19e3779f9;
const P4: u64 = 0x85ebca77c2b2ae63;
const P5: u64 = 0x27d4eb2f165667c5;

const STRIPE: usize = 32;
/** Where the digest lies, after the four lanes. */
const DIGEST: usize = 32;

/**
 * XXH64 of the `before` bytes that earlier calls with the same `state` and seed have read, followed by [start, end).
 * Stores the digest at `state` + 32 and answers its low half.
 *
 * All calls but the last read a multiple of 32 bytes. Each finishes the digest of what was read up to there, which
 * costs some nanoseconds a block and saves a second kernel.
 *
 * Why two halves for the seed and a float for the count: as 64-bit integers each would be a BigInt in JavaScript.
 *
 * Freestanding: writes only the 40 bytes at `state`.
 */
export function xxh64(start: usize, end: usize, state: usize, before: f64, seedLow: u32, seedHigh: u32): u32 {
  const seed = ((<u64>seedHigh) << 32) | seedLow;
  const total = <u64>before + (max(start, end) - start);
  let at = start;
  let hash = seed + P5;
  if (total >= STRIPE) {
    let a = seed + P1 + P2;
    let b = seed + P2;
    let c = seed;
    let d = seed - P1;
    if (before != 0) {
      a = load<u64>(state);
      b = load<u64>(state, 8);
      c = load<u64>(state, 16);
      d = load<u64>(state, 24);
    }
    for (; at + STRIPE <= end; at += STRIPE) {
      a = round(a, load<u64>(at));
      b = round(b, load<u64>(at, 8));
      c = round(c, load<u64>(at, 16));
      d = round(d, load<u64>(at, 24));
    }
    store<u64>(state, a);
    store<u64>(state, b, 8);
    store<u64>(state, c, 16);
    store<u64>(state, d, 24);
    hash = rotl<u64>(a, 1) + rotl<u64>(b, 7) + rotl<u64>(c, 12) + rotl<u64>(d, 18);
    for (let lane = state; lane < state + DIGEST; lane += 8) hash = (hash ^ round(0, load<u64>(lane))) * P1 + P4;
  }
  hash += total;
  for (; at + 8 <= end; at += 8) hash = rotl<u64>(hash ^ round(0, load<u64>(at)), 27) * P1 + P4;
  if (at + 4 <= end) {
    hash = rotl<u64>(hash ^ (<u64>load<u32>(at) * P1), 23) * P2 + P3;
    at += 4;
  }
  for (; at < end; ++at) hash = rotl<u64>(hash ^ (<u64>load<u8>(at) * P5), 11) * P1;
  hash = (hash ^ (hash >> 33)) * P2;
  hash = (hash ^ (hash >> 29)) * P3;
  hash ^= hash >> 32;
  store<u64>(state, hash, DIGEST);
  return <u32>hash;
}

// @ts-ignore: decorator
@inline
export function round(lane: u64, input: u64): u64 {
  return rotl<u64>(lane + input * P2, 31) * P1;
}
