import { expect, test } from "vitest";
import { Histogram } from "../src/load/histogram.ts";
import { eachList } from "./each-list.ts";

function of(values: readonly number[]): Histogram {
  const histogram = new Histogram();
  for (const value of values) histogram.add(value);
  return histogram;
}

test("an empty histogram answers 0", () => {
  expect(of([]).quantile(0.99)).toBe(0);
});

test("small values are exact", () => {
  for (let value = 0; value < 64; value++) expect(of([value]).quantile(0.5)).toBe(value);
});

test("one slow value in a hundred is p99.5 and not p50", () => {
  const histogram = of([...Array.from({ length: 99 }, () => 10), 5000]);
  expect(histogram.quantile(0.5)).toBe(10);
  expect(histogram.quantile(0.99)).toBe(10);
  expect(histogram.quantile(0.995)).toBeGreaterThan(4800);
});

test("a quantile lies at most 3.2 % below the exact one and never above it", () => {
  eachList({ longest: 200, largest: 60_000_000 }, (values, q) => {
    const rank = Math.max(1, Math.ceil(values.length * q));
    const exact = values.toSorted((a, b) => a - b)[rank - 1] ?? 0;
    const found = of(values).quantile(q);
    expect(found).toBeLessThanOrEqual(exact);
    expect(found).toBeGreaterThanOrEqual(Math.floor(exact * (1 - 1 / 32)));
  });
});
