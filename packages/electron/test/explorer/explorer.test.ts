import { describe, expect, test } from "vitest";
import { type Exploration, explore, type Report } from "./explore.ts";
import { load, loadMutant } from "./load.ts";
import { linearizable, type Model, type Orders } from "./monitor.ts";
import { anyOf, type Operation, sequence } from "./thread.ts";

const { Counter } = load<typeof import("./toys/counter.ts")>("test/explorer/toys/counter.ts");
const { Gate } = load<typeof import("./toys/gate.ts")>("test/explorer/toys/gate.ts");
const { TreiberStack } = load<typeof import("./toys/treiber-stack.ts")>("test/explorer/toys/treiber-stack.ts");

interface Shared {
  readonly memory: SharedArrayBuffer;
}

// A handle for each thread.
function attached<H extends Shared>(Structure: new (memory?: SharedArrayBuffer) => H, threads: number): H[] {
  const first = new Structure();
  return Array.from({ length: threads }, (_, thread) => (thread === 0 ? first : new Structure(first.memory)));
}

const operation = <H>(name: string, run: Operation<H>["run"]): Operation<H> => ({ name, run });

const counts: Model<number> = { initial: 0, step: (value) => [[value + 1, value]] };
// `pass` waits until the gate is open.
const gate: Model<boolean> = {
  initial: false,
  step: (open, { name }) => {
    if (name === "open") return [[true, undefined]];
    if (name === "tryPass" && !open) return [[open, false]];
    return open ? [[open, true]] : [];
  },
};
const anything: Model<number> = { initial: 0, step: () => [[0, undefined]] };

type CounterMethod = "atomic" | "loadAndStore" | "plain" | "exchange" | "spinning" | "locked" | "lockedByLoad";

function counting(method: CounterMethod, threads: number, length: number): Report {
  const add = operation<InstanceType<typeof Counter>>(method, (counter) => counter[method]());
  return explore({
    create: () => attached(Counter, threads),
    programs: Array.from({ length: threads }, () => anyOf(length, add)),
    monitor: linearizable(counts),
  });
}

describe("a counter", () => {
  test.each<[CounterMethod, string | undefined]>([
    ["atomic", undefined],
    ["exchange", undefined],
    ["spinning", undefined],
    ["locked", undefined],
    ["plain", "race"],
    ["loadAndStore", "wrong result"],
    ["lockedByLoad", "race"],
  ])("by %s gives %s", (method, kind) => {
    for (const [threads, length] of [
      [2, 4],
      [3, 2],
    ] as const) {
      const report = counting(method, threads, length);
      expect([report.failure?.kind, report.complete]).toEqual([kind, kind === undefined]);
    }
  });

  test("is walked in all its interleavings: as many states and finals as can be counted by hand", () => {
    // Two threads of two atomic adds: a state is how far each thread is and what its adds returned.
    expect(counting("atomic", 2, 2)).toMatchObject({
      states: 9,
      transitions: 12,
      finals: 1,
      depth: 4,
    });
  });

  test("a race shows every access on the way, too", () => {
    const message = counting("lockedByLoad", 2, 1).failure?.message ?? "";
    expect(message.split("\n")).toEqual([
      "race: a plain read of [0] is not ordered after a plain write",
      "  T0 lockedByLoad(0): load [1] → 0 (counter.ts:56)",
      "  T1 lockedByLoad(0): load [1] → 0 (counter.ts:56)",
      "  T0 lockedByLoad(0): store [1] 1 → undefined (counter.ts:57); read [0] → [0]; write [0] 1 → undefined",
      "  T0 lockedByLoad(0): store [1] 0 → undefined (counter.ts:60); returns",
      "  T1 lockedByLoad(0): store [1] 1 → undefined (counter.ts:57); read [0] → [1]; write [0] 2 → undefined",
    ]);
  });

  test("a failure shows every access on the way", () => {
    const message = counting("loadAndStore", 2, 1).failure?.message ?? "";
    expect(message.split("\n")).toEqual([
      "T1 loadAndStore(0) gave 0",
      "  T0 loadAndStore(0): load [0] → 0 (counter.ts:18)",
      "  T1 loadAndStore(0): load [0] → 0 (counter.ts:18)",
      "  T0 loadAndStore(0): store [0] 1 → undefined (counter.ts:19); returns",
      "  T1 loadAndStore(0): store [0] 1 → undefined (counter.ts:19)",
    ]);
  });
});

