import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { MpscRing, SpscRing } from "../../src/threads/index.ts";
import { runs } from "../code-of.ts";
import { ID_SHIFT, type QueueTask, withWorkers } from "./in-queue-workers.ts";
import { type Kind, kinds, presetIndex } from "./kinds.ts";

const { numRuns: rounds, seed } = runs(8_000, 100_000);
const TIMEOUT = 120_000;

// Nothing lost, nothing doubled, and what one consumer has of one producer is in order.
function check(pushed: readonly number[], popped: readonly Int32Array[]): void {
  const next = popped.map(() => new Int32Array(pushed.length).fill(-1));
  const seen = pushed.map((count) => new Uint8Array(count));
  popped.forEach((values, consumer) => {
    for (const value of values) {
      const id = value >> ID_SHIFT;
      const number = value & ((1 << ID_SHIFT) - 1);
      const last = (next[consumer] as Int32Array)[id] as number;
      if (number <= last) throw new Error(`consumer ${consumer} had ${number} of producer ${id} after ${last}`);
      (next[consumer] as Int32Array)[id] = number;
      (seen[id] as Uint8Array)[number]!++;
    }
  });
  seen.forEach((counts, id) => {
    const wrong = counts.findIndex((count) => count !== 1);
    if (wrong >= 0) throw new Error(`number ${wrong} of producer ${id} was popped ${counts[wrong]} times`);
  });
  expect(popped.reduce((sum, { length }) => sum + length, 0)).toBe(pushed.reduce((sum, count) => sum + count, 0));
}

const SHAPES: readonly [QueueTask["kind"], number, number][] = [
  ["SpscRing", 1, 1],
  ["MpscRing", 3, 1],
  ["MpmcQueue", 2, 2],
  ["LockedQueue", 2, 2],
];
const WAYS = ["try", "batch", "wait"] as const;
const CASES = SHAPES.flatMap(([kind, producers, consumers]) =>
  WAYS.filter((way) => kind !== "MpmcQueue" || way !== "batch").map(
    (way) => [kind, producers, consumers, way] as const,
  ),
);

function tasksOf(kind: QueueTask["kind"], p: number, c: number, rest: Pick<QueueTask, "way" | "memory" | "rounds">) {
  const producers = Array.from({ length: p }, (_, id) => ({
    kind,
    ...rest,
    job: "produce" as const,
    id,
    seed: seed + id,
  }));
  const consumers = Array.from({ length: c }, (_, id) => ({
    kind,
    ...rest,
    job: "consume" as const,
    id,
    seed: ~seed - id,
  }));
  return [...producers, ...consumers];
}

const kindOf = (name: string): Kind => kinds.find((kind) => kind.name === name) as Kind;

describe("between threads", { timeout: TIMEOUT }, () => {
  test.each(CASES)(
    "%s with %i producers and %i consumers loses, doubles and swaps nothing: %s",
    async (name, p, c, way) => {
      const kind = kindOf(name);
      const capacity = way === "wait" ? 4 : 256;
      // The index word wraps soon after the start.
      const memory = presetIndex(kind, capacity, (way === "try" ? 0 : 2 ** 31) - 16 * capacity);
      const slow = (way === "wait" ? 8 : 1) * (name === "LockedQueue" ? 4 : 1);
      const tasks = tasksOf(name, p, c, { way, memory, rounds: rounds / slow });
      await withWorkers(tasks, async ({ answers }) => {
        const pushed = (await Promise.all(answers.slice(0, p))) as number[];
        kind.attach(memory).close();
        check(pushed, (await Promise.all(answers.slice(p))) as Int32Array[]);
        expect(pushed).toEqual(Array(p).fill(tasks[0]?.rounds));
      });
    },
  );

  test.each(SHAPES)("%s that is closed meanwhile gives out all that was accepted", async (name, p, c) => {
    const kind = kindOf(name);
    const { memory } = kind.create(8);
    await withWorkers(tasksOf(name, p, c, { way: "try", memory, rounds: 1 << ID_SHIFT }), async ({ answers }) => {
      await delay(30);
      const queue = kind.attach(memory);
      queue.close();
      const pushed = (await Promise.all(answers.slice(0, p))) as number[];
      check(pushed, (await Promise.all(answers.slice(p))) as Int32Array[]);
      expect([queue.isDone, queue.size]).toEqual([true, 0]);
    });
  });

  test.each(["SpscRing", "MpscRing"] as const)("%s carries messages of all lengths whole", async (kind) => {
    const { memory } = new { SpscRing, MpscRing }[kind]({ capacity: 256, messages: true });
    const task = { kind, memory, way: kind === "SpscRing" ? ("try" as const) : ("wait" as const), seed };
    const tasks = [
      { ...task, job: "write" as const, id: 0, rounds: rounds / 4 },
      { ...task, job: "read" as const, id: 0, rounds: 0 },
    ];
    await withWorkers(tasks, async ({ answers }) => {
      expect(await Promise.all(answers)).toEqual([rounds / 4, [0, rounds / 4]]);
    });
  });

  test.each(SHAPES)("%s serves a main thread that may not block", async (name, p) => {
    const kind = kindOf(name);
    const { memory } = kind.create(4);
    const tasks = tasksOf(name, p, 0, { way: "wait", memory, rounds: rounds / 16 });
    await withWorkers(tasks, async ({ answers }) => {
      const queue = kind.attach(memory);
      const values: number[] = [];
      for (let i = 0; i < (rounds / 16) * p; i++) values.push((await queue.popAsync()) as number);
      check((await Promise.all(answers)) as number[], [Int32Array.from(values)]);
    });
  });
});
