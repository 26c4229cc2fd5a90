import { allOf, andThen } from "./awaitable.ts";
import type { Awaitable, CountOptions, Store } from "./store.ts";

/** What a store keeps for a value with tags. */
export interface Tagged<V> {
  /** What was set. */
  readonly value: V;
  /** Each tag, and what it stood for when the value was set. */
  readonly tags?: readonly (readonly [tag: string, token: number])[];
}

/** A store that knows tags. */
export type TaggedStore<V> = Store<V> & Required<Pick<Store<V>, "deleteTagged">>;

const TAG_KEY = "\0tag:";
const TOKENS = 2 ** 48;
/** How long a tag is remembered, and a value with tags is kept at most, in milliseconds. */
const TAG_LIFE = { ttl: 7 * 24 * 3_600_000 };

/**
 * Gives tags to a store that has none, by `get`, `set`, `delete` and `increment` alone. A tag stands for a random number,
 * its token, kept under a key of its own (`"\0tag:"` and the tag). A value remembers the tokens of its tags, and counts as
 * long as they are the ones there; to delete a tag is to delete its token. So there is no list of values that could grow,
 * `deleteTagged` takes O(1), and a store that forgets a token loses values, but never answers with one it should not.
 *
 * A value with tags costs a call for each tag, all at once, in `get` and in `set`, and is kept for 7 days at most.
 *
 * @param store - which others may use as well, under other keys. Its counters are used as they are, without tags.
 */
export function withTags<V>(store: Store<Tagged<V>>): TaggedStore<V> {
  const count = (tag: string, by: number): Awaitable<number> => store.increment(TAG_KEY + tag, by, TAG_LIFE);
  // Two that make one at the same time add up, and the first of them has set its value in vain.
  const tokenOf = (tag: string): Awaitable<number> =>
    andThen(count(tag, 0), (token) => (token === 0 ? count(tag, 1 + Math.floor(Math.random() * TOKENS)) : token));
  const valueOf = (found: Tagged<V> | undefined): Awaitable<V | undefined> => {
    // Others may write to the store, too: what is not of this form is none.
    const { value, tags = [] } = found ?? ({} as Partial<Tagged<V>>);
    if (tags.length === 0) return value;
    const tokens = allOf(tags.map(([tag]) => count(tag, 0)));
    return andThen(tokens, (now) => (tags.every(([, token], i) => token === now[i]) ? value : undefined));
  };
  const { getMany, clear } = store;
  return {
    get: (key) => andThen(store.get(key), valueOf),
    set(key, value, { ttl = Infinity, tags = [] } = {}) {
      if (value === undefined) return andThen(store.delete(key), () => undefined);
      if (tags.length === 0) return store.set(key, { value }, { ttl });
      return andThen(allOf(tags.map(tokenOf)), (tokens) =>
        store.set(
          key,
          { value, tags: tags.map((tag, i) => [tag, tokens[i] as number]) },
          { ttl: Math.min(ttl, TAG_LIFE.ttl) },
        ),
      );
    },
    delete: (key) => store.delete(key),
    increment: (key, by, options?: CountOptions) => store.increment(key, by, options),
    deleteTagged: (tag) => store.delete(TAG_KEY + tag),
    ...(getMany && {
      getMany: (keys) => andThen(getMany.call(store, keys), (all) => allOf(all.map(valueOf))),
    }),
    ...(clear && { clear: () => clear.call(store) }),
  };
}