describe("a gate", () => {
  type Name = "open" | "openAndMiss" | "pass" | "passAndMiss";
  const method = (name: string, key: Name) => operation<InstanceType<typeof Gate>>(name, (handle) => handle[key]());
  const open = method("open", "open");
  const pass = method("pass", "pass");
  const tryPass = operation<InstanceType<typeof Gate>>("tryPass", (handle) => handle.pass(5));

  test.each<[string, Operation<InstanceType<typeof Gate>>[], string | undefined]>([
    ["opened while two wait", [open, pass, pass], undefined],
    ["opened while one waits for some time", [open, tryPass, pass], undefined],
    ["that stays shut, so that one waits rightly", [pass, pass], undefined],
    [
      "where a wake-up is lost between look and sleep",
      [method("open", "openAndMiss"), method("pass", "passAndMiss")],
      "deadlock",
    ],
    ["whose opener wakes sleepers of another word", [open, method("pass", "passAndMiss")], "deadlock"],
  ])("%s", (_, operations, kind) => {
    const report = explore({
      create: () => attached(Gate, operations.length),
      programs: operations.map((one) => sequence(one)),
      monitor: linearizable(gate),
    });
    expect(report.failure?.kind).toBe(kind);
  });

  test.each([
    ["both", [0, 0], undefined],
    ["both", [0, 1], "deadlock"],
    ["bothSpinning", [0, 0], undefined],
    ["bothSpinning", [0, 1], "cannot finish"],
  ] as const)("two locks, %s, in the orders %j", (key, orders, kind) => {
    const take = {
      ...operation<InstanceType<typeof Gate>>(key, (handle, input) => handle[key](input)),
    };
    const report = explore({
      create: () => attached(Gate, 2),
      programs: orders.map((first) => sequence({ ...take, input: () => first })),
      monitor: linearizable(anything),
    });
    expect(report.failure?.kind).toBe(kind);
  });

  test("a thread that dies with a spinning lock stops the others, one that counts by exchange does not", () => {
    const dying = (key: CounterMethod): string | undefined =>
      explore({
        create: () => attached(Counter, 2),
        programs: [
          anyOf(
            2,
            operation<InstanceType<typeof Counter>>(key, (counter) => counter[key]()),
          ),
          anyOf(
            2,
            operation<InstanceType<typeof Counter>>(key, (counter) => counter[key]()),
          ),
        ],
        monitor: linearizable(counts),
        crashes: 1,
      }).failure?.kind;
    expect([dying("atomic"), dying("exchange"), dying("spinning")]).toEqual([undefined, undefined, "cannot finish"]);
  });
});

describe("a stack whose nodes are used again", () => {
  // The stack, and for each thread the nodes that it popped.
  const stack: Model<{ nodes: number[]; own: number[][] }> = {
    initial: { nodes: [0, 1, 2], own: [[], []] },
    step: ({ nodes, own }, { name, thread }) => {
      const mine = own[thread] as number[];
      const [from, to] = name === "pop" ? [nodes, mine] : [mine, nodes];
      const [node = -1, ...rest] = from;
      if (node === -1) return [[{ nodes, own }, -1]];
      if (name === "pop") return [[{ nodes: rest, own: own.with(thread, [...to, node]) }, node]];
      return [[{ nodes: [node, ...to], own: own.with(thread, rest) }, node]];
    },
  };

  test.each([
    ["pop", "push", "wrong result"],
    ["popCounted", "pushCounted", undefined],
  ] as const)("%s and %s", (pop, push, kind) => {
    type Stack = InstanceType<typeof TreiberStack>;
    const all = [operation<Stack>("pop", (own) => own[pop]()), operation<Stack>("push", (own) => own[push]())];
    const report = explore({
      create: () => attached(TreiberStack, 2),
      programs: [anyOf(2, ...all), anyOf(4, ...all)],
      monitor: linearizable(stack),
    });
    expect([report.failure?.kind, report.complete]).toEqual([kind, kind === undefined]);
  });
});

