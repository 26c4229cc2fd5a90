import type { Case } from "../api.ts";

/** Calls that one timed run makes: a call of a few nanoseconds would hide behind the loop's own price. */
export const CALLS = 64;

const SIZES = [16, 24, 32, 40, 48, 56, 64];

export const ALLOC = "alloc";
export const PAIR = "pair";
export const PAIR_4K = "pair of 4 KiB";

export const cases: readonly Case[] = [ALLOC, PAIR, PAIR_4K].map((name) => ({
  name,
  group: "memory",
  operations: CALLS,
}));

/** Sizes in bytes that runs ask for. */
export function sizeOf(index: number): number {
  return SIZES[index % SIZES.length] as number;
}
