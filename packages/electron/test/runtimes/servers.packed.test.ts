import { afterAll, beforeAll, describe, expect, test } from "vitest";
// @boundaries-ignore repository scripts, for tests alone
import { describeWithRuntime } from "../../../../scripts/describe-with-runtime.ts";
// @boundaries-ignore repository scripts, for tests alone
import { InstalledPackage } from "../../../../scripts/installed-package.ts";
import { type Expected, expectReport, PRINT, PRINT_THREADS } from "./programs.ts";
import type { Report } from "./self-check.ts";
import { EXPECTED } from "./threads.ts";

// The package as users install it, in each runtime that runs servers.

const DEVELOPMENT = "--conditions=development";
const SERVER: Expected = { executor: "wasm", shared: true, checked: false };

let installed: InstalledPackage;
beforeAll(async () => {
  installed = await InstalledPackage.install("electron");
  await installed.bundle("check.js", PRINT);
  await installed.bundle("check.cjs", PRINT, { format: "cjs" });
  await installed.bundle("threads.js", PRINT_THREADS);
  installed.write("where.js", 'console.log(JSON.stringify(import.meta.resolve("@watt/electron")));');
});
afterAll(() => installed?.remove());

describe("Node", () => {
  test.each([
    { what: "ESM", args: ["check.js"], expected: SERVER },
    { what: "CJS", args: ["check.cjs"], expected: SERVER },
    { what: "ESM, development build", args: [DEVELOPMENT, "check.js"], expected: { ...SERVER, checked: true } },
    { what: "CJS, development build", args: [DEVELOPMENT, "check.cjs"], expected: { ...SERVER, checked: true } },
    { what: "without WebAssembly", args: ["--jitless", "check.js"], expected: { ...SERVER, executor: "scalar" } },
  ] as const)("$what", async ({ args, expected }) => {
    expectReport(await print<Report>(process.execPath, args), expected);
  });

  test("two threads", async () => expect(await print(process.execPath, ["threads.js"])).toEqual(EXPECTED));

  test.each([
    { args: [], file: "dist/index.js" },
    { args: [DEVELOPMENT], file: "dist/development/index.js" },
    { args: ["--conditions=workerd"], file: "dist/workerd/index.js" },
    { args: [DEVELOPMENT, "--conditions=workerd"], file: "dist/workerd/index.js" },
  ])("$args leads to $file", async ({ args, file }) => {
    const path = await print<string>(process.execPath, [...args, "where.js"]);
    expect(path.endsWith(`/node_modules/@watt/electron/${file}`)).toBe(true);
  });
});

describeWithRuntime("bun", "Bun", (bun) => {
  test("ESM", async () => expectReport(await print<Report>(bun, ["check.js"]), SERVER));
  test("two threads", async () => expect(await print(bun, ["threads.js"])).toEqual(EXPECTED));
  test("CJS", async () => expectReport(await print<Report>(bun, ["check.cjs"]), SERVER));
});

describeWithRuntime("deno", "Deno", (deno) => {
  const run = ["run", "--no-remote", "--no-prompt"];
  test("ESM", async () => expectReport(await print<Report>(deno, [...run, "check.js"]), SERVER));
  test("two threads", async () => expect(await print(deno, [...run, "--allow-read", "threads.js"])).toEqual(EXPECTED));
  test("CJS", async () => expectReport(await print<Report>(deno, [...run, "--allow-read", "check.cjs"]), SERVER));
});

async function print<T>(path: string, args: readonly string[]): Promise<T> {
  return JSON.parse(await installed.run(path, args)) as T;
}
