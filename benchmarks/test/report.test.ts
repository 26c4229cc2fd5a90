import { describe, expect, test } from "vitest";
import { FreshText } from "../src/frame/fresh-text.ts";
import { type Machine, machineSlug } from "../src/frame/machine.ts";
import { resultFileName, type Sample, summariseSamples } from "../src/frame/result.ts";
import { figure, markdownTable } from "../src/frame/table.ts";

test.each([
  [0, "0"],
  [0.1234, "0.12"],
  [7.4321, "7.43"],
  [42.29, "42.3"],
  [128.4, "128"],
  [1234, "1,230"],
  [987_654, "988,000"],
  [Number.NaN, "–"],
])("%s is printed as %s", (value, expected) => {
  expect(figure(value)).toBe(expected);
});

test("tables are aligned Markdown", () => {
  const table = markdownTable(
    ["engine", "ns"],
    [
      ["one", "1,200"],
      ["twenty", "7"],
    ],
  );
  expect(table.split("\n")).toEqual([
    "| engine |    ns |",
    "| ------ | ----: |",
    "| one    | 1,200 |",
    "| twenty |     7 |",
  ]);
});

const machine: Machine = {
  cpu: "AMD EPYC 7763 64-Core Processor",
  cores: 2,
  memoryBytes: 1,
  platform: "linux-x64",
  release: "6",
};

test.each([
  ["AMD EPYC 7763 64-Core Processor", "amd-epyc-7763-64-core-2c"],
  ["Intel(R) Xeon(R) CPU @ 2.20GHz", "intel-xeon-2c"],
  ["", "unknown-2c"],
])("the machine %s is called %s", (cpu, expected) => {
  expect(machineSlug({ ...machine, cpu })).toBe(expected);
});

test("a result's file is named by date, suite and machine", () => {
  expect(resultFileName({ date: "2026-03-04T05:06:07.000Z", suite: "route", machine })).toBe(
    "2026-03-04-route-amd-epyc-7763-64-core-2c.json",
  );
});

describe("summariseSamples", () => {
  const sample = (round: number, engine: string, ns: number): Sample => ({ round, engine, case: "c", figures: { ns } });

  test("takes medians over rounds and ratios within them", () => {
    const samples = [sample(0, "base", 10), sample(0, "x", 30), sample(1, "base", 20), sample(1, "x", 40)];
    const rows = summariseSamples(samples, "base");
    expect(rows.find(({ engine }) => engine === "x")).toMatchObject({
      summary: { median: 35, min: 30, max: 40 },
      ratio: { median: 2.5, min: 2, max: 3 },
    });
  });

  test("gives no ratio where the reference has no figure", () => {
    expect(summariseSamples([sample(0, "x", 3)], "base")[0]).not.toHaveProperty("ratio");
  });
});

describe("FreshText", () => {
  test("gives back every text", () => {
    const texts = ["", "a", "/users/7", "été", "a".repeat(100)];
    const fresh = new FreshText(texts);
    expect(texts.map((_, index) => fresh.text(index))).toEqual(texts);
  });

  test("refuses what is not one byte a character", () => {
    expect(() => new FreshText(["日本"])).toThrow("one-byte");
  });
});
