import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
// @boundaries-ignore repository scripts, for tests alone
import { launchChromium } from "../../../../scripts/chromium.ts";
// @boundaries-ignore repository scripts, for tests alone
import { describeWithChromium } from "../../../../scripts/describe-with-chromium.ts";
// @boundaries-ignore repository scripts, for tests alone
import { describeWithRuntime } from "../../../../scripts/describe-with-runtime.ts";
// @boundaries-ignore repository scripts, for tests alone
import { InstalledPackage } from "../../../../scripts/installed-package.ts";
// @boundaries-ignore repository scripts, for tests alone
import { type RunningServer, serveWorkerd } from "../../../../scripts/serve-workerd.ts";
import { PRINT_CJS, PRINT_ESM, PUBLISH, type Report, WORKER } from "./programs.ts";

// The package as users install it: each runtime renders the same bytes.

let installed: InstalledPackage;
beforeAll(async () => {
  installed = await InstalledPackage.install("conduit", "electron");
  installed.write("program.mjs", PRINT_ESM);
  installed.write("program.cjs", PRINT_CJS);
});
afterAll(() => installed?.remove());

const printed = async (path: string, args: readonly string[]): Promise<unknown> =>
  JSON.parse(await installed.run(path, args));
const rendered = (executor: string, context = "ann"): Report => ({ fails: [], context, executor });

describe("Node", () => {
  test.each(["program.mjs", "program.cjs"])("%s", async (file) => {
    expect(await printed(process.execPath, [file])).toEqual(rendered("wasm"));
  });

  test("where WebAssembly is missing", async () => {
    installed.write("without.mjs", 'delete globalThis.WebAssembly; await import("./program.mjs");');
    expect(await printed(process.execPath, ["without.mjs"])).toEqual(rendered("scalar"));
  });
});

describeWithRuntime("bun", "Bun", (bun) => {
  test.each(["program.mjs", "program.cjs"])("%s", async (file) => {
    expect(await printed(bun, [file])).toEqual(rendered("wasm"));
  });
});

describeWithRuntime("deno", "Deno", (deno) => {
  test("program.mjs", async () => {
    expect(await printed(deno, ["run", "--no-remote", "--no-prompt", "program.mjs"])).toEqual(rendered("wasm"));
  });
});

describeWithRuntime("workerd", "workerd", (workerd) => {
  let server: RunningServer | undefined;
  afterEach(() => server?.stop());

  // It lets a worker compile while it starts. Without its Node compatibility it follows no async calls.
  test("renders", async () => {
    await installed.bundle("worker.js", WORKER, { conditions: ["workerd", "worker", "browser"] });
    server = await serveWorkerd(workerd, installed, "worker.js");
    const answer = await fetch(server.origin, { signal: AbortSignal.timeout(10_000) });
    expect(await answer.json()).toEqual(rendered("wasm", "nobody"));
  });
});

describeWithChromium("Chromium", () => {
  let browser: Awaited<ReturnType<typeof launchChromium>>;
  let server: Server;
  let policy = "";
  beforeAll(async () => {
    const program = readFileSync(await installed.bundle("page.js", PUBLISH, { conditions: ["browser"] }));
    server = createServer(({ url }, response) => {
      const isProgram = url === "/page.js";
      response.writeHead(200, {
        "content-type": isProgram ? "text/javascript" : "text/html",
        ...(policy !== "" && { "content-security-policy": policy }),
      });
      response.end(
        isProgram ? program : '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>',
      );
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  test.each([
    ["as it is", "", "wasm"],
    ["under a policy against compiling", "default-src 'none'; script-src 'self'", "scalar"],
  ])("%s", async (_, sent, executor) => {
    policy = sent;
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => "report" in globalThis);
    const report = await page.evaluate(() => (globalThis as unknown as { report: Promise<Report> }).report);
    expect(report).toEqual(rendered(executor, "nobody"));
    await page.close();
  });
});
