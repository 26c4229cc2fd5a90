import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const MAIN = join(import.meta.dirname, "../../src/cli/main.ts");
const LIMIT_MS = 20_000;

function start(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--conditions=@watt/source", "--no-warnings", MAIN, ...args],
    { cwd: join(import.meta.dirname, "fixtures"), encoding: "utf8", timeout: LIMIT_MS },
  );
  return { code: status, out: stdout, err: stderr };
}

test("is a program for Node", () => {
  expect(readFileSync(MAIN, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
});

test.each([
  ["good.ts", 0, /^0 errors/],
  ["duplicate.ts", 1, /^error {2}duplicate {2}/],
  ["busy.mjs", 0, /^0 errors/],
  ["endless.mjs", 2, /^$/],
  ["missing.mjs", 2, /^$/],
])("checks %s from the working directory, and ends with %i", { timeout: LIMIT_MS + 1_000 }, (file, code, out) => {
  const ended = start("check", file);
  expect(ended.code, ended.err).toBe(code);
  expect(ended.out).toMatch(out);
  // A terminal is not what a test has.
  expect(ended.out).not.toContain("\u001b");
});

test("says so when a file never finishes loading", { timeout: LIMIT_MS + 1_000 }, () => {
  expect(start("check", "endless.mjs").err).toContain("capacitor: the file never finished loading.\n");
});
