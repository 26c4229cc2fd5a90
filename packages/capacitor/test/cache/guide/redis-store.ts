import type { Store } from "@watt/capacitor/cache";

/** What is needed of a client. */
export interface RedisLike {
  send(command: string, args: string[]): Promise<unknown>;
}

// One step, also when the counter is new: else one that dies in between leaves a counter that never expires.
const COUNT = `redis.call("SET", KEYS[1], 0, "PX", ARGV[2], "NX") return redis.call("INCRBY", KEYS[1], ARGV[1])`;

export function redisStore<V>(redis: RedisLike): Store<V> {
  const parse = (text: unknown): V | undefined => (text === null ? undefined : JSON.parse(String(text)));
  const milliseconds = (ttl: number): string => String(Math.ceil(ttl));
  return {
    get: async (key) => parse(await redis.send("GET", [key])),
    getMany: async (keys) => ((await redis.send("MGET", [...keys])) as unknown[]).map(parse),
    async set(key, value, { ttl = Infinity } = {}) {
      if (value === undefined || !(ttl > 0)) await redis.send("DEL", [key]);
      else if (ttl === Infinity) await redis.send("SET", [key, JSON.stringify(value)]);
      else await redis.send("SET", [key, JSON.stringify(value), "PX", milliseconds(ttl)]);
    },
    delete: async (key) => (await redis.send("DEL", [key])) === 1,
    async increment(key, by = 1, { ttl = Infinity } = {}) {
      if (ttl === Infinity) return Number(await redis.send("INCRBY", [key, String(by)]));
      return Number(await redis.send("EVAL", [COUNT, "1", key, String(by), milliseconds(ttl)]));
    },
  };
}
