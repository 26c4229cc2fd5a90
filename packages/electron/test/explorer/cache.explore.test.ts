import { test } from "vitest";
import { EXPLORING, FULL, printCounts } from "./attached.ts";
import {
  every,
  exploration,
  get,
  type Handle,
  increment,
  NO_EVICTION,
  NO_HEIR,
  remove,
  set,
  SMALL_PAGES,
  takeOver,
} from "./cache-exploration.ts";
import { type Exploration, prove } from "./explore.ts";
import type { Mutation } from "./load.ts";
import { anyOf, sequence } from "./thread.ts";

const all = every();
const both = [...every("a"), ...every("b")];
const counting = [increment(), get(), remove()];

// What is walked: the code, what each thread does, and how many buckets there are.
type Case = readonly [
  what: string,
  code: readonly Mutation[],
  programs: Exploration<Handle, unknown>["programs"],
  buckets?: number,
];

const short: readonly Case[] = [
  ["every operation, all accesses", SMALL_PAGES, [anyOf(1, ...all), anyOf(1, ...all)]],
  ["every two operations against one", NO_HEIR, [anyOf(2, ...all), anyOf(1, ...all)]],
  ["three threads", NO_HEIR, [anyOf(1, increment()), anyOf(1, increment(), remove()), anyOf(1, get())]],
  ["two buckets", NO_HEIR, [anyOf(1, ...both), anyOf(1, ...both)], 2],
];
const long: readonly Case[] = [
  ...short,
  ["every two operations, all accesses", SMALL_PAGES, [anyOf(2, ...all), anyOf(1, ...all)]],
  ["every two operations", NO_HEIR, [anyOf(2, ...all), anyOf(2, ...all)]],
  ["four increments each", NO_HEIR, [anyOf(4, increment()), anyOf(4, increment())]],
  ["four operations each", NO_HEIR, [sequence(set(), increment(), get(), remove()), sequence(...counting, set())]],
  ["four operations against one", NO_HEIR, [anyOf(4, ...counting), anyOf(1, ...counting)]],
  [
    "two increments against two threads",
    NO_HEIR,
    [anyOf(2, increment()), anyOf(1, increment()), anyOf(1, get(), increment())],
  ],
  ["every operation of three threads", NO_HEIR, [anyOf(1, ...all), anyOf(1, ...all), anyOf(1, ...all)]],
  ["two keys in one bucket", NO_HEIR, [anyOf(2, ...both), anyOf(1, ...both)]],
];

for (const [what, code, programs, buckets = 1] of FULL ? long : short) {
  test(`SharedCache is a map: ${what}`, { timeout: EXPLORING }, () => {
    printCounts(`SharedCache, ${what}`, prove(exploration(code, programs, { buckets })));
  });
}

// The first thread may die at each of its steps; the third takes its handle over, the second goes on all the time.
const deaths: readonly Case[] = [
  ["increments", NO_EVICTION, [anyOf(1, increment()), anyOf(1, increment()), sequence(takeOver(increment()))]],
];
const manyDeaths: readonly Case[] = [
  ...deaths,
  ["every operation", NO_EVICTION, [anyOf(1, ...all), anyOf(1, ...all), anyOf(1, ...all.map(takeOver))]],
  ["two increments", NO_EVICTION, [anyOf(2, increment()), anyOf(2, increment()), sequence(takeOver(increment()))]],
];

for (const [what, code, programs] of FULL ? manyDeaths : deaths) {
  test(`SharedCache, and of who died another takes over: ${what}`, { timeout: EXPLORING }, () => {
    printCounts(`SharedCache with a death, ${what}`, prove(exploration(code, programs, { heirs: { 2: 0 } })));
  });
}

// A death without an heir: nobody waits for the dead one.
test("SharedCache, and who dies blocks nobody", { timeout: EXPLORING }, () => {
  const programs = [anyOf(1, ...all), anyOf(1, ...all)];
  const report = prove({ ...exploration(NO_HEIR, programs), crashes: 1 });
  printCounts("SharedCache with a death, and nobody takes over", report);
});
