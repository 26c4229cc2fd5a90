// What a good hash does, in figures: inputs and statistics for any hash.

/** A row of keys as they come: paths, numbered names, ids, packed integers. */
export function realisticKeys(count: number): Readonly<Record<string, Uint8Array[]>> {
  const encoder = new TextEncoder();
  const make = (text: (i: number) => string): Uint8Array[] =>
    Array.from({ length: count }, (_, i) => encoder.encode(text(i)));
  return {
    paths: make((i) => `/users/${i}/posts/${(i * 7) % 100}`),
    names: make((i) => `item${i}`),
    hexadecimal: make((i) => (i * 2654435761).toString(16).padStart(16, "0")),
    sessions: make((i) => `session:${String(i).padStart(12, "0")}`),
    integers: Array.from({ length: count }, (_, i) => new Uint8Array(new Uint32Array([i]).buffer)),
    multiples: Array.from({ length: count }, (_, i) => new Uint8Array(new Uint32Array([0, i << 12]).buffer)),
  };
}

/** Chi-square of how `hashes` fall into buckets, as standard deviations from what chance gives. */
export function bucketDeviation(buckets: readonly number[], bucketCount: number): number {
  const counts = Array.from({ length: bucketCount }, () => 0);
  for (const bucket of buckets) counts[bucket] = (counts[bucket] ?? 0) + 1;
  const expected = buckets.length / bucketCount;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const freedom = bucketCount - 1;
  return (chiSquare - freedom) / Math.sqrt(2 * freedom);
}

/**
 * Flips each bit of `samples` random inputs of `length` bytes, and counts for each pair (input bit, output bit) how
 * often the output bit changed. Answers the worst deviation from one half, in standard deviations of the binomial.
 */
export function worstAvalanche(
  length: number,
  samples: number,
  outputBits: number,
  hash: (bytes: Uint8Array) => bigint,
): number {
  let state = 99;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  };
  const flips = new Float64Array(8 * length * outputBits);
  for (let sample = 0; sample < samples; sample++) {
    const bytes = Uint8Array.from({ length }, random);
    const before = hash(bytes);
    for (let bit = 0; bit < 8 * length; bit++) {
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      let changed = before ^ hash(bytes);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      for (let out = bit * outputBits; changed > 0n; out++, changed >>= 1n) {
        if ((changed & 1n) === 1n) flips[out] = (flips[out] ?? 0) + 1;
      }
    }
  }
  const worst = flips.reduce((most, count) => Math.max(most, Math.abs(count - samples / 2)), 0);
  return worst / (Math.sqrt(samples) / 2);
}
