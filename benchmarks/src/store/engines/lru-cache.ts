import { LRUCache } from "lru-cache";
import { type CreateContender, hold, operate } from "../contender.ts";

const create: CreateContender = (max, ttl) => {
  const cache = new LRUCache<string, number>({ max, ...(ttl !== undefined && { ttl }) });
  return {
    get: (key) => cache.get(key),
    set: (key, value) => cache.set(key, value),
  };
};

export const engine = operate(create);
export const task = hold(create);
