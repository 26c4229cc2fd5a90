import { describe, expect, test } from "vitest";
import { SIGNAL_AT } from "../../src/queue/queue-words.ts";
import { queue } from "../queue/queue-models.ts";
import { EXPLORING, FULL, printCounts } from "./attached.ts";
import { explore, prove } from "./explore.ts";
import { load, type Mutation } from "./load.ts";
import { linearizable } from "./monitor.ts";
import { anyOf, type Operation, type Program, sequence } from "./thread.ts";

type Ring = import("../../src/queue/spsc-ring.ts").SpscRing;
const RING = "src/queue/spsc-ring.ts";
const SIDE = "src/queue/lane-side.ts";
const LANE = "src/queue/lane.ts";

const two = (value: number): Int32Array => Int32Array.of(value, value + 1);
function popTwo(ring: Ring): Int32Array {
  const target = new Int32Array(2);
  return target.subarray(0, ring.popMany(target));
}

const operation = (name: string, run: (ring: Ring, input: number) => unknown): Operation<Ring> => ({ name, run });
const tryPush = operation("tryPush", (ring, input) => ring.tryPush(input));
const tryPop = operation("tryPop", (ring) => ring.tryPop());
const pushMany = operation("pushMany", (ring, input) => ring.pushMany(two(input)));
const popMany = operation("popMany", popTwo);
const close = operation("close", (ring) => ring.close());
const isDone = operation("isDone", (ring) => ring.isDone);
const push = operation("push", (ring, input) => ring.push(input));
const pop = operation("pop", (ring) => ring.pop());
// Within some time: a `try` that may wait first.
const pushSoon = operation("tryPush", (ring, input) => ring.push(input, 5));
const popSoon = operation("tryPop", (ring) => ring.pop(5));

// The index words begin two items before they wrap.
function exploration(
  programs: readonly [Program<Ring>, Program<Ring>],
  mutations: readonly Mutation[] = [],
  start = -8,
) {
  const { SpscRing } = load<typeof import("../../src/queue/spsc-ring.ts")>(RING, { mutations });
  const create = (): Ring[] => {
    const ring = new SpscRing({ capacity: 2 });
    const words = new Int32Array(ring.memory);
    words[32] = words[48] = start;
    return [ring, SpscRing.from(ring.memory)];
  };
  return { create, programs, monitor: linearizable(queue(2)), stamps: [SIGNAL_AT] };
}

const n = FULL ? 4 : 3;
const busy = [anyOf(n, tryPush, pushMany, close), anyOf(n, tryPop, popMany, isDone)] as const;
const m = FULL ? 4 : 2;
const patient = [
  anyOf(m, push, close, ...(FULL ? [pushMany] : [])),
  anyOf(m, pop, ...(FULL ? [popMany, close] : [])),
] as const;
const hasty = [anyOf(m, pushSoon, close), anyOf(m, popSoon, close)] as const;
// Fills the ring and waits, empties it and waits.
const full = [
  sequence(push, push, push, ...(FULL ? [push] : [])),
  sequence(pop, ...(FULL ? [pop, pop, pop] : [])),
] as const;

describe("SpscRing", { timeout: EXPLORING }, () => {
  test.each([
    ["that do not wait", busy],
    ["that wait", patient],
    ["that wait for some time", hasty],
    ["that wait for each other", full],
  ])("every mix of operations %s is that of a queue", (name, programs) => {
    printCounts(`SpscRing, operations ${name}`, prove(exploration(programs)));
  });

  test("the same where the index passes 2^31", () => {
    prove(exploration([anyOf(n, tryPush, pushMany), anyOf(n, tryPop, popMany)], [], 0x7ffffff8));
  });

  test("messages come out as they went in, also around the end of the ring", () => {
    printCounts("SpscRing, messages", prove(messages([])));
  });
});

// Messages of 3 bytes, 2 words each, in a ring of 4 words.
function messages(mutations: readonly Mutation[]) {
  const { SpscRing } = load<typeof import("../../src/queue/spsc-ring.ts")>(RING, { mutations });
  const bytes = new Uint8Array(3);
  const tryWrite = operation("tryPush", (ring, input) => ring.tryWrite(bytes.fill(input)));
  const tryRead = operation("tryPop", (ring) => {
    const target = new Uint8Array(3);
    if (ring.tryRead(target) < 0) return undefined;
    return target.every((byte) => byte === target[0]) ? target[0] : "torn";
  });
  const create = (): Ring[] => {
    const ring = new SpscRing({ capacity: 4, messages: true });
    const words = new Int32Array(ring.memory);
    words[32] = words[48] = -12;
    return [ring, SpscRing.from(ring.memory)];
  };
  const length = FULL ? 4 : 3;
  const programs = [anyOf(length, tryWrite, close), anyOf(length, tryRead)];
  return { create, programs, monitor: linearizable(queue(2)) };
}

