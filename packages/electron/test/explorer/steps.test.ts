import { describe, expect, test } from "vitest";
import { attached } from "./attached.ts";
import { explore, prove, type Report } from "./explore.ts";
import { load } from "./load.ts";
import { linearizable, type Model } from "./monitor.ts";
import type { Entry } from "./machine.ts";
import { Stamps } from "./stamps.ts";
import { anyOf, cutRounds, Interner, type Operation, positionOf, type Program, sequence } from "./thread.ts";

const { Steps } = load<typeof import("./toys/steps.ts")>("test/explorer/toys/steps.ts");
type Handle = InstanceType<typeof Steps>;

const operation = (name: string, run: (steps: Handle) => unknown): Operation<Handle> => ({ name, run });
const add = operation("add", (steps) => steps.add());
const look = operation("look", (steps) => steps.look());
const passSoon = operation("passSoon", (steps) => steps.pass(5));
const pass = operation("pass", (steps) => steps.pass(Infinity));
const openFor = (count: number): Operation<Handle> => operation("open", (steps) => steps.openFor(count));

const nothing: Model<number> = { initial: 0, step: () => [[0, undefined]] };
const gate: Model<boolean> = {
  initial: false,
  step: (open, { name }) => {
    if (name === "open") return [[true, undefined]];
    if (open) return [[open, true]];
    return name === "passSoon" ? [[open, false]] : [];
  },
};

function exploring<M>(model: Model<M>, ...programs: readonly Program<Handle>[]): Report {
  const create = (): Handle[] => attached(Steps, programs.length);
  return explore({ create, programs, monitor: linearizable(model) });
}

describe("a loop", () => {
  // The looping thread has not begun, loops, or, after 2, is done; the other has added 0, 1 or 2. And with 1 added the loop
  // has begun before or after: then it may, by this model, have happened before the addition or not.
  test("is one state however often it goes round", () => {
    const awaitTwo = operation("await", (steps) => steps.awaitTwo());
    expect(exploring(nothing, sequence(awaitTwo), sequence(add, add))).toMatchObject({ states: 8, complete: true });
  });

  // Also what it saw: nothing, 0, 1, 2, and after 0 also 1, each as far as it can be.
  test("that keeps what it saw ends all the same", () => {
    const awaitTwo = operation("await", (steps) => steps.awaitTwoAndKeep());
    const report = exploring(nothing, sequence(awaitTwo), sequence(add, add));
    expect([report.failure, report.complete, report.states > 8]).toEqual([undefined, true, true]);
  });

  // Else two loops that were cut would be at one place, whatever they wait for.
  test("that was cut is where its first rounds ended, and goes on from there", () => {
    const interner = new Interner();
    const start = interner.of("start");
    const [log, positions]: [Entry[], number[]] = [[], []];
    const entry = (kind: string, result: unknown): Entry => {
      return { kind, site: 0, at: 0, arguments: "a", result, position: -1 };
    };
    const round = [entry("round", undefined), entry("load", 7)];
    for (const next of [entry("enter", undefined), ...round, ...round, ...round, entry("load", 8)]) {
      const known = log.length;
      log.push({ ...next });
      positions.push(positionOf(log, cutRounds(log, known), start, interner, new Stamps([])));
    }
    const [, , , second, , third, after] = positions;
    expect(log.length).toBeLessThan(8);
    expect([third, log.at(-1)?.result]).toEqual([second, 8]);
    expect(after).toBeGreaterThan(start);
    expect(new Set(positions).size).toBe(4);
  });

  test("does not forget what its callers saw", () => {
    // Only what began before the flag was set can have seen 1 and gone round; it must differ from what saw 0 and did.
    const seen: Model<number> = {
      initial: 0,
      step: (_, { name }, overlaps) => {
        if (name !== "seen") return [[0, undefined]];
        return overlaps.length > 0
          ? [[0, 0]]
          : [
              [0, 0],
              [0, 1],
            ];
      },
    };
    const report = exploring(
      seen,
      sequence(operation("seen", (steps) => steps.lookThenAwait())),
      sequence(operation("flag", (steps) => steps.addThenFlag())),
    );
    expect(report.failure?.message).toContain("seen(0) gave 1");
  });
});

// They differ in what they do after both have seen the same.
test("two operations of one name are two", () => {
  const addOnce = operation("add", (steps) => [steps.look(), steps.add(), 1].at(-1));
  const addTwice = operation("add", (steps) => [steps.look(), steps.add(), steps.add(), 2].at(-1));
  const once: Model<number> = { initial: 0, step: () => [[0, 1]] };
  expect(exploring(once, anyOf(1, addOnce)).failure).toBeUndefined();
  expect(exploring(once, anyOf(1, addOnce, addTwice)).failure?.kind).toBe("wrong result");
});

test("who does not fall asleep since the word has changed sees what was written before", () => {
  const publish = operation("publish", (steps) => steps.publish());
  const read = operation("read", (steps) => steps.readAfterWait());
  const either: Model<number> = {
    initial: 0,
    step: (value, { name }) =>
      name === "publish"
        ? [[7, undefined]]
        : [
            [value, value],
            [value, 0],
          ],
  };
  expect(exploring(either, sequence(publish), sequence(read))).toMatchObject({ failure: undefined, complete: true });
});

describe("a sleeper", () => {
  test("may look, sleep, time out and look again: five states", () => {
    expect(exploring(gate, sequence(passSoon))).toMatchObject({ states: 5, finals: 1, failure: undefined });
  });

  test.each([
    [0, "deadlock"],
    [1, "deadlock"],
    [2, undefined],
  ])("of two is woken by each of %i notifications of one: %s", (count, kind) => {
    const report = exploring(gate, sequence(openFor(count)), sequence(pass), sequence(pass));
    expect(report.failure?.kind).toBe(kind);
  });

  test("that timed out takes no wake-up from another", () => {
    const report = exploring(gate, sequence(openFor(1)), sequence(passSoon), sequence(pass));
    // Two sleep, one is woken: the one that may time out, and the other one sleeps for ever.
    expect(report.failure?.kind).toBe("deadlock");
    expect(exploring(gate, sequence(openFor(2)), sequence(passSoon), sequence(pass)).failure).toBeUndefined();
  });
});

test("states that differ only in the history are two states", () => {
  // Only when thread 1 looked first, thread 0 must see something else.
  const order: Model<string> = {
    initial: "",
    step: (before, { thread }) => [[before + String(thread), before === "10" ? 1 : 0]],
  };
  const report = exploring(order, sequence(look, look), sequence(look));
  expect(report.failure?.kind).toBe("wrong result");
});

test("prove throws what is wrong", () => {
  const programs = [sequence(pass), sequence(openFor(0))];
  const create = (): Handle[] => attached(Steps, 2);
  expect(() => prove({ create, programs, monitor: linearizable(gate) })).toThrow("deadlock: asleep for ever: T0 pass");
  expect(() => prove({ create, programs, monitor: linearizable(gate), maxStates: 2 })).toThrow("more than");
});
