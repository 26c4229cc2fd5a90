import { describe, expect, test } from "vitest";
import { SIGNAL_AT } from "../../src/queue/queue-words.ts";
import { queue } from "../queue/queue-models.ts";
import { EXPLORING, FULL, printCounts } from "./attached.ts";
import { explore, prove } from "./explore.ts";
import { load, type Mutation } from "./load.ts";
import { linearizable } from "./monitor.ts";
import { anyOf, type Operation, type Program, sequence } from "./thread.ts";

type Queue = import("../../src/queue/mpmc-queue.ts").MpmcQueue;
const QUEUE = "src/queue/mpmc-queue.ts";
const SHARED = "src/queue/shared-queue.ts";

const operation = (name: string, run: (queue: Queue, input: number) => unknown): Operation<Queue> => ({ name, run });
const tryPush = operation("tryPush", (one, input) => one.tryPush(input));
const tryPop = operation("tryPop", (one) => one.tryPop());
const push = operation("push", (one, input) => one.push(input));
const pop = operation("pop", (one) => one.pop());
const close = operation("close", (one) => one.close());
const isDone = operation("isDone", (one) => one.isDone);
const popSoon = operation("tryPop", (one) => one.pop(5));
const pushSoon = operation("tryPush", (one, input) => one.push(input, 5));

// The index words begin two items before they wrap.
function exploration(programs: readonly Program<Queue>[], mutations: readonly Mutation[] = [], start = -8) {
  const { MpmcQueue } = load<typeof import("../../src/queue/mpmc-queue.ts")>(QUEUE, { mutations });
  const create = (): Queue[] => {
    const first = new MpmcQueue({ capacity: 2 });
    const words = new Int32Array(first.memory);
    words[32] = words[48] = start;
    words[64] = start;
    words[66] = start + 4;
    return programs.map((_, thread) => (thread === 0 ? first : MpmcQueue.from(first.memory)));
  };
  // What is between its two steps stops the other side.
  const unready = (name: string, other: string): boolean => other.endsWith(name === "tryPop" ? "ush" : "op");
  return { create, programs, monitor: linearizable(queue(2, unready)), stamps: [SIGNAL_AT] };
}

const all = [tryPush, tryPop, close, isDone];
const waiting = [push, pop, close];
const n = FULL ? 4 : 2;

describe("MpmcQueue", { timeout: EXPLORING }, () => {
  test.each<[string, readonly Program<Queue>[]]>([
    [`2x${n}`, [anyOf(n, ...all), anyOf(n, ...all)]],
    ["3x1", [anyOf(1, ...all), anyOf(1, ...all), anyOf(1, ...all)]],
    ["2 producers and a consumer", [anyOf(2, tryPush), anyOf(1, tryPush), anyOf(FULL ? 2 : 1, tryPop)]],
    ["1 producer and 2 consumers", [anyOf(2, tryPush), anyOf(1, tryPop), anyOf(FULL ? 2 : 1, tryPop)]],
    ["2x2, waiting", [anyOf(2, push, close), anyOf(2, pop)]],
    ["2x1, waiting for some time", [anyOf(1, pushSoon, popSoon, close), anyOf(1, pushSoon, popSoon, close)]],
    ...(FULL
      ? ([
          ["3x2", [anyOf(2, tryPush, tryPop), anyOf(2, tryPush, tryPop), anyOf(2, tryPush, tryPop)]],
          ["2x4, waiting", [anyOf(4, ...waiting), anyOf(4, ...waiting)]],
          ["2x2, waiting for some time", [anyOf(2, pushSoon, popSoon, close), anyOf(2, pushSoon, popSoon, close)]],
          ["1 producer and 2 consumers that wait, 2 each", [anyOf(2, push, close), anyOf(2, pop), anyOf(2, pop)]],
          ["2 producers and 1 consumer that wait, 2 each", [anyOf(2, push), anyOf(2, push), anyOf(2, pop, close)]],
          ["3x1, waiting", [anyOf(1, ...waiting), anyOf(1, ...waiting), anyOf(1, ...waiting)]],
        ] satisfies [string, readonly Program<Queue>[]][])
      : []),
  ])("every mix of operations, %s, is that of a queue", (name, programs) => {
    printCounts(`MpmcQueue ${name}`, prove(exploration(programs)));
  });

  test("the same where the index passes 2^31", () => {
    prove(exploration([anyOf(2, tryPush, tryPop), anyOf(2, tryPush, tryPop)], [], 0x7ffffff8));
  });
});

