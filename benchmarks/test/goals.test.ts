import { expect, test } from "vitest";
import type { Goal, Suite } from "../src/api.ts";
import { describeGoals } from "../src/frame/goals.ts";
import type { Result, Sample } from "../src/frame/result.ts";

const NS: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  own: { small: [10, 30, 12], large: [40, 45, 48] },
  one: { small: [20, 60, 16], large: [20, 15, 32] },
  two: { small: [40, 10, 12] },
};

const rounds = Object.entries(NS).flatMap(([engine, cases]) =>
  Object.entries(cases).flatMap(([name, figures]) =>
    figures.map((ns, round): Sample => ({ round, engine, case: name, figures: { ns } })),
  ),
);

function describeGoal(goal: Omit<Goal, "engine" | "metric">): string[] {
  const cases = ["small", "large", "huge"].map((name) => ({ name, group: name }));
  const suite = { cases, goals: [{ engine: "own", metric: "ns", ...goal }] } as unknown as Suite;
  return describeGoals(suite, { rounds } as unknown as Result);
}

test.each<[string, Omit<Goal, "engine" | "metric">, string]>([
  ["a figure", { case: "small", most: 12 }, "- met    own on small: ns = 12.0, goal at most 12.0"],
  ["a figure that is too small", { case: "small", least: 13 }, "- MISSED own on small: ns = 12.0, goal at least 13.0"],
  [
    "a ratio within the same round",
    { case: "small", against: { engine: "one" }, most: 0.4 },
    "- MISSED own on small: ns / that of one = 0.50, goal at most 0.40",
  ],
  [
    "the ratio to the fastest of some",
    { case: "small", against: { engine: ["one", "two"] }, most: 1 },
    "- met    own on small: ns / that of the fastest of one, two = 1.00, goal at most 1.00",
  ],
  [
    "the ratio to another case",
    { case: "large", against: { engine: "own", case: "small" }, most: 5 },
    "- met    own on large: ns / that of own on small = 4.00, goal at most 5.00",
  ],
  [
    "the geometric mean of the ratios of some cases",
    { case: ["small", "large"], against: { engine: "one" }, most: 1.1 },
    "- met    own on the geometric mean of small, large: ns / that of one = 1.06, goal at most 1.10",
  ],
  [
    "a figure beside a long list of others",
    { case: "small", against: { engine: ["one", "two", "three", "four"] }, most: 1 },
    "- met    own on small: ns / that of the fastest peer = 1.00, goal at most 1.00",
  ],
])("a goal is %s", (_, goal, line) => {
  expect(describeGoal(goal)).toEqual(["Goals", line, ""]);
});

test("the mean of all cases does not list them", () => {
  const cases = ["small", "large"].map((name) => ({ name, group: name }));
  const goal: Goal = { engine: "own", case: ["small", "large"], metric: "ns", most: 30 };
  const [, line] = describeGoals({ cases, goals: [goal] } as unknown as Suite, { rounds } as unknown as Result);
  expect(line).toContain("own on the geometric mean of all 2 cases: ns = 24.0");
});

test.each<[string, Omit<Goal, "engine" | "metric">]>([
  ["of a case that did not run", { case: "huge", most: 1 }],
  ["beside an engine that did not run", { case: "small", against: { engine: "three" }, most: 1 }],
  ["of a mean that lacks a case", { case: ["small", "huge"], most: 1 }],
  ["beside an engine that lacks a case of the mean", { case: ["small", "large"], against: { engine: "two" }, most: 1 }],
])("a goal %s is not printed", (_, goal) => {
  expect(describeGoal(goal)).toEqual([]);
});
