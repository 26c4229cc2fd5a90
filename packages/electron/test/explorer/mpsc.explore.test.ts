import { describe, expect, test } from "vitest";
import { SIGNAL_AT } from "../../src/queue/queue-words.ts";
import { lanes, turns } from "../queue/queue-models.ts";
import { EXPLORING, FULL, printCounts } from "./attached.ts";
import { explore, prove } from "./explore.ts";
import { load, type Mutation } from "./load.ts";
import { linearizable } from "./monitor.ts";
import { anyOf, type Operation, type Program, sequence } from "./thread.ts";

type Module = typeof import("../../src/queue/mpsc-ring.ts");
type Ring = import("../../src/queue/mpsc-ring.ts").MpscRing;
type Producer = import("../../src/queue/mpsc-ring.ts").MpscProducer;
const RING = "src/queue/mpsc-ring.ts";
const SIDE = "src/queue/lane-side.ts";
const LANE = "src/queue/lane.ts";

const operation = (name: string, run: (ring: Ring, input: number) => unknown): Operation<Ring> => ({ name, run });
const tryPush = operation("tryPush", (ring, input) => ring.tryPush(input));
const tryPop = operation("tryPop", (ring) => ring.tryPop());
const push = operation("push", (ring, input) => ring.push(input));
const pop = operation("pop", (ring) => ring.pop());
const close = operation("close", (ring) => ring.close());
const isDone = operation("isDone", (ring) => ring.isDone);

// Two producers, which claim a lane at their first push, and a consumer. An idle first one has claimed its lane before.
function exploration(programs: readonly Program<Ring>[], mutations: readonly Mutation[] = []) {
  const { MpscRing } = load<Module>(RING, { mutations });
  const create = (): Ring[] => {
    const first = new MpscRing({ capacity: 2, lanes: 2 });
    if (programs[0]?.length === 0) first.producer();
    return programs.map((_, thread) => (thread === 0 ? first : MpscRing.from(first.memory)));
  };
  return { create, programs, monitor: linearizable(lanes(2, 2)), stamps: [SIGNAL_AT] };
}

describe("MpscRing", { timeout: EXPLORING }, () => {
  test.each<[string, readonly Program<Ring>[]]>([
    ["2 producers and a consumer", [anyOf(1, tryPush), anyOf(1, tryPush), anyOf(2, tryPop)]],
    ["a producer and a consumer", [anyOf(FULL ? 4 : 3, tryPush), [], anyOf(FULL ? 4 : 3, tryPop, close, isDone)]],
    ["a consumer that waits", [sequence(push), [], sequence(pop)]],
    ["a consumer that waits for the close", [[], sequence(close), sequence(pop)]],
    ...(FULL
      ? ([
          ["2 producers and a consumer that waits", [sequence(push), sequence(push), sequence(pop)]],
          ["a producer, a close, and a consumer that waits", [sequence(push), sequence(close), sequence(pop)]],
          ["2 producers and a consumer, 2 each", [anyOf(2, tryPush), anyOf(2, tryPush), anyOf(2, tryPop, close)]],
          ["a producer and a consumer of 4 that wait", [anyOf(4, push, close), [], anyOf(4, pop, close)]],
          ["2 producers and a consumer that wait, 2 each", [anyOf(2, push), anyOf(2, push), anyOf(2, pop)]],
        ] satisfies [string, readonly Program<Ring>[]][])
      : []),
  ])("every mix of operations, %s, is that of a queue for each producer", (name, programs) => {
    printCounts(`MpscRing, ${name}`, prove(exploration(programs)));
  });

  test("a lane goes from one producer to the next", () => {
    printCounts("MpscRing, one lane", prove(handover([])));
  });
});

interface Handle {
  readonly ring: Ring;
  producer: Producer | undefined;
}

