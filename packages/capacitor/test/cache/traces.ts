import { createRandom } from "./random.ts";

const DISTINCT = 10_000;
const LENGTH = 60_000;

/** What a cache is asked for: keys by number. */
export const traces: Readonly<Record<string, () => Iterable<number>>> = {
  /** By Zipf's law with exponent 1, as pages of a site are. */
  zipf: function* () {
    const random = createRandom(1);
    for (let i = 0; i < LENGTH; i++) yield Math.floor(DISTINCT ** random());
  },
  /** The same, and every now and then somebody reads 2,000 keys once: a crawler, a report. */
  scans: function* () {
    const random = createRandom(2);
    let next = DISTINCT;
    for (let i = 0; i < LENGTH; i++) {
      if (i % 5_000 === 4_999) for (let j = 0; j < 2_000; j++) yield next++;
      yield Math.floor(DISTINCT ** random());
    }
  },
  /** Over and over through a few more keys than there is room for. */
  loop: function* () {
    for (let i = 0; i < LENGTH; i++) yield i % 1_200;
  },
  /** What is asked for moves on: a working set that is never asked for again. */
  drift: function* () {
    const random = createRandom(3);
    for (let i = 0; i < LENGTH; i++) yield Math.floor(i / 20) + Math.floor(DISTINCT ** random());
  },
};

/** Asks as a cache is asked, and says which part was there. */
export function hitRate(trace: Iterable<number>, has: (key: string) => boolean, put: (key: string) => void): number {
  let [hits, asked] = [0, 0];
  for (const number of trace) {
    asked++;
    const key = `${number}`;
    if (has(key)) hits++;
    else put(key);
  }
  return hits / asked;
}
