import { describe, expect, test } from "vitest";
import { LockedQueue } from "../../src/locked/index.ts";
import { type BatchQueue, MpmcQueue, MpscRing, SpscRing } from "../../src/threads/index.ts";
import { codeOf } from "../code-of.ts";
import { batchKinds, FIRST_TAIL, kinds, presetIndex } from "./kinds.ts";

const FULL_RANGE = [0, 1, -1, 2 ** 31 - 1, -(2 ** 31)];

describe.each(kinds)("$name", (kind) => {
  test("gives back what was pushed, in order, and refuses more than fits", () => {
    const queue = kind.create(4);
    expect([5, 6, 7, 8, 9].map((value) => queue.tryPush(value))).toEqual([true, true, true, true, false]);
    expect([queue.capacity, queue.size]).toEqual([4, 4]);
    expect([queue.tryPop(), queue.tryPop(), queue.tryPush(10), queue.tryPop()]).toEqual([5, 6, true, 7]);
    expect([queue.tryPop(), queue.tryPop(), queue.tryPop(), queue.size]).toEqual([8, 10, undefined, 0]);
  });

  test("carries all 32-bit integers, and converts other numbers", () => {
    const queue = kind.create(8);
    for (const value of [...FULL_RANGE, 2 ** 31, 1.9, Number.NaN]) queue.tryPush(value);
    const popped = Array.from({ length: 8 }, () => queue.tryPop());
    expect(popped).toEqual([...FULL_RANGE, -(2 ** 31), 1, 0]);
  });

  test.each([
    ["2^31", 2 ** 31 - 8 * 4],
    ["2^32", -8 * 4],
  ])("goes on where its index passes %s", (_, index) => {
    const queue = kind.attach(presetIndex(kind, 8, index));
    for (let round = 0; round < 40; round++) {
      for (let i = 0; i < 5; i++) expect(queue.tryPush(10 * round + i)).toBe(true);
      expect(queue.size).toBe(5);
      for (let i = 0; i < 5; i++) expect(queue.tryPop()).toBe(10 * round + i);
      expect([queue.tryPop(), queue.isDone]).toEqual([undefined, false]);
    }
    for (let i = 0; i < 8; i++) expect(queue.tryPush(i)).toBe(true);
    expect([queue.tryPush(8), queue.size]).toEqual([false, 8]);
  });

  test("never has more than its capacity, also when the tail runs ahead between two looks", () => {
    const queue = kind.create(4);
    new Int32Array(queue.memory)[FIRST_TAIL] = 4 * 7;
    expect(queue.size).toBe(4);
  });

  test("once closed refuses pushes and gives out what it has, then is done", () => {
    const queue = kind.create(4);
    queue.tryPush(1);
    queue.tryPush(2);
    queue.close();
    queue.close();
    expect([queue.isClosed, queue.isDone, queue.tryPush(3), queue.push(4)]).toEqual([true, false, false, false]);
    expect([queue.pop(), queue.isDone, queue.pop(), queue.isDone, queue.pop()]).toEqual([1, false, 2, true, undefined]);
  });

  test("does not wait longer than it may", async () => {
    const queue = kind.create(2);
    expect([queue.pop(0), queue.pop(1), queue.pop(-1), await queue.popAsync(1)]).toEqual(Array(4).fill(undefined));
    queue.tryPush(1);
    queue.tryPush(2);
    expect([queue.push(3, 0), queue.push(3, 1), await queue.pushAsync(3, 1), queue.size]).toEqual([
      false,
      false,
      false,
      2,
    ]);
    expect([queue.pop(), await queue.popAsync(), queue.size]).toEqual([1, 2, 0]);
    expect([queue.push(4), await queue.pushAsync(5), queue.tryPop(), queue.tryPop()]).toEqual([true, true, 4, 5]);
  });

  test("wakes what waits without blocking", async () => {
    const queue = kind.create(2);
    const popped = queue.popAsync();
    await Promise.resolve();
    queue.tryPush(7);
    expect(await popped).toBe(7);
    queue.tryPush(1);
    queue.tryPush(2);
    const pushed = queue.pushAsync(3, 10_000);
    await Promise.resolve();
    expect([queue.tryPop(), await pushed, queue.tryPop(), queue.tryPop()]).toEqual([1, true, 2, 3]);
  });

  test("lets go what waits without blocking when it is closed", async () => {
    const queue = kind.create(2);
    const popped = queue.popAsync();
    queue.close();
    expect(await popped).toBe(undefined);
    const full = kind.create(2);
    full.tryPush(1);
    full.tryPush(2);
    const pushed = full.pushAsync(3);
    full.close();
    expect([await pushed, full.size]).toEqual([false, 2]);
  });

  test("is the same queue wherever it is attached", () => {
    const queue = kind.create(8);
    const other = kind.attach(queue.memory);
    expect([other.capacity, other.memory]).toEqual([8, queue.memory]);
    queue.tryPush(1);
    expect([other.size, other.tryPop(), queue.size]).toEqual([1, 1, 0]);
    other.close();
    expect([queue.isClosed, queue.tryPush(1)]).toEqual([true, false]);
  });

  test.each([0, 1, 3, 6, 4.5, -2, 2 ** 29, Number.NaN, Infinity])("cannot have a capacity of %d", (capacity) => {
    expect(codeOf(() => kind.create(capacity))).toBe("WATT_ELECTRON_OPTION");
  });

  test("does not attach to the memory of something else", () => {
    for (const other of kinds.filter(({ name }) => name !== kind.name)) {
      expect(codeOf(() => kind.attach(other.create(4).memory))).toBe("WATT_ELECTRON_SHARED_LAYOUT");
    }
    expect(codeOf(() => kind.attach(new SharedArrayBuffer(8)))).toBe("WATT_ELECTRON_SHARED_LAYOUT");
  });
});

