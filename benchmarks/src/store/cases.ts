import type { Case, Inputs, Random } from "../api.ts";
import { FreshText } from "../frame/fresh-text.ts";
import { integer } from "../frame/random.ts";

/** What is done with a store. */
export type Work = "hit" | "miss" | "set" | "churn" | "zipf";

export interface StoreCase extends Case {
  readonly work: Work;
  /** The most entries that the store may have. */
  readonly maxEntries: number;
  /** Milliseconds for which entries live; longer than any run. */
  readonly ttl: number | undefined;
}

export interface StoreInput {
  key: string;
  /** What the key has, or will have when it is set. */
  readonly value: number;
}

const TTL = 3_600_000;
const COUNT = 1_024;
// So many that the zipf case meets keys that were evicted.
const ZIPF_COUNT = 32_768;
const ZIPF_KEYS = 10_000;

function caseOf(work: Work, maxEntries: number, ttl?: number): StoreCase {
  const group = ttl === undefined ? "without times" : "with times";
  return { name: `${work}/${maxEntries}${ttl === undefined ? "" : " ttl"}`, group, work, maxEntries, ttl };
}

export const cases: readonly StoreCase[] = [undefined, TTL].flatMap((ttl) => [
  caseOf("hit", 1_024, ttl),
  caseOf("hit", 100_000, ttl),
  caseOf("miss", 1_024, ttl),
  caseOf("set", 1_024, ttl),
  caseOf("churn", 512, ttl),
  caseOf("zipf", 1_000, ttl),
]);

/** The key of entry `number`. */
export function keyOf(number: number): string {
  return `user:${(number * 2_654_435_761) >>> 0}:profile`;
}

/** Requests, and for each the value that it must see. */
export function inputs({ work, maxEntries }: StoreCase, random: Random): Inputs<StoreInput> {
  const count = work === "zipf" ? ZIPF_COUNT : COUNT;
  const numberOf = (i: number): number => {
    if (work === "zipf") return Math.floor(ZIPF_KEYS ** random());
    if (work === "hit") return integer(random, 0, maxEntries);
    return work === "miss" ? maxEntries + i : i;
  };
  const list = Array.from({ length: count }, (_, i): StoreInput => {
    const value = numberOf(i);
    return { key: keyOf(value), value };
  });
  const fresh = new FreshText(list.map(({ key }) => key));
  return {
    list,
    batch: COUNT,
    refresh: (from, to) => {
      for (let i = from; i < to; i++) (list[i] as StoreInput).key = fresh.text(i);
    },
    expected: (index) => (work === "miss" ? undefined : list[index]?.value),
  };
}
