import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BatchQueue, MpscRing, SpscRing } from "../../src/threads/index.ts";
import { runs } from "../code-of.ts";
import { NaiveMessages, NaiveQueue } from "../oracle/naive-queue.ts";
import { FIRST_TAIL, kinds, presetIndex } from "./kinds.ts";

type Step = readonly ["push" | "pop" | "close", number] | readonly ["pushMany" | "popMany", number, number, number];

const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom("push" as const, "pop" as const), fc.integer()) },
    {
      weight: 4,
      arbitrary: fc.tuple(
        fc.constantFrom("pushMany" as const, "popMany" as const),
        fc.integer(),
        fc.integer({ min: -1, max: 9 }),
        fc.integer({ min: -1, max: 12 }),
      ),
    },
    { weight: 1, arbitrary: fc.tuple(fc.constant("close" as const), fc.constant(0)) },
  ),
  { maxLength: 60 },
);

// The header and the line of the signal: nothing but the signal's own words and the lanes' count ever changes there.
function canary(memory: SharedArrayBuffer): number[] {
  return [...new Int32Array(memory).subarray(0, FIRST_TAIL)].filter((_, at) => at < 16 || at > 18);
}

function play(queue: BatchQueue, naive: NaiveQueue, step: Step): void {
  const [name, value, from = 0, count = 0] = step;
  if (name === "close") {
    queue.close();
    naive.closed = true;
  } else if (name === "push") {
    expect(queue.tryPush(value)).toBe(naive.push([value]) === 1);
  } else if (name === "pop") {
    expect(queue.tryPop()).toBe(naive.pop(1)[0]);
  } else if (name === "pushMany" && "pushMany" in queue) {
    const source = Int32Array.from({ length: 8 }, (_, i) => value + i);
    const wanted = from < 0 ? [] : [...source].slice(from, Math.max(from, from + count));
    expect(queue.pushMany(source, from, count)).toBe(naive.push(wanted));
  } else if (name === "popMany" && "popMany" in queue) {
    const target = new Int32Array(8).fill(value);
    const popped = from < 0 ? [] : naive.pop(Math.max(0, Math.min(count, 8 - from)));
    const wanted = new Int32Array(8).fill(value);
    wanted.set(popped, popped.length === 0 ? 0 : from);
    expect([queue.popMany(target, from, count), target]).toEqual([popped.length, wanted]);
  }
}

describe.each(kinds)("$name", (kind) => {
  test("does what a list does, in every sequence of operations, also where its index wraps", () => {
    fc.assert(
      fc.property(fc.constantFrom(2, 4, 8), fc.constantFrom(0, 2 ** 31 - 64, -64), steps, (capacity, index, all) => {
        const memory = presetIndex(kind, capacity, index);
        const queue = kind.attach(memory) as BatchQueue;
        const naive = new NaiveQueue(capacity);
        const before = canary(memory);
        for (const step of all) {
          play(queue, naive, step);
          expect(queue.size).toBe(naive.items.length);
          expect([queue.isClosed, queue.isDone]).toEqual([naive.closed, naive.closed && naive.items.length === 0]);
        }
        expect(canary(memory)).toEqual(before);
      }),
      runs(150, 5_000),
    );
  });
});

test("an MpscRing does what a list for each producer does", () => {
  const producing = fc.record({
    who: fc.nat(3),
    does: fc.constantFrom("push", "batch", "leave", "join"),
    n: fc.nat(6),
  });
  const consuming = fc.record({ who: fc.constant(-1), does: fc.constantFrom("pop", "batch"), n: fc.nat(6) });
  fc.assert(
    fc.property(fc.array(fc.oneof(producing, consuming), { maxLength: 120 }), (all) => {
      const ring = new MpscRing({ capacity: 4, lanes: 4 });
      // A producer that leaves gives its lane, with what is in it, to the next one that joins: lanes in order.
      const lists = Array.from({ length: 4 }, () => new NaiveQueue(4));
      const producers = new Map<number, { lane: number; producer: ReturnType<MpscRing["producer"]> }>();
      const taken = (lane: number): boolean => [...producers.values()].some((one) => one.lane === lane);
      let next = 0;
      for (const { who, does, n } of all) {
        if (who < 0) {
          const target = new Int32Array(n + 1);
          const count = does === "pop" ? 1 : ring.popMany(target);
          const values = does === "pop" ? [ring.tryPop()] : [...target.subarray(0, count)];
          const list = lists.find(({ items }) => items.length > 0 && items[0] === values[0]);
          if (list === undefined) expect([values[0], lists.flatMap(({ items }) => items)]).toEqual([undefined, []]);
          else expect(list.pop(values.length)).toEqual(values);
          continue;
        }
        const mine = producers.get(who);
        if (mine === undefined) {
          if (does !== "join") continue;
          const lane = lists.findIndex((_, i) => !taken(i));
          producers.set(who, { lane, producer: ring.producer() });
          continue;
        }
        const values = Array.from({ length: does === "push" ? 1 : n }, () => next++);
        const list = lists[mine.lane] as NaiveQueue;
        if (does === "push") expect(mine.producer.tryPush(values[0] as number)).toBe(list.push(values) === 1);
        if (does === "batch") expect(mine.producer.pushMany(Int32Array.from(values))).toBe(list.push(values));
        if (does !== "leave") continue;
        mine.producer.close();
        expect(mine.producer.tryPush(-1)).toBe(false);
        producers.delete(who);
      }
      expect(ring.size).toBe(lists.flatMap(({ items }) => items).length);
    }),
    runs(150, 5_000),
  );
});

test("a ring of messages does what a list of messages does", () => {
  const message = fc.oneof(fc.uint8Array({ maxLength: 9 }), fc.uint8Array({ minLength: 60, maxLength: 140 }));
  const step = fc.oneof(message, fc.constantFrom(0, 3, 8, 140));
  fc.assert(
    fc.property(fc.constantFrom(2, 16, 64), fc.array(step, { maxLength: 60 }), (capacity, all) => {
      const ring = SpscRing.from(presetMessages(capacity));
      const naive = new NaiveMessages(capacity);
      const before = canary(ring.memory);
      for (const one of all) {
        if (typeof one !== "number") {
          expect(ring.tryWrite(one)).toBe(naive.write([...one]));
        } else {
          const target = new Uint8Array(one);
          const [first] = naive.messages;
          expect(ring.tryRead(target)).toBe(first?.length ?? -1);
          if (first === undefined || first.length > one) continue;
          expect([...target.subarray(0, first.length)]).toEqual(first);
          expect(target.subarray(first.length).every((byte) => byte === 0)).toBe(true);
          naive.messages.shift();
        }
        expect(ring.size).toBe(naive.words);
      }
      expect(canary(ring.memory)).toEqual(before);
    }),
    runs(200, 5_000),
  );
});

// Three words before the index wraps.
function presetMessages(capacity: number): SharedArrayBuffer {
  const { memory } = new SpscRing({ capacity, messages: true });
  const words = new Int32Array(memory);
  words[FIRST_TAIL] = words[FIRST_TAIL + 16] = -12;
  return memory;
}