describe.each(batchKinds)("batches of $name", (kind) => {
  const create = (capacity: number): BatchQueue => kind.create(capacity) as BatchQueue;
  const source = Int32Array.from({ length: 200 }, (_, i) => 7 * i);

  test.each([1, 3, 63, 64, 65, 127])("of %i are moved whole, also around the end", (count) => {
    const queue = create(128);
    const target = new Int32Array(202);
    for (let round = 0; round < 5; round++) {
      target.fill(-1);
      expect([queue.pushMany(source, 2, count), queue.size, queue.popMany(target, 1)]).toEqual([count, count, count]);
      expect([...target]).toEqual([-1, ...source.subarray(2, 2 + count), ...Array(201 - count).fill(-1)]);
    }
  });

  test("are cut to what fits, to what there is, and to the arrays", () => {
    const queue = create(4);
    const target = new Int32Array(8);
    expect([queue.pushMany(source), queue.pushMany(source), queue.popMany(target, 0, 3)]).toEqual([4, 0, 3]);
    expect([queue.popMany(target, 7), queue.popMany(target), [...target]]).toEqual([1, 0, [0, 7, 14, 0, 0, 0, 0, 21]]);
    expect([queue.pushMany(source, 198), queue.pushMany(source, 199, 10), queue.size]).toEqual([2, 1, 3]);
    expect([queue.popMany(target, 8), queue.popMany(target, 6, 10), queue.size]).toEqual([0, 2, 1]);
  });

  test.each([
    ["nothing", 0, 0],
    ["less than nothing", 0, -1],
    ["no number", 0, Number.NaN],
    ["a part of one", 0, 0.5],
    ["from before the array", -1, 2],
    ["from behind the array", 201, 2],
  ])("of %s move nothing", (_, from, count) => {
    const queue = create(4);
    expect([queue.pushMany(source, from, count), queue.size]).toEqual([0, 0]);
    queue.tryPush(5);
    expect([queue.popMany(source, from, count), queue.size, queue.tryPop()]).toEqual([0, 1, 5]);
  });

  test("are refused when it is closed", () => {
    const queue = create(4);
    queue.pushMany(source, 1, 2);
    queue.close();
    const target = new Int32Array(4);
    expect([queue.pushMany(source), queue.popMany(target), queue.isDone]).toEqual([0, 2, true]);
  });
});

test.each([SpscRing, MpscRing, MpmcQueue, LockedQueue])("without shared memory %o is a coded error", (Queue) => {
  const { SharedArrayBuffer: shared } = globalThis;
  Reflect.deleteProperty(globalThis, "SharedArrayBuffer");
  try {
    expect(codeOf(() => new Queue({ capacity: 2 }))).toBe("WATT_ELECTRON_MEMORY");
  } finally {
    globalThis.SharedArrayBuffer = shared;
  }
});