describe("a mutant of SpscRing is found out that", { timeout: EXPLORING }, () => {
  const SHARED = "src/queue/shared-queue.ts";
  const pass = "Atomics.compareExchange(this.#words, this.#at, this.index, next) === this.index ||";
  test.each<[string, string, string, string, readonly [Program<Ring>, Program<Ring>], string]>([
    [
      "moves its index by a store",
      SIDE,
      pass,
      "Atomics.store(this.#words, this.#at, next) === next ||",
      busy,
      "wrong result",
    ],
    ["moves its index by a plain store", SIDE, pass, "(this.#words[this.#at] = next) === next ||", busy, "race"],
    [
      "reads the other index by a plain load",
      SIDE,
      "Atomics.load(this.#words, this.#otherAt)",
      "(this.#words[this.#otherAt] as number)",
      busy,
      "race",
    ],
    ["never looks at the other index again", SIDE, "this.#limit = (", "this.#limit ||= (", busy, "wrong result"],
    [
      "has a slot too many",
      SIDE,
      "this.#lead = lead * STEP;",
      "this.#lead = lead && (lead + 1) * STEP;",
      busy,
      "wrong result",
    ],
    [
      "has a slot too few",
      SIDE,
      "this.#lead = lead * STEP;",
      "this.#lead = lead && (lead - 1) * STEP;",
      busy,
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
    [
      "gives a slot back before it is read",
      LANE,
      "    const value = this.#slots[this.#slotOf(consumer.index)];\n    consumer.pass(1);",
      "    const at = this.#slotOf(consumer.index); consumer.pass(1); const value = this.#slots[at];",
      busy,
      "race",
    ],
    [
      "passes a batch on before it is written",
      LANE,
      "    copy(this.#slots, this.#slotOf(producer.index), source, from, some);\n    return producer.pass(some) ? some : 0;",
      "    const at = this.#slotOf(producer.index); const done = producer.pass(some); copy(this.#slots, at, source, from, some); return done ? some : 0;",
      busy,
      "race",
    ],
    [
      "passes on more of a batch than there is",
      LANE,
      "return producer.pass(some) ? some : 0;",
      "return producer.pass(2) ? some : 0;",
      busy,
      "wrong result",
    ],
    [
      "forgets the close when it passes a flag",
      SIDE,
      "if ((seen & CLOSED) !== 0) return false;",
      "",
      busy,
      "wrong result",
    ],
    [
      "passes a flag by a store",
      SIDE,
      "if (Atomics.compareExchange(this.#words, this.#at, seen, next) === seen) break;",
      "Atomics.store(this.#words, this.#at, next); break;",
      hasty,
      "wrong result",
    ],
    [
      "keeps the flags in its index",
      SIDE,
      "this.index = withoutFlags(Atomics.load(this.#words, this.#at));",
      "this.index = Atomics.load(this.#words, this.#at);",
      patient,
      FULL ? "deadlock" : "wrong result",
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
      "does not say that it waits",
      LANE,
      'Atomics.or(this.words, ending === "isDone" ? this.tailAt : this.headAt, WANTED);',
      "",
      patient,
      "deadlock",
    ],
    ["says it to the wrong side", LANE, 'ending === "isDone"', 'ending === "isClosed"', patient, "deadlock"],
    [
      "waits on when it is closed",
      SHARED,
      "      this.signal.wait(() => {\n        this.want?.(ending);\n        return (result = run()) !== nothing || this[ending];",
      "      this.signal.wait(() => {\n        this.want?.(ending);\n        return (result = run()) !== nothing;",
      patient,
      "deadlock",
    ],
    [
      "takes a close for the end",
      SHARED,
      'return this.attempt("isDone", undefined',
      'return this.attempt("isClosed", undefined',
      [sequence(push, close), sequence(pop)],
      "wrong result",
    ],
    [
      "closes without waking anybody",
      SHARED,
      "    Atomics.or(this.words, this.tailAt, CLOSED);\n    this.signal.notify();",
      "    Atomics.or(this.words, this.tailAt, CLOSED);",
      patient,
      "deadlock",
    ],
    [
      "wakes before it closes",
      SHARED,
      "    Atomics.or(this.words, this.tailAt, CLOSED);\n    this.signal.notify();",
      "    this.signal.notify();\n    Atomics.or(this.words, this.tailAt, CLOSED);",
      patient,
      "deadlock",
    ],
    [
      "is done when it is closed",
      SHARED,
      "return this.isClosed && this.size === 0;",
      "return this.isClosed;",
      busy,
      "wrong result",
    ],
    [
      "is done when it is empty",
      SHARED,
      "return this.isClosed && this.size === 0;",
      "return this.size === 0;",
      busy,
      "wrong result",
    ],
    // A known bug of shared rings: a tail with two writers and no compare-and-swap.
    [
      "closes by a load and a store of the tail",
      SHARED,
      "Atomics.or(this.words, this.tailAt, CLOSED);",
      "Atomics.store(this.words, this.tailAt, Atomics.load(this.words, this.tailAt) | CLOSED);",
      [busy[0], anyOf(2, tryPop, close)],
      "wrong result",
    ],
    // Another: a bulk copy over the header.
    ["has its slots over the header", LANE, "4 * (at + TO_SLOTS)", "4 * at", busy, "race"],
  ])("%s", (_, file, find, replace, programs, kind) => {
    expect(explore(exploration(programs, [{ file, find, replace }])).failure?.kind).toBe(kind);
  });

  test("passes a message on before it is written", () => {
    const find =
      "copy(this.#bytes, 4 * this.#slotOf(producer.index + STEP), bytes, 0, bytes.length);\n    return producer.pass(words);";
    const replace =
      "const at = 4 * this.#slotOf(producer.index + STEP); const done = producer.pass(words); copy(this.#bytes, at, bytes, 0, bytes.length); return done;";
    expect(explore(messages([{ file: LANE, find, replace }])).failure?.kind).toBe("race");
  });
});
