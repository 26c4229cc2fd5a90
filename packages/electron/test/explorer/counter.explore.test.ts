import { expect, test } from "vitest";
import { EXPLORING, FULL, printCounts } from "./attached.ts";
import { type Exploration, explore, prove } from "./explore.ts";
import { interval, type Interval } from "./interval.ts";
import { load, type Mutation } from "./load.ts";
import { anyOf, type Operation, type Program } from "./thread.ts";

type Counter = import("../../src/shared/shared-counter.ts").SharedCounter;
const FILE = "src/shared/shared-counter.ts";

const add: Operation<Counter> = { name: "add", run: (counter, input) => counter.add(input) };
const value: Operation<Counter> = { name: "value", run: (counter) => counter.value() };

function exploration(
  programs: readonly Program<Counter>[],
  stripes: number,
  mutations: readonly Mutation[] = [],
): Exploration<Counter, Interval> {
  const { SharedCounter } = load<typeof import("../../src/shared/shared-counter.ts")>(FILE, { mutations });
  const create = (): Counter[] => {
    const first = new SharedCounter({ stripes });
    return programs.map((_, thread) => (thread === 0 ? first : SharedCounter.from(first.memory)));
  };
  return { create, programs, monitor: interval(), crashes: 1 };
}

// By the number of stripes; then how many operations each thread has.
test.each(
  FULL
    ? [
        [1, 4, 4],
        [2, 4, 4],
        [3, 3, 3, 3],
      ]
    : [
        [1, 3, 3],
        [2, 3, 3],
        [2, 2, 1, 1],
      ],
)(
  "SharedCounter counts what has ended, also when a thread dies: %i stripes, %j",
  { timeout: EXPLORING },
  (stripes, ...lengths) => {
    const programs = lengths.map((length) => anyOf(length, add, value));
    printCounts(`SharedCounter ${stripes} stripes, ${lengths.join("+")}`, prove(exploration(programs, stripes)));
  },
);

test.each([
  [
    "adds by load and store",
    "Atomics.add(this.#cells, this.#cell, n === 1 ? 1n : BigInt(n));",
    "Atomics.store(this.#cells, this.#cell, Atomics.load(this.#cells, this.#cell) + BigInt(n));",
  ],
  ["reads one stripe only", "sum += Atomics.load(this.#cells, cell);", "sum = Atomics.load(this.#cells, cell);"],
  ["reads the last stripe not", "cell < this.#cells.length", "cell < this.#cells.length - 8"],
  [
    "adds twice",
    "Atomics.add(this.#cells, this.#cell, n === 1",
    "this.value(); Atomics.add(this.#cells, this.#cell, 1n); Atomics.add(this.#cells, this.#cell, n === 1",
  ],
])("a counter that %s is found out", (_, find, replace) => {
  // One stripe is shared by two of the threads.
  const programs = [anyOf(2, add, value), anyOf(2, add, value), anyOf(1, add)];
  const report = explore(exploration(programs, 2, [{ find, replace }]));
  expect(report.failure?.kind).toBe("wrong result");
});

test("a counter whose cells are not atomic is found out", () => {
  const mutations = [
    {
      find: "Atomics.add(this.#cells, this.#cell, n === 1 ? 1n : BigInt(n));",
      replace: "this.#cells[this.#cell]! += BigInt(n);",
    },
  ];
  const report = explore(exploration([anyOf(1, add), anyOf(1, value)], 1, mutations));
  expect(report.failure?.kind).toBe("race");
});
