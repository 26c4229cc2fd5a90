import { setTimeout } from "node:timers/promises";
import type { OperationEngine, TaskEngine } from "../api.ts";
import { collectGarbage } from "../frame/collect-garbage.ts";
import { keyOf, type StoreCase, type StoreInput } from "./cases.ts";
import type { HeldCase } from "./held-cases.ts";

const PAUSE_MS = 100;
const WARM_ENTRIES = 1_000;

/** A store as every engine has it. */
export interface Contender {
  get(key: string): number | undefined;
  set(key: string, value: number): unknown;
}

/** Makes a store for `maxEntries` entries that live for `ttl` milliseconds, or says why it cannot. */
export type CreateContender = (maxEntries: number, ttl: number | undefined) => Contender | { readonly cannot: string };

/** The operations of the suite `store`. Each store is full before it begins. */
export function operate(create: CreateContender): OperationEngine<StoreCase, StoreInput> {
  return {
    prepare: ({ work, maxEntries, ttl }) => {
      const store = create(maxEntries, ttl);
      if ("cannot" in store) return store;
      for (let i = 0; i < maxEntries; i++) store.set(keyOf(i), i);
      const answer = (result: unknown): unknown => result;
      if (work === "hit" || work === "miss") return { run: ({ key }) => store.get(key), answer };
      if (work === "zipf") {
        const run = ({ key, value }: StoreInput): number => {
          const found = store.get(key);
          if (found !== undefined) return found;
          store.set(key, value);
          return value;
        };
        return { run, answer };
      }
      // What was set is looked up when answers are verified, off the clock.
      return {
        run: ({ key, value }) => {
          store.set(key, value);
        },
        answer: (_, { key, value }) => {
          store.set(key, value);
          return store.get(key);
        },
      };
    },
  };
}

/** What the entries of a full store take. */
export function hold(create: CreateContender): TaskEngine<HeldCase> {
  return {
    async run({ entries, ttl }) {
      const keys = Array.from({ length: entries }, (_, i) => keyOf(i));
      // What the code itself takes is not the entries'.
      const first = create(WARM_ENTRIES, ttl);
      if ("cannot" in first) return first;
      for (let i = 0; i < 4 * WARM_ENTRIES; i++) first.set(keyOf(i), first.get(keyOf(i)) ?? i);
      const before = await held();
      const store = create(entries, ttl);
      if ("cannot" in store) return store;
      keys.forEach((key, i) => store.set(key, i));
      const bytes = ((await held()) - before) / entries;
      // So that nothing is collected before.
      if (store.get(keys[0] as string) !== 0) throw new Error("the first entry is gone");
      return { bytes };
    },
  };
}

// V8 gives the memory of dead buffers back beside the program, some time after a collection.
async function held(): Promise<number> {
  collectGarbage();
  await setTimeout(PAUSE_MS);
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
