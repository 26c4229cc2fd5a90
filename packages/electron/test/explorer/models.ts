import type { Call, Model } from "./monitor.ts";

type Steps<M> = readonly (readonly [M, unknown])[];

/**
 * A bounded queue of integers: `push` waits while it is full, `tryPush` is false then; `pop` waits while it is empty,
 * `tryPop` is undefined then; `close` lets pushes fail and pops end.
 */
export function fifo(capacity: number): Model<{ items: readonly number[]; closed: boolean }> {
  return {
    initial: { items: [], closed: false },
    step: ({ items, closed }, { name, input }) => {
      const [first, ...rest] = items;
      if (name === "close") return [[{ items, closed: true }, undefined]];
      if (name === "push" || name === "tryPush") {
        if (closed) return [[{ items, closed }, false]];
        if (items.length < capacity) return [[{ items: [...items, input as number], closed }, true]];
        return name === "push" ? [] : [[{ items, closed }, false]];
      }
      if (first !== undefined) return [[{ items: rest, closed }, first]];
      return name === "pop" && !closed ? [] : [[{ items, closed }, undefined]];
    },
  };
}

/**
 * Queues side by side, one for each pusher, that one consumer empties: each pusher's items in order, and no order between
 * them. `laneOf` says which lane a thread pushes to.
 */
export function lanes(
  count: number,
  capacity: number,
  laneOf: (thread: number) => number = (thread) => thread,
): Model<readonly (readonly number[])[]> {
  return {
    initial: Array.from({ length: count }, () => []),
    step: (all, { name, input, thread }) => {
      if (name === "push" || name === "tryPush") {
        const mine = laneOf(thread);
        const lane = all[mine] as readonly number[];
        if (lane.length < capacity) return [[all.with(mine, [...lane, input as number]), true]];
        return name === "push" ? [] : [[all, false]];
      }
      const pops = all.flatMap((lane, at) =>
        lane.length > 0 ? [[all.with(at, lane.slice(1)), lane[0]] as const] : [],
      );
      return pops.length > 0 || name === "pop" ? pops : [[all, undefined]];
    },
  };
}

/** What an operation of a map does: `get`, `set`, `delete` or `increment` of a key. */
export interface MapCall {
  readonly does: "get" | "set" | "delete" | "increment";
  readonly key: string;
}

/** A map of numbers. `read` tells from a call's name and input what it does; `value` is what a `set` writes. */
export function map(read: (call: Call) => MapCall): Model<readonly (readonly [key: string, value: number])[]> {
  return {
    initial: [],
    step: (entries, call) => {
      const { does, key } = read(call);
      const value = entries.find(([known]) => known === key)?.[1];
      const others = entries.filter(([known]) => known !== key);
      const put = (next: number) => [...others, [key, next] as const].sort(([a], [b]) => (a < b ? -1 : 1));
      if (does === "get") return [[entries, value]];
      if (does === "delete") return [[others, value !== undefined]];
      if (does === "set") return [[put(call.input as number), true]];
      return [[put((value ?? 0) + 1), (value ?? 0) + 1]];
    },
  };
}

/**
 * A cell: `read` and `write` wait while another works, `tryRead` and `tryWrite` may fail then: for a writer, or, where
 * `readersExclude`, for anybody. Writes its input.
 */
export function cell(readersExclude: boolean): Model<number> {
  return {
    initial: 0,
    step: (value, { name, input }, overlaps): Steps<number> => {
      const done = name.endsWith("ead") ? ([value, value] as const) : ([input as number, true] as const);
      const excluded = overlaps.some((other) => readersExclude || other.endsWith("rite"));
      return name.startsWith("try") && excluded ? [done, [value, false]] : [done];
    },
  };
}

/** A lock: `lock` waits while it is held, `tryLock` is false then; `unlock` of a free one is an error. */
export function lock(): Model<boolean> {
  return {
    initial: false,
    step: (held, { name }): Steps<boolean> => {
      if (name === "unlock") return [[false, held ? undefined : "throws WATT_ELECTRON_NOT_HELD"]];
      if (!held) return [[true, true]];
      return name === "tryLock" ? [[true, false]] : [];
    },
  };
}
