import type { Case } from "../api.ts";

export interface CacheCase extends Case {
  readonly threads: number;
  readonly work: "get" | "set" | "mixed";
}

export const KEYS = 1_024;
export const VALUE_BYTES = 64;
/** The room that every cache is given. */
export const CACHE_BYTES: number = 1 << 20;

const WORKS = ["get", "set", "mixed"] as const;

export const cases: readonly CacheCase[] = [1, 2].flatMap((threads) =>
  WORKS.map((work) => ({
    name: `${threads} thread${threads > 1 ? "s" : ""}/${work}`,
    group: `${threads}`,
    threads,
    work,
  })),
);
