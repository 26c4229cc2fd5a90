import type { Random } from "../api.ts";

/** xorshift32: repeatable, good enough to shuffle and to spell names. A seed of 0 is taken as 1. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

/** An integer in [from, to). */
export function integer(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from));
}

/** A member of the list; throws on an empty one. */
export function pick<T>(random: Random, list: readonly T[]): T {
  const chosen = list[integer(random, 0, list.length)];
  if (chosen === undefined) throw new Error("pick needs a list with members");
  return chosen;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** `length` lower-case letters. */
export function word(random: Random, length: number): string {
  let text = "";
  for (let i = 0; i < length; i++) text += LETTERS[integer(random, 0, LETTERS.length)] ?? "";
  return text;
}
