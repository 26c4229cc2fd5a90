import type { Case } from "../api.ts";

export interface HeldCase extends Case {
  readonly entries: number;
  readonly ttl: number | undefined;
}

const TTL = 3_600_000;

export const heldCases: readonly HeldCase[] = [10_000, 100_000].flatMap((entries) =>
  [undefined, TTL].map((ttl) => ({
    name: `${entries}${ttl === undefined ? "" : " ttl"}`,
    group: `${entries} entries`,
    entries,
    ttl,
  })),
);
