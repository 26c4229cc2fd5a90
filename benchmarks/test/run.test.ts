import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Result } from "../src/frame/result.ts";

const BENCHMARKS = join(import.meta.dirname, "..");
const LIMIT_MS = 60_000;

let out = "";
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "watt-bench-"));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

function run(...words: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  const command = ["src/run.ts", ...words, "--quick", "--out", out];
  return promisify(execFile)(process.execPath, command, { cwd: BENCHMARKS, timeout: LIMIT_MS });
}

function readResult(): Result {
  const [file, ...others] = readdirSync(out);
  expect(others).toEqual([]);
  return JSON.parse(readFileSync(join(out, file ?? ""), "utf8")) as Result;
}

test(
  "a run prints caveats before figures and writes what is needed to run it again",
  { timeout: LIMIT_MS },
  async () => {
    const { stdout } = await run("test/fixtures/right-suite.ts", "--seed", "7");
    expect(stdout.indexOf("this is the first caveat")).toBeGreaterThan(0);
    expect(stdout.indexOf("this is the first caveat")).toBeLessThan(stdout.indexOf("| engine"));
    expect(stdout).toContain("two has no figure for second: it has no second");

    expect(readdirSync(out)[0]).toMatch(/^\d{4}-\d\d-\d\d-right-[a-z0-9-]+-\d+c\.json$/);
    const result = readResult();
    expect(result).toMatchObject({
      schema: 1,
      suite: "right",
      kind: "operation",
      publishable: false,
      machine: { cpu: expect.any(String), cores: expect.any(Number), memoryBytes: expect.any(Number) },
      runtime: { node: process.versions.node, v8: process.versions.v8 },
      versions: { mitata: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
      arguments: { rounds: 2, quick: true, seed: 7, timer: "own" },
      reference: "one",
      verified: 3072,
      order: [
        ["(empty)", "one", "two"],
        ["two", "one", "(empty)"],
      ],
      absent: [{ engine: "two", case: "second", reason: "it has no second" }],
    });
    const row = (engine: string, metric: string): Result["rows"][number] | undefined =>
      result.rows.find((one) => one.engine === engine && one.case === "first" && one.metric === metric);
    expect(row("one", "ns")).toMatchObject({ summary: { count: 2 }, ratio: { median: 1, min: 1, max: 1 } });
    expect(row("two", "ns")?.ratio?.count).toBe(2);
    expect(row("(empty)", "ns")?.summary.count).toBe(2);
    // Raw rounds: 2 rounds of 2 + 2 + 1 cases, and as many allocations once.
    expect(result.rounds.filter(({ figures }) => "ns" in figures)).toHaveLength(10);
    expect(result.rounds.filter(({ figures }) => "bytes" in figures)).toHaveLength(5);
  },
);

test(
  "bytes per operation are exact: nothing for the empty loop, 32 for an object of one field",
  { timeout: LIMIT_MS },
  async () => {
    await run("test/fixtures/right-suite.ts", "--rounds", "1", "--cases", "first", "--engines", "one");
    const bytes = readResult().rows.filter(({ metric }) => metric === "bytes");
    expect(bytes.map(({ engine, summary }) => [engine, Math.round(summary.median)])).toEqual([
      ["(empty)", 0],
      ["one", 32],
    ]);
  },
);

test(
  "a wrong answer fails the run, names engine, case and answer, and publishes nothing",
  { timeout: LIMIT_MS },
  async () => {
    const failure = run("test/fixtures/wrong-suite.ts");
    await expect(failure).rejects.toMatchObject({ code: 1 });
    const { stderr } = (await failure.catch((error: unknown) => error)) as { stderr: string };
    expect(stderr).toContain('wrong answers "double" wrong (input 700: expected 1400 but got -1)');
    expect(stderr).not.toContain("round 1");
    expect(readdirSync(out)).toEqual([]);
  },
);

test("servers are measured in processes of their own", { timeout: LIMIT_MS }, async () => {
  await run("test/fixtures/socket-suite.ts", "--engines", "one,two", "--connections", "4");
  const result = readResult();
  expect(result.kind).toBe("socket");
  expect(result.verified).toBe(6);
  for (const sample of result.rounds) {
    expect(sample.figures["requests"]).toBeGreaterThan(0);
    expect(sample.figures["cpuUs"]).toBeGreaterThan(0);
    expect(sample.figures["coreShare"]).toBeGreaterThan(0);
  }
  expect(result.rounds).toHaveLength(4);
});

test("a server that lies about one path fails the run", { timeout: LIMIT_MS }, async () => {
  await expect(run("test/fixtures/socket-suite.ts")).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('liar answers "constant" wrong (/b: body "a lie"'),
  });
});

test.each([
  ["an unknown suite", ["nothing"], "There is no suite"],
  ["an unknown engine", ["floor", "--engines", "nobody"], "There is no engine"],
  ["an unknown case", ["floor", "--cases", "nowhere"], "No case begins so"],
  ["a bad count", ["floor", "--rounds", "0"], "--rounds needs a whole number"],
])("%s is refused with the remedy", { timeout: LIMIT_MS }, async (_, words, message) => {
  await expect(run(...words)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(message) });
});
