import { expect, test } from "vitest";
import { EXPLORING, FULL, printCounts } from "./attached.ts";
import { type Exploration, explore, prove } from "./explore.ts";
import { interval, type Interval } from "./interval.ts";
import { load, type Mutation } from "./load.ts";
import { anyOf, type Operation, type Program } from "./thread.ts";

type Histogram = import("../../src/shared/shared-histogram.ts").SharedHistogram;
const FILE = "src/shared/shared-histogram.ts";

// Two cells that are far apart, or one. Each record adds 1 to the count.
const record = (value: number): Operation<Histogram> => ({
  name: "add",
  run: (histogram) => histogram.record(value),
  input: () => 1,
});
const count: Operation<Histogram> = { name: "value", run: (histogram) => histogram.snapshot().count };

// With few cells, so that a snapshot is not a hundred steps: values up to 7.
const FEW: readonly Mutation[] = [
  { file: "src/shared/histogram/cells.ts", find: "return (54 - precision) * 2 ** precision;", replace: "return 6;" },
];

function exploration(
  programs: readonly Program<Histogram>[],
  mutations: readonly Mutation[] = [],
): Exploration<Histogram, Interval> {
  const { SharedHistogram } = load<typeof import("../../src/shared/shared-histogram.ts")>(FILE, {
    mutations: [...FEW, ...mutations],
  });
  const create = (): Histogram[] => {
    const first = new SharedHistogram({ precision: 1 });
    return programs.map((_, thread) => (thread === 0 ? first : SharedHistogram.from(first.memory)));
  };
  return { create, programs, monitor: interval(), crashes: 1 };
}

const some = [record(0), record(5), count];

test.each(
  FULL
    ? [
        [3, 3],
        [2, 2, 2],
      ]
    : [
        [2, 2],
        [1, 1, 1],
      ],
)("SharedHistogram counts what has ended, also when a thread dies: %j %j", { timeout: EXPLORING }, (...lengths) => {
  const programs = lengths.map((length) => anyOf(length, ...some));
  printCounts(`SharedHistogram ${lengths.join("+")}`, prove(exploration(programs)));
});

const RECORDS = "Atomics.add(this.#cells, FIRST + cellOf(value, this.#precision), 1n);";

test.each([
  [
    "records by load and store",
    "wrong result",
    RECORDS,
    "const at = FIRST + cellOf(value, this.#precision); Atomics.store(this.#cells, at, Atomics.load(this.#cells, at) + 1n);",
  ],
  ["records plainly", "race", RECORDS, "this.#cells[FIRST + cellOf(value, this.#precision)]! += 1n;"],
  [
    "reads all but the first cell",
    "wrong result",
    "for (let i = 0; i < counts.length",
    "for (let i = 1; i < counts.length",
  ],
])("a histogram that %s is found out: %s", (_, kind, find, replace) => {
  const report = explore(exploration([anyOf(2, ...some), anyOf(2, ...some)], [{ find, replace }]));
  expect(report.failure?.kind).toBe(kind);
});
