import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../code-of.ts";
import { type Call, linearizable, type Model, type Orders } from "./monitor.ts";

const counts: Model<number> = { initial: 0, step: (value) => [[value + 1, value]] };
const monitor = linearizable(counts);

/** What happens: each number lets a thread begin its call, or end it with one of the results that are possible. */
function played(events: readonly (readonly [thread: number, result: number])[], nameOf: (thread: number) => number) {
  const open = new Map<number, Call>();
  let state: Orders<number> = monitor.initial;
  for (const [thread, result] of events) {
    const call = open.get(thread);
    if (call === undefined) {
      const begun: Call = { thread: nameOf(thread), index: 0, name: "count", input: 0 };
      open.set(thread, begun);
      state = monitor.invoke(state, begun);
    } else {
      const after = monitor.respond(state, call, result);
      if (after === undefined) continue;
      open.delete(thread);
      state = after;
    }
  }
  return state;
}

test("a history whose threads are renamed is the one that they would have had by these names", () => {
  const event = fc.tuple(fc.nat(2), fc.nat(4));
  const orders = fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 24 }), orders, (events, places) => {
      const renamed = monitor.rename?.(
        played(events, (thread) => thread),
        places,
      );
      const other = played(events, (thread) => places.indexOf(thread));
      expect(monitor.key(renamed as Orders<number>)).toBe(monitor.key(other));
    }),
    runs(2000, 50_000),
  );
});
