import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Awaitable,
  type Cache,
  type CacheEntry,
  createCache,
  MemoryStore,
  type Store,
} from "../../src/cache/index.ts";
import { createRandom } from "./random.ts";
import { Clock, runs } from "./support.ts";

const KEYS = ["a", "b", "c"] as const;
const key = fc.constantFrom(...KEYS);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("load" as const), key }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant("loadMany" as const), keys: fc.array(key, { maxLength: 4 }) }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("get" as const), key }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("getMany" as const), keys: fc.array(key, { maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom("delete", "set", "deleteTagged", "clear"), key }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("pause" as const), turns: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("wait" as const), time: fc.integer({ min: 1, max: 8 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Takes some turns, so that calls overtake each other. */
type Delay = () => Promise<void>;

function createDelay(seed: number): Delay {
  const random = createRandom(seed);
  return async () => {
    for (let turns = Math.floor(random() * 10); turns > 0; turns--) await undefined;
  };
}

/** A store whose calls take effect some time after they were made, and answer some time after that. */
function slow<V>(inner: MemoryStore<V>, delay: Delay, hasTags: boolean): Store<V> {
  const later = async <T>(run: () => T): Promise<T> => {
    await delay();
    const answer = run();
    await delay();
    return answer;
  };
  return {
    get: (name) => later(() => inner.get(name)),
    set: (name, value, options) => later(() => inner.set(name, value, options)),
    delete: (name) => later(() => inner.delete(name)),
    increment: (name, by, options) => later(() => inner.increment(name, by, options)),
    clear: () => later(() => inner.clear()),
    ...(hasTags && {
      getMany: (names) => later(() => inner.getMany(names)),
      deleteTagged: (tag) => later(() => inner.deleteTagged(tag)),
    }),
  };
}

interface World {
  readonly cache: Cache<number>;
  readonly clock: Clock;
  readonly delay: Delay;
  /** What the origin has. */
  readonly versions: Record<string, number>;
  readonly open: Promise<unknown>[];
}

function load({ cache, versions, delay }: World, keys: readonly string[]): Promise<(number | undefined)[]> {
  const read = async (wanted: readonly string[]): Promise<number[]> => {
    const values = wanted.map((name) => versions[name] as number);
    await delay();
    return values;
  };
  const [first = ""] = keys;
  if (keys.length !== 1) return cache.getOrLoadMany(keys, read, { tags: (_, name) => [name] });
  return listOf(cache.getOrLoad(first, async (name) => (await read([name]))[0] as number, { tags: [first] }));
}

async function listOf<T>(answer: Awaitable<T>): Promise<T[]> {
  return [await answer];
}

// A value may never be older than the origin's when the last change was made known, before the read began.
async function expectNew(
  world: World,
  keys: readonly string[],
  answer: Promise<(number | undefined)[]>,
): Promise<void> {
  const least = keys.map((name) => world.versions[name] as number);
  for (const [i, value] of (await answer).entries()) {
    if (value !== undefined) expect(value).toBeGreaterThanOrEqual(least[i] as number);
  }
}

function perform(world: World, one: Step): Promise<unknown> | undefined {
  const { cache, versions, clock } = world;
  switch (one.does) {
    case "load":
      return expectNew(world, [one.key], load(world, [one.key]));
    case "loadMany":
      return expectNew(world, one.keys, load(world, one.keys));
    case "get":
      return expectNew(world, [one.key], listOf(cache.get(one.key)));
    case "getMany":
      return expectNew(world, one.keys, Promise.resolve(cache.getMany(one.keys)));
    case "wait":
      clock.time += one.time;
      return undefined;
    case "pause":
      return undefined;
  }
  const version = (versions[one.key] as number) + 1;
  versions[one.key] = version;
  if (one.does === "set") return Promise.resolve(cache.set(one.key, version, { tags: [one.key] }));
  if (one.does === "delete") return Promise.resolve(cache.delete(one.key));
  if (one.does === "deleteTagged") return Promise.resolve(cache.deleteTagged(one.key));
  return Promise.resolve(cache.clear());
}

async function run(world: World, steps: readonly Step[]): Promise<void> {
  for (const one of steps) {
    const done = perform(world, one);
    if (done !== undefined) {
      // It may be over before the end, and fail.
      done.catch(() => {});
      world.open.push(done);
    }
    if (one.does === "pause") for (let turns = one.turns; turns > 0; turns--) await undefined;
  }
  await Promise.all(world.open);
  await world.cache.settled();
  expect(world.cache.stats().loading).toBe(0);
  // When all is quiet, everything that is kept is right.
  const values = await world.cache.getMany(KEYS);
  values.forEach((value, i) => {
    if (value !== undefined) expect(value).toBe(world.versions[KEYS[i] as string]);
  });
}

function createWorld(layers: readonly boolean[], seed: number, options: object): World {
  const clock = new Clock();
  const delay = createDelay(seed);
  const stores = layers.map((hasTags) => slow(new MemoryStore<CacheEntry<number>>({ now: clock.now }), delay, hasTags));
  const common = { ttl: 10, now: clock.now, ...options };
  const cache = layers.length === 0 ? createCache<number>(common) : createCache<number>({ ...common, layers: stores });
  return { cache, clock, delay, versions: { a: 0, b: 0, c: 0 }, open: [] };
}

describe.each([
  { name: "memory alone", layers: [] },
  { name: "a layer that knows tags", layers: [true] },
  { name: "a layer that knows none", layers: [false] },
  { name: "two layers", layers: [true, false] },
])("$name", ({ layers }) => {
  test.each([
    ["with room for all", {}],
    ["with room for one key", { maxEntries: 1, eviction: "lru" }],
    ["with a short time in memory", { memoryTtl: 2 }],
    ["with stale values", { staleWhileRevalidate: 8, staleIfError: 8 }],
  ])("never answers with what was changed before it was asked: %s", { timeout: 120_000 }, async (_, options) => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.array(step, { minLength: 5, maxLength: 50 }), (seed, steps) =>
        run(createWorld(layers, seed, options), steps),
      ),
      runs(150, 4_000),
    );
  });
});
