import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Histogram, type HistogramOptions, SharedCounter, SharedHistogram } from "../../src/threads/index.ts";
import { LockedHistogram } from "../../src/locked/index.ts";
import { cellOf, cellsOf, middleOf } from "../../src/shared/histogram/cells.ts";
import { codeOf, runs } from "../code-of.ts";
import { NaiveDistribution } from "../oracle/distribution.ts";
import { inWorkers } from "./in-workers.ts";

interface Kind {
  readonly name: string;
  readonly create: (options?: HistogramOptions) => Histogram;
  readonly from: (memory: SharedArrayBuffer) => Histogram;
}

const kinds: Kind[] = [
  { name: "SharedHistogram", create: (options) => new SharedHistogram(options), from: SharedHistogram.from },
  { name: "LockedHistogram", create: (options) => new LockedHistogram(options), from: LockedHistogram.from },
];

// Values of every size, and the neighbours of powers of two.
const sized = fc.tuple(fc.integer({ min: 0, max: 53 }), fc.double({ min: 0, max: 1, noNaN: true }));
const values = fc.oneof(
  sized.map(([bits, part]) => Math.floor(2 ** bits * (1 + part))),
  fc.tuple(fc.nat(53), fc.integer({ min: -1, max: 1 })).map(([bits, off]) => 2 ** bits + off),
  fc.constantFrom(0, -1, -Infinity, NaN, 0.99, 1e300, Infinity, Number.MAX_SAFE_INTEGER),
);

function expectNear(found: number, right: number, precision: number): void {
  expect(Math.abs(found - right)).toBeLessThanOrEqual(right / 2 ** (precision + 1));
}

describe.each(kinds)("$name", ({ create, from }) => {
  test("without values has nothing to say", () => {
    const { count, min, max, mean, ...rest } = create().snapshot();
    expect([count, min, max, mean, create().snapshot().percentile(50)]).toEqual([0, NaN, NaN, NaN, NaN]);
    expect(rest).toEqual({});
  });

  test.each([
    ["small values, which are exact", [3, 1, 2, 255], [1, 255, 65.25], [1, 2, 3, 255]],
    ["one value", [7], [7, 7, 7], [7, 7, 7, 7]],
    ["what is no value", [NaN, -5, -Infinity, 0.9], [0, 0, 0], [0, 0, 0, 0]],
    ["fractions", [1.9, 2.1], [1, 2, 1.5], [1, 1, 2, 2]],
  ])("knows %s", (_, recorded, [min, max, mean], quarters) => {
    const histogram = create();
    for (const value of recorded) histogram.record(value);
    const snapshot = histogram.snapshot();
    expect([snapshot.count, snapshot.min, snapshot.max, snapshot.mean]).toEqual([recorded.length, min, max, mean]);
    expect([25, 50, 75, 100].map((percent) => snapshot.percentile(percent))).toEqual(quarters);
  });

  test("is never further off than its precision allows", () => {
    const percents = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.array(values, { minLength: 1 }),
        percents,
        (precision, all, at) => {
          const histogram = create({ precision });
          const naive = new NaiveDistribution();
          const other = from(histogram.memory);
          all.forEach((value, i) => {
            (i % 2 === 0 ? histogram : other).record(value);
            naive.record(value);
          });
          const snapshot = other.snapshot();
          expect(snapshot.count).toBe(all.length);
          expectNear(snapshot.percentile(at), naive.percentile(at), precision);
          expectNear(snapshot.min, naive.percentile(0), precision);
          expectNear(snapshot.max, naive.percentile(100), precision);
          // A sum of many rounded numbers.
          expect(Math.abs(snapshot.mean - naive.mean)).toBeLessThanOrEqual(
            naive.mean * (2 ** -(precision + 1) + 1e-12),
          );
        },
      ),
      runs(60, 1000),
    );
  });

  test("a snapshot does not change, and merges with others of its precision", () => {
    const [a, b] = [create(), create()];
    for (const value of [1, 2]) a.record(value);
    for (const value of [2, 3, 4]) b.record(value);
    const [first, second] = [a.snapshot(), b.snapshot()];
    a.record(100);
    const both = first.merge(second);
    expect([first.count, second.count, both.count, both.min, both.max, both.mean]).toEqual([2, 3, 5, 1, 4, 2.4]);
    expect(first.max).toBe(2);
    const coarse = create({ precision: 3 }).snapshot();
    expect(codeOf(() => first.merge(coarse))).toBe("WATT_ELECTRON_OPTION");
  });

  test.each([0, 13, 1.5, NaN, -1])("with a precision of %d is a coded error", (precision) => {
    expect(codeOf(() => create({ precision }))).toBe("WATT_ELECTRON_OPTION");
  });

  test("memory of another structure is a coded error", () => {
    expect(codeOf(() => from(new SharedCounter().memory))).toBe("WATT_ELECTRON_SHARED_LAYOUT");
  });
});

describe("cells", () => {
  test.each([1, 2, 7, 9, 12])("of precision %i follow each other, and the middle of each is in it", (precision) => {
    const cells = cellsOf("a test", precision);
    const wrong = Array.from({ length: cells }, (_, cell) => cell).filter((cell) => {
      const middle = middleOf(cell, precision);
      const isNext = cell === 0 ? middle === 0 : middle > middleOf(cell - 1, precision);
      return !isNext || cellOf(middle, precision) !== cell;
    });
    expect(wrong).toEqual([]);
    expect([cellOf(0, precision), cellOf(2 ** 53 - 1, precision)]).toEqual([0, cells - 1]);
  });

  test.each([1, 7, 12])("of precision %i begin anew at each power of two", (precision) => {
    for (let power = precision + 1; power < 53; power++) {
      const cell = cellOf(2 ** power, precision);
      expect(cell).toBe((power - precision + 1) * 2 ** precision);
      expect(cellOf(2 ** power - 1, precision)).toBe(cell - 1);
    }
  });

  test("a count goes beyond 32 bits", () => {
    const histogram = new SharedHistogram({ precision: 1 });
    histogram.record(1);
    new BigInt64Array(histogram.memory)[8 + 1] = 2n ** 33n;
    histogram.record(1);
    expect(histogram.snapshot().count).toBe(2 ** 33 + 1);
  });
});

test("loses nothing when workers record at the same time", async () => {
  const rounds = process.env["WATT_FULL"] === "1" ? 500_000 : 20_000;
  const histogram = new SharedHistogram();
  await inWorkers(4, { job: "record", memory: histogram.memory, rounds });
  const snapshot = histogram.snapshot();
  expect([snapshot.count, snapshot.percentile(0)]).toEqual([4 * rounds, 0]);
  expectNear(snapshot.max, rounds - 1, 7);
  expectNear(snapshot.percentile(50), rounds / 2 - 1, 7);
}, 30_000);
