import { describe, expect, test } from "vitest";
import { attached, EXPLORING, FULL, printCounts } from "./attached.ts";
import { explore, prove, type Report } from "./explore.ts";
import { load, type Mutation } from "./load.ts";
import { lock } from "./models.ts";
import { linearizable, type Model } from "./monitor.ts";
import { anyOf, type Operation, type Program } from "./thread.ts";

type Mutex = import("../../src/shared/mutex.ts").Mutex;
const MUTEX = "src/shared/mutex.ts";
const FUTEX = "src/shared/futex.ts";

const operation = (name: string, run: (mutex: Mutex) => unknown): Operation<Mutex> => ({ name, run });
const forever = operation("lock", (mutex) => mutex.lock());
// A lock within some time is a `tryLock` that may wait first.
const forSomeTime = operation("tryLock", (mutex) => mutex.lock(5));
const atOnce = operation("tryLock", (mutex) => mutex.tryLock());
const unlock = operation("unlock", (mutex) => mutex.unlock());
const all = [forever, forSomeTime, atOnce, unlock];

function exploration(mutations: readonly Mutation[], programs: readonly Program<Mutex>[]) {
  const { Mutex: Shipped } = load<typeof import("../../src/shared/mutex.ts")>(MUTEX, { mutations });
  const create = (): Mutex[] => {
    const first = new Shipped();
    return programs.map((_, thread) => (thread === 0 ? first : Shipped.from(first.memory)));
  };
  return { create, programs, monitor: linearizable(lock()) };
}

// Threads that count a plain word under the lock.
function guarded(threads: number, length: number, mutations: readonly Mutation[] = []): Report {
  type Toy = typeof import("./toys/guarded-counter.ts");
  const { GuardedCounter } = load<Toy>("test/explorer/toys/guarded-counter.ts", { mutations });
  type Counter = InstanceType<typeof GuardedCounter>;
  const operations: Operation<Counter>[] = [
    { name: "count", run: (counter) => counter.count(Infinity) },
    { name: "tryCount", run: (counter) => counter.count(5) },
  ];
  const model: Model<number> = {
    initial: 0,
    step: (value, { name }, overlaps) => {
      const counted = [value + 1, value] as const;
      return name === "tryCount" && overlaps.length > 0 ? [counted, [value, undefined]] : [counted];
    },
  };
  const programs = Array.from({ length: threads }, () => anyOf(length, ...operations));
  return explore({ create: () => attached(GuardedCounter, threads), programs, monitor: linearizable(model) });
}

describe("Mutex", () => {
  test.each(
    FULL
      ? [
          [4, 4],
          [2, 2, 2],
        ]
      : [
          [3, 3],
          [2, 1, 1],
        ],
  )(
    "every mix of its operations, %j and %j a thread, is that of a lock",
    (...lengths) => {
      const programs = lengths.map((length) => anyOf(length, ...all));
      printCounts(`Mutex ${lengths.join("+")}`, prove(exploration([], programs)));
    },
    EXPLORING,
  );

  test.each(
    FULL
      ? [
          [2, 4],
          [3, 2],
        ]
      : [
          [2, 2],
          [3, 1],
        ],
  )(
    "%i threads of %i counts each guard a plain word",
    (threads, length) => {
      const report = guarded(threads, length);
      expect([report.failure?.message, report.complete]).toEqual([undefined, true]);
      printCounts(`Mutex, guarded word ${threads}x${length}`, report);
    },
    EXPLORING,
  );

  const TAKE = "return Atomics.compareExchange(this.#words, this.#at, FREE, HELD) === FREE;";
  const CONTEND = "return Atomics.exchange(this.#words, this.#at, CONTENDED) === FREE || CONTENDED;";
  const GIVE = "const state = Atomics.exchange(this.#words, this.#at, FREE);";
  const WAKE = "if (state === CONTENDED) Atomics.notify(this.#words, this.#at, 1);";
  const LOOK = "const state = Atomics.load(this.#words, this.#at);";
  const STORE = "Atomics.store(this.#words, this.#at, FREE);";
  const SLEEP = "Atomics.wait(words, at, seen, rest);";

  test.each<[string, string, string, string, string]>([
    [
      "takes by a store",
      MUTEX,
      TAKE,
      `${LOOK} if (state !== FREE) return false; Atomics.store(this.#words, this.#at, HELD); return true;`,
      "wrong result",
    ],
    [
      "takes a contended lock as an uncontended one",
      MUTEX,
      CONTEND,
      TAKE.replace("=== FREE", "=== FREE || CONTENDED"),
      "cannot finish",
    ],
    [
      "contends by a store",
      MUTEX,
      CONTEND,
      `${LOOK} Atomics.store(this.#words, this.#at, CONTENDED); return state === FREE || CONTENDED;`,
      "wrong result",
    ],
    ["wakes nobody", MUTEX, WAKE, "", "deadlock"],
    ["wakes only when nobody waits", MUTEX, "if (state === CONTENDED)", "if (state === HELD)", "deadlock"],
    [
      "wakes before it gives back",
      MUTEX,
      GIVE,
      `${LOOK} ${WAKE} ${STORE} if (state === CONTENDED) return;`,
      "deadlock",
    ],
    ["gives back by a load and a store", MUTEX, GIVE, `${LOOK} ${STORE}`, "deadlock"],
    ["does not say when nobody held it", MUTEX, "if (state === FREE)", "if (state > CONTENDED)", "wrong result"],
    ["does not look again after a wake-up", FUTEX, SLEEP, `${SLEEP} return true;`, "wrong result"],
    ["sleeps while it is free", FUTEX, SLEEP, "Atomics.wait(words, at, Atomics.load(words, at), rest);", "deadlock"],
  ])("a mutex that %s is found out", (_, file, find, replace, kind) => {
    const programs = [anyOf(2, ...all), anyOf(2, ...all)];
    expect(explore(exploration([{ file, find, replace }], programs)).failure?.kind).toBe(kind);
  });

  test("a mutex that guards by a plain word is a race", () => {
    const replace = "this.#words[this.#at] = CONTENDED; return CONTENDED;";
    expect(guarded(2, 1, [{ file: MUTEX, find: CONTEND, replace }]).failure?.kind).toBe("race");
  });
});
