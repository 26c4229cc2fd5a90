import { type CreateContender, hold, operate } from "../contender.ts";

// Bounded in the plainest way: what was set first goes first.
const create: CreateContender = (maxEntries, ttl) => {
  if (ttl !== undefined) return { cannot: "a Map knows no times" };
  const map = new Map<string, number>();
  return {
    get: (key) => map.get(key),
    set: (key, value) => {
      map.set(key, value);
      if (map.size > maxEntries) map.delete(map.keys().next().value as string);
    },
  };
};

export const engine = operate(create);
export const task = hold(create);
