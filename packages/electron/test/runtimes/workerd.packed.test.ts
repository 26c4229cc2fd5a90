import { readdirSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
// @boundaries-ignore repository scripts, for tests alone
import { describeWithRuntime } from "../../../../scripts/describe-with-runtime.ts";
// @boundaries-ignore repository scripts, for tests alone
import { InstalledPackage } from "../../../../scripts/installed-package.ts";
// @boundaries-ignore repository scripts, for tests alone
import { type RunningServer, serveWorkerd } from "../../../../scripts/serve-workerd.ts";
import { expectReport, SERVE } from "./programs.ts";
import type { Report } from "./self-check.ts";

// There is shared memory, though nobody to share it with.
const WORKER = { shared: true, checked: false };

describeWithRuntime("workerd", "workerd", (workerd) => {
  let installed: InstalledPackage;
  let server: RunningServer | undefined;
  beforeAll(async () => {
    installed = await InstalledPackage.install("electron");
  });
  afterEach(() => server?.stop());
  afterAll(() => installed?.remove());

  test("the build of its condition runs the kernels by wasm", async () => {
    await installed.bundle("worker.js", SERVE, { conditions: ["workerd", "worker", "browser"] });
    expect(readdirSync(installed.folder).filter((file) => file.endsWith(".wasm"))).toHaveLength(1);
    expectReport(await ask("worker.js"), { executor: "wasm", ...WORKER });
  });

  test("the build for everything else works there too, by scalar", async () => {
    await installed.bundle("plain.js", SERVE, { conditions: [] });
    expectReport(await ask("plain.js"), { executor: "scalar", ...WORKER });
  });

  async function ask(program: string): Promise<Report> {
    server = await serveWorkerd(workerd, installed, program);
    const answer = await fetch(`${server.origin}/`, { signal: AbortSignal.timeout(10_000) });
    return (await answer.json()) as Report;
  }
});
