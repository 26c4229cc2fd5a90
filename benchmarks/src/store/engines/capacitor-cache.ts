import { createCache } from "@watt/capacitor/cache";
import { type CreateContender, hold, operate } from "../contender.ts";

const create: CreateContender = (maxEntries, ttl) => {
  const cache = createCache<number>({ maxEntries, ...(ttl !== undefined && { ttl }) });
  return {
    get: (key) => cache.get(key),
    set: (key, value) => cache.set(key, value),
  };
};

export const engine = operate(create);
export const task = hold(create);