// Producers that share one lane by turns.
function handover(mutations: readonly Mutation[]) {
  const { MpscRing } = load<Module>(RING, { mutations });
  const join: Operation<Handle> = {
    name: "join",
    run: (handle) => {
      try {
        handle.producer = handle.ring.producer();
        return true;
      } catch {
        return false;
      }
    },
  };
  const leave: Operation<Handle> = { name: "leave", run: ({ producer }) => producer?.close() };
  const produce: Operation<Handle> = {
    name: "tryPush",
    run: ({ producer }, input) => producer?.tryPush(input) ?? false,
  };
  const consume: Operation<Handle> = { name: "tryPop", run: ({ ring }) => ring.tryPop() };
  const create = (): Handle[] => {
    const ring = new MpscRing({ capacity: 2, lanes: 1 });
    return [0, 1, 2].map((thread) => ({ ring: thread === 0 ? ring : MpscRing.from(ring.memory), producer: undefined }));
  };
  const programs = [sequence(join, produce, leave, produce), sequence(join, produce), anyOf(2, consume)];
  return { create, programs, monitor: linearizable(turns(2)) };
}

describe("a mutant of MpscRing is found out that", { timeout: EXPLORING }, () => {
  const busy = [anyOf(1, tryPush), anyOf(1, tryPush), anyOf(2, tryPop)];
  const patient = [[], sequence(push), sequence(pop)];
  const claim = "Atomics.compareExchange(words, tailAt + CLAIM, 0, 1) === 0";
  test.each<[string, string, string, string, readonly Program<Ring>[], string]>([
    [
      "claims a lane by a store",
      RING,
      claim,
      "Atomics.load(words, tailAt + CLAIM) === 0 && Atomics.store(words, tailAt + CLAIM, 1) === 1",
      busy,
      "race",
    ],
    ["claims a lane that is claimed", RING, claim, "Atomics.exchange(words, tailAt + CLAIM, 1) >= 0", busy, "race"],
    [
      "does not say how many lanes are in use",
      RING,
      "for (let used = this.#used(); used <= free; used = this.#used()) {",
      "for (; false; ) { const used = 0;",
      busy,
      "wrong result",
    ],
    [
      "says how many lanes are in use by a store",
      RING,
      "Atomics.compareExchange(words, LANES_USED, used, free + 1);",
      "Atomics.store(words, LANES_USED, free + 1);",
      busy,
      "wrong result",
    ],
    [
      "says to one lane only that it waits",
      RING,
      "for (const lane of this.#lanes) lane.want(ending);",
      "this.#lanes[0]!.want(ending);",
      patient,
      "deadlock",
    ],
    [
      "says to the lanes in use only that it waits",
      RING,
      "for (const lane of this.#lanes) lane.want(ending);",
      "for (const lane of this.#lanes.slice(0, this.#used())) lane.want(ending);",
      patient,
      "deadlock",
    ],
    [
      "does not wake who waits",
      SIDE,
      "    this.#signal.notify();\n    return true;",
      "    return true;",
      patient,
      "deadlock",
    ],
    [
      "closes one lane only",
      RING,
      "for (const lane of this.#lanes.toReversed()) lane.close();",
      "this.#lanes[0]!.close();",
      [sequence(push), sequence(close), sequence(pop, pop)],
      "deadlock",
    ],
    [
      "is done when one lane is",
      RING,
      "return this.#lanes.every((lane) => lane.isDone);",
      "return this.#lanes.some((lane) => lane.isDone);",
      [anyOf(1, tryPush), anyOf(1, close), anyOf(2, tryPop, isDone)],
      "wrong result",
    ],
    [
      "passes a slot on before it is written",
      LANE,
      "    this.#slots[this.#slotOf(producer.index)] = value;\n    return producer.pass(1);",
      "    const at = this.#slotOf(producer.index); const done = producer.pass(1); this.#slots[at] = value; return done;",
      busy,
      "race",
    ],
  ])("%s", (_, file, find, replace, programs, kind) => {
    expect(explore(exploration(programs, [{ file, find, replace }])).failure?.kind).toBe(kind);
  });

  test.each([
    ["pushes to a lane that it gave back", "    this.#limit = this.index;\n    this.#lead = -1;\n", "", "wrong result"],
    ["looks for room in a lane that it gave back", "this.#lead = -1;", "this.#lead = 0;", "wrong result"],
    [
      "begins at the start of a lane that it took over",
      "this.index = withoutFlags(Atomics.load(this.#words, this.#at));",
      "",
      "wrong result",
    ],
  ])("%s", (_, find, replace, kind) => {
    expect(explore(handover([{ file: SIDE, find, replace }])).failure?.kind).toBe(kind);
  });
});
