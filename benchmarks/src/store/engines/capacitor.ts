import { MemoryStore } from "@watt/capacitor/cache";
import { type CreateContender, hold, operate } from "../contender.ts";

function createStore(eviction: "sieve" | "lru"): CreateContender {
  return (maxEntries, ttl) => {
    const store = new MemoryStore<number>({ maxEntries, eviction });
    const options = ttl === undefined ? undefined : { ttl };
    return {
      get: (key) => store.get(key),
      set: (key, value) => store.set(key, value, options),
    };
  };
}

export const sieve = operate(createStore("sieve"));
export const lru = operate(createStore("lru"));
export const heldSieve = hold(createStore("sieve"));
