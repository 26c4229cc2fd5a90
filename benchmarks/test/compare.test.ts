import { expect, test } from "vitest";
import type { OperationSuite } from "../src/api.ts";
import { compareSamples, comparisonTable } from "../src/compare/comparison.ts";
import { contestantsOf } from "../src/compare/contestants.ts";
import { ONCE } from "../src/frame/measure-operations.ts";
import { orderOfRound } from "../src/frame/order.ts";
import type { Sample } from "../src/frame/result.ts";

const load = (): never => {
  throw new Error("nothing is loaded here");
};

const suite: OperationSuite = {
  kind: "operation",
  name: "s",
  title: "S",
  caveats: [],
  reference: "peer",
  cases: [{ name: "c", group: "g" }],
  engines: [
    { name: "ours", own: true, packages: [], load },
    { name: "peer", packages: [], load },
  ],
  inputs: load,
};

const places = {
  ref: { benchmarks: "/ref", nodeFlags: [] },
  tree: { benchmarks: "/tree", nodeFlags: [] },
};

test("only Watt's own engines run, each on both sides, and the side that begins alternates", () => {
  const contestants = contestantsOf(suite, places);
  expect(contestants.map(({ label, place }) => [label, place.benchmarks])).toEqual([
    ["ours @ ref", "/ref"],
    ["ours @ tree", "/tree"],
  ]);
  expect([0, 1].map((round) => orderOfRound(contestants, round)[0]?.label)).toEqual(["ours @ ref", "ours @ tree"]);
});

function samples(side: "ref" | "tree", ns: readonly number[]): Sample[] {
  return ns.map((value, round) => ({ round, engine: `ours @ ${side}`, case: "c", figures: { ns: value } }));
}

test("a comparison pairs rounds and speaks only when all agree", () => {
  const ref = [10, 100, 10, 10, 50];
  const tree = [12, 120, 11, 12, 60];
  const slower = compareSamples(suite, ["ours"], [...samples("ref", ref), ...samples("tree", tree)]);
  expect(slower).toHaveLength(1);
  expect(slower[0]?.ratio).toMatchObject({ median: 1.2, min: 1.1, max: 1.2, count: 5 });
  expect(comparisonTable(slower)).toMatch(/ours · c .*\|\s+1\.200 \| 1\.100–1\.200 \| more \|/);

  const table = (from: readonly number[], to: readonly number[]): string =>
    comparisonTable(compareSamples(suite, ["ours"], [...samples("ref", from), ...samples("tree", to)]));
  expect(table(tree, ref)).toContain("| less |");
  expect(table(ref, [12, 99, 11, 12, 60]), "one round disagrees").not.toMatch(/more|less/);
  expect(table(ref.slice(1), tree.slice(1)), "four rounds may agree by luck").not.toMatch(/more|less/);
});

test("figures that are taken once are compared as well; what one side lacks is left out", () => {
  const once = (side: string, bytes: number): Sample => ({
    round: ONCE,
    engine: `ours @ ${side}`,
    case: "c",
    figures: { bytes },
  });
  const both = compareSamples(suite, ["ours"], [once("ref", 100), once("tree", 50)]);
  expect(both.map(({ metric, ratio }) => [metric, ratio.median])).toEqual([["bytes", 0.5]]);
  expect(comparisonTable(both), "bytes hardly vary: one figure is enough").toContain("| less |");
  expect(compareSamples(suite, ["ours"], [once("ref", 100)])).toEqual([]);
});
