import { describe, expect, test } from "vitest";
import { geometricMean, median, pairedRatio, quantile, summarise } from "../src/frame/statistics.ts";
import { eachList } from "./each-list.ts";

describe("median", () => {
  test.each([
    ["one value", [7], 7],
    ["an odd count takes the middle, whatever the order", [9, 1, 5], 5],
    ["an even count takes the mean of the middle two", [1, 10, 2, 4], 3],
    ["one outlier does not move it", [10, 11, 12, 13, 1e9], 12],
  ])("%s", (_, values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test("of nothing is NaN", () => {
    expect(median([])).toBeNaN();
  });

  test("leaves its input in order", () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

test.each([
  [[4], 4],
  [[2, 8], 4],
  [[0.5, 2], 1],
  [[1, 10, 100], 10],
])("the geometric mean of %j is %s", (values, expected) => {
  expect(geometricMean(values)).toBeCloseTo(expected, 9);
});

test.each([
  [0, 10],
  [0.25, 20],
  [0.5, 30],
  [0.9, 46],
  [1, 50],
])("quantile %s of 10…50 is %s", (q, expected) => {
  expect(quantile([50, 40, 30, 20, 10], q)).toBeCloseTo(expected, 9);
});

test("a summary holds the middle, the ends and the median deviation", () => {
  expect(summarise([4, 1, 2, 3, 100])).toEqual({ median: 3, min: 1, max: 100, mad: 1, count: 5 });
});

test("half of the values lie at or below the median, half at or above", () => {
  eachList({ longest: 40, largest: 60 }, (values) => {
    const middle = median(values);
    const half = values.length / 2;
    expect(values.filter((value) => value <= middle).length).toBeGreaterThanOrEqual(half);
    expect(values.filter((value) => value >= middle).length).toBeGreaterThanOrEqual(half);
  });
});

describe("pairedRatio", () => {
  test("divides within a round, so a slow round changes nothing", () => {
    const values = new Map([
      [0, 20],
      [1, 200],
      [2, 20],
    ]);
    const bases = new Map([
      [0, 10],
      [1, 100],
      [2, 10],
    ]);
    expect(pairedRatio(values, bases)).toEqual({ median: 2, min: 2, max: 2, mad: 0, count: 3 });
  });

  test("leaves out rounds that one side lacks and bases of zero", () => {
    const values = new Map([
      [0, 3],
      [1, 5],
      [2, 7],
    ]);
    const bases = new Map([
      [1, 0],
      [2, 2],
    ]);
    expect(pairedRatio(values, bases)?.count).toBe(1);
    expect(pairedRatio(values, new Map())).toBeUndefined();
  });
});
