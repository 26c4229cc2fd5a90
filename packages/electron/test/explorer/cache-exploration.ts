import type { Exploration } from "./explore.ts";
import { load, type Mutation } from "./load.ts";
import { machine } from "./machine.ts";
import { map } from "./models.ts";
import { linearizable, type Orders } from "./monitor.ts";
import type { Operation, Program } from "./thread.ts";

type Module = typeof import("../../src/shared/shared-cache.ts");
type Cache = import("../../src/shared/shared-cache.ts").SharedCache;
type Entries = readonly (readonly [key: string, value: number])[];

export const CACHE = "src/shared/shared-cache.ts";
export const PAGED = "src/shared/cache/paged-cache.ts";
const LAYOUT = "src/shared/cache/layout.ts";

// An address that is nobody's.
const DEATH = -64;

const replace = (file: string, find: string, replacement = ""): Mutation => ({ file, find, replace: replacement });

/** The shipped code with pages as small as the entries allow. */
export const SMALL_PAGES: readonly Mutation[] = [replace(LAYOUT, "MIN_PAGE_WORDS = 256", "MIN_PAGE_WORDS = 1")];

/** Without what has no influence where nothing is evicted, so that there are fewer states: statistics, references. */
export const NO_EVICTION: readonly Mutation[] = [
  ...SMALL_PAGES,
  replace(PAGED, "this.#hits++;"),
  replace(PAGED, "this.#misses++;"),
  replace(PAGED, "if ((Atomics.load(this.words, page + REFS) & bit) === 0) Atomics.or(this.words, page + REFS, bit);"),
  replace(PAGED, "let refs = Atomics.load(words, page + REFS);", "let refs = 0;"),
  replace(PAGED, "Atomics.store(words, spare + REFS, refs);"),
];

/**
 * Where nobody takes a handle over, also without what only `#recover` reads. The spares are then their owner's own, and
 * need no steps: the explorer would report a race, were they not.
 */
export const NO_HEIR: readonly Mutation[] = [
  ...NO_EVICTION,
  replace(CACHE, "Atomics.store(words, this.#spare + STATE, this.#row);"),
  replace(CACHE, "Atomics.store(words, page + STATE, 0);"),
  replace(CACHE, "Atomics.store(words, this.#row + INTENT, intentOf(page, this.#slot - this.#row - SPARES));"),
  replace(CACHE, "(this.#spare = Atomics.load(words, this.#slot))", "(this.#spare = words[this.#slot]!)"),
  replace(CACHE, "Atomics.store(words, this.#slot, page);", "words[this.#slot] = page;"),
];

/** What a thread has. An heir has no instance before it takes one over. */
export interface Handle {
  readonly memory: SharedArrayBuffer;
  readonly from: Module["SharedCache"]["from"];
  cache: Cache | undefined;
}

const numberOf = (bytes: Uint8Array | undefined) => bytes && Number(String.fromCharCode(...bytes));
const bytesOf = (value: number) => Uint8Array.from(String(value), (digit) => digit.charCodeAt(0));

function operation(does: string, key: string, run: (cache: Cache, input: number) => unknown): Operation<Handle> {
  // Few values make few states.
  const input = (thread: number): number => thread + 1;
  return { name: `${does} ${key}`, run: (handle, value) => run(handle.cache as Cache, value), input };
}

export const get = (key = "a"): Operation<Handle> => operation("get", key, (cache) => numberOf(cache.get(key)));
export const set = (key = "a"): Operation<Handle> =>
  operation("set", key, (cache, value) => cache.set(key, bytesOf(value)));
export const remove = (key = "a"): Operation<Handle> => operation("delete", key, (cache) => cache.delete(key));
export const increment = (key = "a"): Operation<Handle> => operation("increment", key, (cache) => cache.increment(key));
export const every = (key = "a"): Operation<Handle>[] => [get(key), set(key), remove(key), increment(key)];

/** Takes over handle 0 in the place of a thread that died, and does something with it. */
export function takeOver(then: Operation<Handle>): Operation<Handle> {
  const run = (handle: Handle, input: number): unknown => {
    // Who takes over knows that the other is dead, and sees all that it did: as if through a word of their own.
    machine.order(0, DEATH, false, true);
    machine.order(machine.thread, DEATH, true, false);
    handle.cache = handle.from(handle.memory, { handle: 0 });
    return then.run(handle, input);
  };
  return { ...then, run };
}

const model = map(({ name }) => {
  const [does, key] = name.split(" ") as ["get" | "set" | "delete" | "increment", string];
  return { does, key };
});

/** Threads over one cache whose keys are all in one bucket, or in two. Of `heirs`, those threads have no handle at first. */
export function exploration(
  mutations: readonly Mutation[],
  programs: readonly Program<Handle>[],
  { buckets = 1, heirs = {} }: { buckets?: number; heirs?: Record<number, number> } = {},
): Exploration<Handle, Orders<Entries>> {
  const { SharedCache } = load<Module>(CACHE, { mutations });
  const from: Handle["from"] = (memory, options) => SharedCache.from(memory, options);
  const create = (): Handle[] => {
    const handles = programs.length - Object.keys(heirs).length;
    const pageBytes = 128;
    const bytes = 64 + handles * 320 + handles * handles * pageBytes + buckets * (pageBytes + 4);
    const first = new SharedCache({ bytes, maxEntryBytes: 4, handles });
    if (first.stats().capacity !== buckets * (pageBytes - 16)) throw new Error("not so many buckets");
    const cacheOf = (thread: number): Cache | undefined => {
      if (thread in heirs) return undefined;
      return thread === 0 ? first : from(first.memory);
    };
    return programs.map((_, thread) => ({ memory: first.memory, from, cache: cacheOf(thread) }));
  };
  const crashes = Object.keys(heirs).length;
  return { create, programs, monitor: linearizable(model), heirs, crashes };
}
