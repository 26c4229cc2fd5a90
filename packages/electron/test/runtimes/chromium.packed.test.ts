import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
// @boundaries-ignore repository scripts, for tests alone
import { launchChromium } from "../../../../scripts/chromium.ts";
// @boundaries-ignore repository scripts, for tests alone
import { describeWithChromium } from "../../../../scripts/describe-with-chromium.ts";
// @boundaries-ignore repository scripts, for tests alone
import { InstalledPackage } from "../../../../scripts/installed-package.ts";
import { expectReport, PUBLISH, PUBLISH_THREADS, SECOND } from "./programs.ts";
import type { Report } from "./self-check.ts";
import { EXPECTED } from "./threads.ts";

const ISOLATION = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
const PROGRAMS = [
  { name: "production", source: PUBLISH, conditions: ["browser"] },
  { name: "development", source: PUBLISH, conditions: ["browser", "development"] },
  { name: "first", source: PUBLISH_THREADS, conditions: ["browser"] },
  { name: "second", source: SECOND, conditions: ["browser"] },
];
// Neither 'unsafe-eval' nor 'wasm-unsafe-eval': nothing may be compiled from bytes.
const STRICT = { "content-security-policy": "default-src 'none'; script-src 'self'" };

describeWithChromium("Chromium", () => {
  let installed: InstalledPackage;
  let browser: Awaited<ReturnType<typeof launchChromium>>;
  let server: Server;
  let headers: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    installed = await InstalledPackage.install("electron");
    const programs = new Map<string, Uint8Array>();
    for (const { name, source, conditions } of PROGRAMS) {
      programs.set(`/${name}.js`, readFileSync(await installed.bundle(`${name}.js`, source, { conditions })));
    }
    server = createServer(({ url = "/" }, response) => {
      const program = programs.get(url);
      const page = `<!doctype html><meta charset="utf-8"><script type="module" src="${url.slice(5)}"></script>`;
      response.writeHead(200, { "content-type": program ? "text/javascript" : "text/html", ...headers });
      response.end(program ?? page);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    installed?.remove();
  });

  test.each([
    { what: "as it is", sends: {}, executor: "wasm", shared: false },
    { what: "with cross-origin isolation", sends: ISOLATION, executor: "wasm", shared: true },
    { what: "under a policy against compiling", sends: STRICT, executor: "scalar", shared: false },
    { what: "with isolation and the policy", sends: { ...ISOLATION, ...STRICT }, executor: "scalar", shared: true },
  ] as const)("$what: kernels by $executor, shared memory $shared", async ({ sends, executor, shared }) => {
    headers = sends;
    expectReport(await visit<Report>("production"), { executor, shared, checked: false });
    expectReport(await visit<Report>("development"), { executor, shared, checked: true });
  });

  test("two threads, with cross-origin isolation", async () => {
    headers = ISOLATION;
    expect(await visit("first")).toEqual(EXPECTED);
  });

  async function visit<T>(program: string): Promise<T> {
    const { port } = server.address() as AddressInfo;
    const page = await browser.newPage();
    try {
      await page.goto(`http://127.0.0.1:${port}/page/${program}.js`);
      return await page.evaluate(() => (globalThis as unknown as { readonly report: Promise<T> }).report);
    } finally {
      await page.close();
    }
  }
});