// Three threads that wait twice each. One mix of operations at a time, since all at once are too many; those of the same
// operations in another order of threads are alike.
const PAIRS: readonly (readonly [Operation<Queue>, Operation<Queue>])[] = [
  [push, push],
  [push, pop],
  [pop, push],
  [pop, pop],
];
const mixes = PAIRS.flatMap((first, a) =>
  PAIRS.slice(a).flatMap((second, b) => PAIRS.slice(a + b).map((third) => [first, second, third])),
).map((mix) => [mix.map((pair) => pair.map(({ name }) => name).join("-")).join(", "), mix] as const);
// In short, those of which each thread pops first: nothing is ever pushed.
const MIXES = FULL ? mixes : mixes.filter(([, mix]) => mix.every(([first]) => first === pop));

describe("MpmcQueue, three threads that wait twice", { timeout: EXPLORING }, () => {
  test.each(MIXES)("is that of a queue: %s", (name, mix) => {
    printCounts(
      `MpmcQueue ${name}`,
      prove({ ...exploration(mix.map((pair) => sequence(...pair))), maxStates: 100_000_000 }),
    );
  });
});

describe("a mutant of MpmcQueue is found out that", { timeout: EXPLORING }, () => {
  const two = [anyOf(3, tryPush, tryPop, close), anyOf(3, tryPush, tryPop, close)];
  const wait = [anyOf(2, push, close), anyOf(2, pop)];
  const ends = [anyOf(2, tryPush, isDone), anyOf(1, close)];
  const take = "Atomics.compareExchange(words, at, index, index + STEP)";
  test.each<[string, string, string, string, readonly Program<Queue>[], string]>([
    ["takes an index by a store", QUEUE, take, "(Atomics.store(words, at, index + STEP), index)", two, "race"],
    ["takes an index without looking who did", QUEUE, "ahead === 0 && seen === index", "ahead === 0", two, "race"],
    [
      "says that a cell is ready before it is",
      QUEUE,
      "    this.words[cell + VALUE] = value;\n    this.#pass(cell, STEP);",
      "    this.#pass(cell, STEP);\n    this.words[cell + VALUE] = value;",
      two,
      "race",
    ],
    [
      "says that a cell is free before it is",
      QUEUE,
      "    this.#pass(cell, STEP * (this.capacity - 1));\n    return value;",
      "    this.#pass(cell, STEP * (this.capacity - 1));\n    return this.words[cell + VALUE];",
      two,
      "race",
    ],
    [
      "does not wait for a cell to be free",
      QUEUE,
      "if (ahead < 0) return -1;",
      "if (ahead < 0 && turn > 0) return -1; if (ahead < 0) return cell;",
      two,
      "wrong result",
    ],
    ["takes its cell for filled", QUEUE, "this.#take(this.headAt, STEP)", "this.#take(this.headAt, 0)", two, "race"],
    [
      "frees its cell for the same round",
      QUEUE,
      "STEP * (this.capacity - 1)",
      "STEP * (this.capacity - 2)",
      two,
      "wrong result",
    ],
    [
      "writes the sequence as a plain word",
      QUEUE,
      "Atomics.add(this.words, cell, steps);",
      "this.words[cell]! += steps;",
      two,
      "race",
    ],
    [
      "pushes though it is closed",
      QUEUE,
      "if ((index & CLOSED) !== 0) return -1;",
      "index &= ~CLOSED;",
      ends,
      "cannot finish",
    ],
    [
      "closes by a load and a store",
      SHARED,
      "Atomics.or(this.words, this.tailAt, CLOSED);",
      "Atomics.store(this.words, this.tailAt, Atomics.load(this.words, this.tailAt) | CLOSED);",
      ends,
      "wrong result",
    ],
    ["does not wake who waits", QUEUE, "    this.signal.notify();\n", "", wait, "deadlock"],
    [
      "wakes before the cell is ready",
      QUEUE,
      "    Atomics.add(this.words, cell, steps);\n    this.signal.notify();",
      "    this.signal.notify();\n    Atomics.add(this.words, cell, steps);",
      wait,
      "deadlock",
    ],
    [
      "is done when it is closed",
      SHARED,
      "return this.isClosed && this.size === 0;",
      "return this.isClosed;",
      wait,
      "wrong result",
    ],
    [
      "looks at the size before it looks for the close",
      SHARED,
      "return this.isClosed && this.size === 0;",
      "return this.size === 0 && this.isClosed;",
      [anyOf(2, tryPush, close), anyOf(2, isDone)],
      "wrong result",
    ],
  ])("%s", (_, file, find, replace, programs, kind) => {
    expect(explore(exploration(programs, [{ file, find, replace }])).failure?.kind).toBe(kind);
  });
});
