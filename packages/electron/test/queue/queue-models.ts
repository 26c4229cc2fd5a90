import type { Model } from "../explorer/monitor.ts";

interface Contents {
  readonly items: readonly number[];
  readonly closed: boolean;
}

type Steps = readonly (readonly [Contents, unknown])[];

/** How many items a batch moves: as many as it found possible when it looked, at least one, when others work meanwhile. */
function amounts(most: number, overlaps: readonly string[]): number[] {
  if (most <= 1 || overlaps.length === 0) return [most];
  return Array.from({ length: most }, (_, i) => i + 1);
}

/**
 * A bounded queue with batches of two. `push` waits while it is full, `pop` while it is empty; the others refuse.
 * `pushMany` pushes its input and the number after it. `unready` says which operations may be under way when a `try` finds
 * nothing to do though there is.
 */
export function queue(
  capacity: number,
  unready: (name: string, other: string) => boolean = () => false,
): Model<Contents> {
  return {
    initial: { items: [], closed: false },
    step: (state, { name, input }, overlaps): Steps => {
      const { items, closed } = state;
      const value = input as number;
      const refused = overlaps.some((other) => unready(name, other));
      if (name === "close") return [[{ items, closed: true }, undefined]];
      if (name === "isDone") return [[state, closed && items.length === 0]];
      const room = closed ? 0 : capacity - items.length;
      if (name === "pushMany") {
        return amounts(Math.min(2, room), overlaps).map((n) => [
          { items: [...items, value, value + 1].slice(0, items.length + n), closed },
          n,
        ]);
      }
      if (name === "popMany") {
        return amounts(Math.min(2, items.length), overlaps).map((n) => [
          { items: items.slice(n), closed },
          items.slice(0, n),
        ]);
      }
      const steps: (readonly [Contents, unknown])[] = [];
      const pushes = name.endsWith("ush");
      const nothing = pushes ? false : undefined;
      if (pushes && room > 0) steps.push([{ items: [...items, value], closed }, true]);
      if (!pushes && items.length > 0) steps.push([{ items: items.slice(1), closed }, items[0]]);
      const waits = !name.startsWith("try") && !closed;
      if (steps.length === 0 ? !waits : refused) steps.push([state, nothing]);
      return steps;
    },
  };
}

interface Lanes {
  readonly lanes: readonly (readonly number[])[];
  readonly closed: boolean;
}

/**
 * Bounded queues side by side that one consumer empties; thread i pushes to lane i. A close passes over the lanes one
 * after another: while it is under way, a push may still succeed though another has already failed.
 */
export function lanes(count: number, capacity: number): Model<Lanes> {
  return {
    initial: { lanes: Array.from({ length: count }, () => []), closed: false },
    step: (state, { name, input, thread }, overlaps) => {
      const empty = state.lanes.every((lane) => lane.length === 0);
      if (name === "close") return [[{ ...state, closed: true }, undefined]];
      if (name === "isDone") return [[state, state.closed && empty]];
      const steps: (readonly [Lanes, unknown])[] = [];
      if (name.endsWith("ush")) {
        const lane = state.lanes[thread] as readonly number[];
        const free = lane.length < capacity;
        const open = !state.closed || overlaps.includes("close");
        const pushed = { ...state, lanes: state.lanes.with(thread, [...lane, input as number]) };
        if (free && open) steps.push([pushed, true]);
        if (state.closed || (!free && name === "tryPush")) steps.push([state, false]);
        return steps;
      }
      state.lanes.forEach((lane, at) => {
        if (lane.length > 0) steps.push([{ ...state, lanes: state.lanes.with(at, lane.slice(1)) }, lane[0]]);
      });
      if (empty && (state.closed || name === "tryPop")) steps.push([state, undefined]);
      return steps;
    },
  };
}

/** One lane that producers take and give back; only who has it can push. */
export function turns(capacity: number): Model<{ owner: number; items: readonly number[] }> {
  return {
    initial: { owner: -1, items: [] },
    step: ({ owner, items }, { name, input, thread }) => {
      if (name === "join") {
        return [owner === -1 ? [{ owner: thread, items }, true] : [{ owner, items }, false]];
      }
      if (name === "leave") return [[{ owner: owner === thread ? -1 : owner, items }, undefined]];
      if (name === "tryPush") {
        const fits = owner === thread && items.length < capacity;
        return [[{ owner, items: fits ? [...items, input as number] : items }, fits]];
      }
      return [[{ owner, items: items.slice(1) }, items[0]]];
    },
  };
}
