import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Counter, SharedCounter, SharedHistogram } from "../../src/threads/index.ts";
import { LockedCounter } from "../../src/locked/index.ts";
import { codeOf, runs } from "../code-of.ts";
import { inWorkers } from "./in-workers.ts";

interface Kind {
  readonly name: string;
  readonly create: () => Counter;
  readonly from: (memory: SharedArrayBuffer) => Counter;
}

const kinds: Kind[] = [
  { name: "SharedCounter", create: () => new SharedCounter(), from: (memory) => SharedCounter.from(memory) },
  { name: "LockedCounter", create: () => new LockedCounter(), from: (memory) => LockedCounter.from(memory) },
];

describe.each(kinds)("$name", ({ create, from }) => {
  test("begins at 0", () => {
    expect(create().value()).toBe(0);
  });

  test.each([
    ["nothing said", [undefined, undefined], 2],
    ["zero", [0], 0],
    ["less than zero", [5, -7], -2],
    ["beyond 32 bits", [2 ** 32, 2 ** 32 + 1, -1], 2 ** 33],
    ["as far as a number is exact", [Number.MAX_SAFE_INTEGER, -1, 1], Number.MAX_SAFE_INTEGER],
  ])("adds %s", (_, adds, sum) => {
    const counter = create();
    for (const n of adds) counter.add(n);
    expect(counter.value()).toBe(sum);
  });

  test("is one number for all its instances", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(19), fc.integer()), { maxLength: 50 }), (adds) => {
        const first = create();
        const counters = [first, ...Array.from({ length: 19 }, () => from(first.memory))];
        for (const [which, n] of adds) counters[which]?.add(n);
        const sum = adds.reduce((total, [, n]) => total + n, 0);
        expect(counters.map((counter) => counter.value())).toEqual(counters.map(() => sum));
      }),
      runs(100, 5000),
    );
  });

  test("memory of another structure is a coded error", () => {
    const code = "WATT_ELECTRON_SHARED_LAYOUT";
    expect(codeOf(() => from(new SharedHistogram({ precision: 1 }).memory))).toBe(code);
    expect(codeOf(() => from(new SharedArrayBuffer(8)))).toBe(code);
  });
});

describe("SharedCounter", () => {
  test.each([0, 1025, 1.5, NaN])("with %d stripes is a coded error", (stripes) => {
    expect(codeOf(() => new SharedCounter({ stripes }))).toBe("WATT_ELECTRON_OPTION");
  });

  test.each([1, 3, 1024])("with %i stripes has a line for each", (stripes) => {
    const counter = new SharedCounter({ stripes });
    expect(counter.memory.byteLength).toBe(64 * (1 + stripes));
    for (let i = 0; i < 5; i++) SharedCounter.from(counter.memory).add(2 ** i);
    expect(counter.value()).toBe(31);
  });

  test("each instance adds to the next stripe", () => {
    const counter = new SharedCounter({ stripes: 3 });
    const cells = new BigInt64Array(counter.memory);
    counter.add(1);
    for (const n of [2, 3, 4]) SharedCounter.from(counter.memory).add(n);
    expect([cells[8], cells[16], cells[24]]).toEqual([5n, 2n, 3n]);
  });

  test("is exact where the stripes are not", () => {
    const counter = new SharedCounter({ stripes: 2 });
    const other = SharedCounter.from(counter.memory);
    for (let i = 0; i < 500; i++) counter.add(2 ** 53);
    counter.add(7);
    expect(counter.value()).toBe(500 * 2 ** 53);
    for (let i = 0; i < 500; i++) other.add(-(2 ** 53));
    expect(counter.value()).toBe(7);
  });

  test.each([1.5, NaN, Infinity])("to add %d is a RangeError, and adds nothing", (n) => {
    const counter = new SharedCounter();
    expect(() => counter.add(n)).toThrow(RangeError);
    expect(counter.value()).toBe(0);
  });

  test("loses nothing when workers add at the same time, and never runs backwards", async () => {
    const rounds = process.env["WATT_FULL"] === "1" ? 1_000_000 : 50_000;
    const counter = new SharedCounter({ stripes: 2 });
    const sum = Array.from({ length: rounds }, (_, i) => i % 3).reduce((a, b) => a + b, 0);
    const seen: number[] = [];
    const answers = await inWorkers(4, { job: "count", memory: counter.memory, rounds }, () => {
      for (let i = 0; i < 200; i++) seen.push(counter.value());
    });
    expect(counter.value()).toBe(4 * sum);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    // Each worker has at least seen its own.
    expect(Math.min(...(answers as number[]))).toBeGreaterThanOrEqual(sum);
  }, 30_000);
});