describe("threads that are alike", () => {
  type Handle = InstanceType<typeof Counter>;
  const method = (key: CounterMethod): Operation<Handle> => operation<Handle>(key, (counter) => counter[key]());
  const alike = (key: CounterMethod, threads: number, length: number): Report => {
    const program = anyOf(length, method(key));
    const all = Array.from({ length: threads }, (_, thread) => thread);
    return explore({
      create: () => attached(Counter, threads),
      programs: all.map(() => program),
      monitor: linearizable(counts),
      alike: all,
    });
  };

  test("are walked once for all their orders: as many states as can be counted by hand", () => {
    // Two threads of two adds are at one of nine places, and at three of them both are equally far.
    expect(alike("atomic", 2, 2)).toMatchObject({ states: 6, finals: 1, complete: true });
  });

  test.each<[CounterMethod, string | undefined]>([
    ["exchange", undefined],
    ["spinning", undefined],
    ["loadAndStore", "wrong result"],
  ])("give by %s what they give without: %s", (key, kind) => {
    const [all, once] = [counting(key, 3, 2), alike(key, 3, 2)];
    expect([all.failure?.kind, once.failure?.kind]).toEqual([kind, kind]);
    // Less than six times as many: some states are the same when their threads change places.
    if (kind === undefined) expect(all.states / once.states).toSatisfy((times: number) => times > 4 && times < 6);
  });

  test("are so also when they sleep", () => {
    const pass = operation<InstanceType<typeof Gate>>("pass", (handle) => handle.pass());
    const open = operation<InstanceType<typeof Gate>>("open", (handle) => handle.open());
    const passing = (alike: readonly number[]): Report =>
      explore({
        create: () => attached(Gate, 3),
        programs: [sequence(open), sequence(pass, pass), sequence(pass, pass)],
        monitor: linearizable(gate),
        alike,
      });
    const [all, once] = [passing([]), passing([1, 2])];
    expect([all.complete, once.complete]).toEqual([true, true]);
    // At 13 of 83 states both are equally far; of the others each is there twice.
    expect([all.states, once.states]).toEqual([83, 13 + (83 - 13) / 2]);
  });

  test("are what they are said to be", () => {
    const create = (): Handle[] => attached(Counter, 2);
    const monitor = linearizable(counts);
    const [add, other] = [sequence(method("atomic")), sequence(method("exchange"))];
    const exploring = (exploration: Partial<Exploration<Handle, Orders<number>>>) => () =>
      explore({ create, programs: [add, add], monitor, alike: [0, 1], ...exploration });
    expect(exploring({ programs: [add, other] })).toThrow("not alike");
    expect(exploring({ programs: [add, add.map(([one]) => [{ ...one!, input: (thread) => thread }])] })).toThrow(
      "not alike",
    );
    expect(exploring({ heirs: { 1: 0 } })).toThrow("no heirs");
    expect(exploring({ monitor: { ...monitor, rename: undefined } as never })).toThrow("can rename");
    expect(() => alike("locked", 2, 1)).toThrow("plain accesses");
  });
});

describe("the machinery", () => {
  test("a mutant whose text does not stand in the file exactly once is an error", () => {
    const file = "test/explorer/toys/counter.ts";
    expect(() => loadMutant(file, "no such text", "")).toThrow("0 times");
    expect(() => loadMutant(file, "Atomics.load", "")).toThrow("4 times");
    expect(() => load(file, { mutations: [{ file: "src/shared/mutex.ts", find: "a", replace: "b" }] })).toThrow(
      "import",
    );
  });

  test("a mutant is another class than the shipped one", () => {
    const mutant = loadMutant<typeof import("./toys/counter.ts")>(
      "test/explorer/toys/counter.ts",
      "return Atomics.add(this.#words, 0, 1);",
      "return Atomics.load(this.#words, 0);",
    );
    expect(new mutant.Counter().atomic()).toBe(0);
    expect(new Counter().atomic()).toBe(0);
  });

  test("an operation that does not repeat itself is reported", () => {
    let runs = 0;
    const odd = operation<InstanceType<typeof Counter>>("odd", (counter) => {
      if (runs++ % 2 === 0) counter.atomic();
      return counter.exchange();
    });
    const report = () =>
      explore({
        create: () => attached(Counter, 1),
        programs: [sequence(odd)],
        monitor: linearizable(counts),
      });
    expect(report).toThrow("does not repeat itself");
  });

  test("stops at the greatest number of states, and says so", () => {
    const add = operation<InstanceType<typeof Counter>>("add", (counter) => counter.atomic());
    const report = explore({
      create: () => attached(Counter, 2),
      programs: [anyOf(4, add), anyOf(4, add)],
      monitor: linearizable(counts),
      maxStates: 10,
    });
    expect(report).toMatchObject({ complete: false, failure: undefined });
  });
});
