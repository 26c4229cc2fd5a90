import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { findRuntime, runtimePackage, RUNTIMES, type RuntimeName } from "../runtimes.ts";

const names = Object.keys(RUNTIMES) as RuntimeName[];
const folder = mkdtempSync(join(tmpdir(), "watt-runtimes-"));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(names)("%s", (name) => {
  const binary = join(folder, name);
  const { variable, version } = RUNTIMES[name];

  test("its variable settles the question, even where PATH has one", () => {
    place(binary, 0o755);
    vi.stubEnv("PATH", folder);
    vi.stubEnv(variable, process.execPath);
    expect(findRuntime(name)).toEqual({ path: process.execPath });
    vi.stubEnv(variable, join(folder, "nothing"));
    expect(findRuntime(name)).toEqual({
      reason: `${variable} is ${join(folder, "nothing")}, which is no executable file`,
    });
  });

  test("an executable on PATH comes next; an empty variable is none", () => {
    vi.stubEnv(variable, "");
    vi.stubEnv("PATH", `:${tmpdir()}:${folder}`);
    place(binary, 0o755);
    expect(findRuntime(name)).toEqual({ path: binary });
  });

  test("what is not executable is passed over; then comes the pinned version that npm test installed; else a reason", () => {
    vi.stubEnv(variable, "");
    vi.stubEnv("PATH", folder);
    place(binary, 0o644);
    const missing = { reason: `no ${name} on this machine: run npm test, or name it in ${variable}` };
    expect(findRuntime(name, folder)).toEqual(missing);
    const packageName = runtimePackage(name)?.replace(/@[^@]*$/, "");
    if (packageName === undefined) return;
    const installed = join(folder, "node_modules", packageName);
    mkdirSync(dirname(join(installed, RUNTIMES[name].binary)), { recursive: true });
    place(join(installed, RUNTIMES[name].binary), 0o755);
    writeFileSync(join(installed, "package.json"), JSON.stringify({ version }));
    expect(findRuntime(name, folder)).toEqual({ path: join(installed, RUNTIMES[name].binary) });
    writeFileSync(join(installed, "package.json"), '{ "version": "0.0.1" }');
    expect(findRuntime(name, folder)).toEqual(missing);
  });

  test("its npm package is pinned", () => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    if (`${process.platform}-${process.arch}` === "linux-x64") expect(runtimePackage(name)).toMatch(`@${version}`);
  });
});

function place(path: string, mode: number): void {
  writeFileSync(path, "");
  chmodSync(path, mode);
}
