import { describe, expect, test } from "vitest";
import { SIGNAL_AT } from "../../src/queue/queue-words.ts";
import { queue } from "../queue/queue-models.ts";
import { type Exploration, explore, type Report } from "./explore.ts";
import { load } from "./load.ts";
import { cell } from "./models.ts";
import { linearizable } from "./monitor.ts";
import { Stamps } from "./stamps.ts";
import { anyOf, type Operation, sequence } from "./thread.ts";

interface Handle {
  readonly memory: SharedArrayBuffer;
  push(value: number): boolean;
  pop(): number | undefined;
  read(target: Int32Array): boolean;
  write(source: Int32Array): boolean;
}
type Shipped = (new (options: object) => Handle) & { from(memory: SharedArrayBuffer): Handle };

const push: Operation<Handle> = { name: "push", run: (one, input) => one.push(input) };
const pop: Operation<Handle> = { name: "pop", run: (one) => one.pop() };
const read: Operation<Handle> = {
  name: "read",
  run: (one) => {
    const target = new Int32Array(1);
    return one.read(target) && target[0];
  },
};
const write: Operation<Handle> = { name: "write", run: (one, input) => one.write(Int32Array.of(input)) };

const patient = [sequence(push, push, push), anyOf(2, pop)];
const programs = { ring: patient, queue: patient, lock: [anyOf(2, write), anyOf(2, read)] };
const models = {
  ring: linearizable(queue(2)),
  queue: linearizable(queue(2, () => true)),
  lock: linearizable(cell(false)),
};

/** Explores waiting forms, with a signal that begins at some value. */
function exploring(what: keyof typeof models, file: string, at: number, begin: number, stamps = [at]): Report {
  const [Structure] = Object.values(load<Record<string, Shipped>>(file)) as [Shipped];
  const create = (): Handle[] => {
    const first = new Structure({ capacity: 2, words: 1 });
    new Int32Array(first.memory)[at] = begin;
    return [first, Structure.from(first.memory)];
  };
  return explore({ create, programs: programs[what], monitor: models[what], stamps } as Exploration<Handle, unknown>);
}

describe.each([
  ["ring", "src/queue/spsc-ring.ts", SIGNAL_AT],
  ["queue", "src/queue/mpmc-queue.ts", SIGNAL_AT],
  // Behind its sequence.
  ["lock", "src/shared/seq-lock.ts", 17],
] as const)("the signal of a %s is a stamp:", (what, file, at) => {
  const usual = exploring(what, file, at, 0);

  test.each([1, -1, 12_345, 0x7fff_ffff, -0x8000_0000])("what it begins as, %i, decides nothing", (begin) => {
    expect(exploring(what, file, at, begin)).toEqual(usual);
  });

  test("fewer states, and no other result", () => {
    const all = exploring(what, file, at, 0, []);
    expect([usual.complete, usual.failure]).toEqual([true, undefined]);
    expect([all.complete, all.failure]).toEqual([true, undefined]);
    expect(usual.states).toBeLessThan(all.states);
  });

  test("no other word is taken for one", () => {
    // The header, which nobody changes, and the words that are compared as they are.
    expect(() => exploring(what, file, what === "lock" ? 16 : 32, 0)).toThrow("is no stamp");
  });
});

test("what a thread holds is nothing, what stands, or something else: three states", () => {
  const stamps = new Stamps([3]);
  const memory = [0, 0, 0, 5, 9];
  const states = [[], [5], [4], [6]].map((held) => stamps.state(held, memory));
  expect(new Set(states).size).toBe(3);
  expect(states[2]).toBe(states[3]);
});
