import { describe, expect, test } from "vitest";
import { attached, EXPLORING, FULL, printCounts } from "./attached.ts";
import { explore, type Report } from "./explore.ts";
import { load, type Mutation } from "./load.ts";
import { linearizable, type Model } from "./monitor.ts";
import { anyOf, type Operation, type Program } from "./thread.ts";

type Toy = typeof import("./toys/semaphore.ts");
type Semaphore = InstanceType<Toy["Semaphore"]>;

const give: Operation<Semaphore> = { name: "give", run: (semaphore) => semaphore.give(1) };
const giveTwo: Operation<Semaphore> = { name: "giveTwo", run: (semaphore) => semaphore.give(2) };
const take: Operation<Semaphore> = { name: "take", run: (semaphore) => semaphore.take(Infinity) };
const takeSoon: Operation<Semaphore> = { name: "takeSoon", run: (semaphore) => semaphore.take(5) };
const all = [give, giveTwo, take, takeSoon];

const permits: Model<number> = {
  initial: 0,
  step: (left, { name }) => {
    if (name.startsWith("give")) return [[left + (name === "give" ? 1 : 2), undefined]];
    if (left > 0) return [[left - 1, true]];
    return name === "take" ? [] : [[left, false]];
  },
};

function exploring(programs: readonly Program<Semaphore>[], mutations: readonly Mutation[] = [], crashes = 0): Report {
  const { Semaphore: Shipped } = load<Toy>("test/explorer/toys/semaphore.ts", { mutations });
  const create = (): Semaphore[] => attached(Shipped, programs.length);
  return explore({ create, programs, monitor: linearizable(permits), crashes });
}

describe("Signal", () => {
  const three = [give, take, takeSoon];
  const rows: [string, Program<Semaphore>[]][] = FULL
    ? [
        ["2 threads of 4", [anyOf(4, ...all), anyOf(4, ...all)]],
        ["3 threads of 2", [anyOf(2, ...three), anyOf(2, ...three), anyOf(2, ...three)]],
      ]
    : [
        ["2 threads of 2", [anyOf(2, ...all), anyOf(2, ...all)]],
        ["3 threads of 1", [anyOf(1, ...three), anyOf(1, ...three), anyOf(1, ...three)]],
      ];

  test.each(rows)(
    "loses no wake-up, in every mix of operations of %s",
    (name, programs) => {
      const report = exploring(programs);
      expect([report.failure?.message, report.complete]).toEqual([undefined, true]);
      printCounts(`Signal, ${name}`, report);
    },
    EXPLORING,
  );

  test(
    "a thread that dies while it waits keeps no other from its wake-up",
    () => {
      const takers = anyOf(1, take, takeSoon);
      const report = exploring([anyOf(2, give), takers, takers], [], 1);
      expect([report.failure?.message, report.complete]).toEqual([undefined, true]);
      printCounts("Signal with a death", report);
    },
    EXPLORING,
  );

  const NOTIFY = "Atomics.notify(this.#words, this.#at);";
  const MOVE = "Atomics.add(this.#words, this.#at, 1);";
  const LOOK = "const seen = Atomics.load(this.#words, this.#at);\n      return ready() || seen;";

  test.each<[string, string, string]>([
    [
      "does not count itself before it looks",
      "this.#count(1);\n    try {\n      return waitUntil(",
      "try { return waitUntil(",
    ],
    ["reads the sequence after its look", LOOK, "return ready() || Atomics.load(this.#words, this.#at);"],
    ["does not look again before it sleeps", "return ready() || seen;", "return seen;"],
    ["does not move the sequence", MOVE, ""],
    ["wakes before it moves the sequence", `${MOVE}\n    ${NOTIFY}`, `${NOTIFY} ${MOVE}`],
    ["wakes one of many", NOTIFY, "Atomics.notify(this.#words, this.#at, 1);"],
    ["wakes nobody", NOTIFY, ""],
    ["takes itself off twice", "this.#count(-1);\n    }\n  }\n\n  /** The same", "this.#count(-2); } }\n /** The same"],
  ])(
    "one that %s is found out",
    (_, find, replace) => {
      const mutation = { file: "src/shared/signal.ts", find, replace };
      const programs = [anyOf(2, ...all), anyOf(1, take, takeSoon), anyOf(1, take, takeSoon)];
      expect(exploring(programs, [mutation]).failure?.kind).toBe("deadlock");
    },
    EXPLORING,
  );
});
