import { TTLCache } from "@isaacs/ttlcache";
import { type CreateContender, hold, operate } from "../contender.ts";

const create: CreateContender = (max, ttl) => {
  if (ttl === undefined) return { cannot: "every entry has a time" };
  const cache = new TTLCache<string, number>({ max, ttl });
  return {
    get: (key) => cache.get(key),
    set: (key, value) => cache.set(key, value),
  };
};

export const engine = operate(create);
export const task = hold(create);
