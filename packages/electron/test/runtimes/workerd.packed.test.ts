import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
// @boundaries-ignore repository scripts, for tests alone
import { describeWithRuntime } from "../../../../scripts/describe-with-runtime.ts";
// @boundaries-ignore repository scripts, for tests alone
import { InstalledPackage } from "../../../../scripts/installed-package.ts";
import { expectReport, SERVE } from "./programs.ts";
import type { Report } from "./self-check.ts";

// There is shared memory, though nobody to share it with.
const WORKER = { shared: true, checked: false };

// workerd compiles no WebAssembly from bytes: modules are files, named in its configuration.
describeWithRuntime("workerd", "workerd", (workerd) => {
  let installed: InstalledPackage;
  let server: ChildProcess | undefined;
  beforeAll(async () => {
    installed = await InstalledPackage.install("electron");
  });
  afterEach(() => server?.kill("SIGKILL"));
  afterAll(() => installed?.remove());

  test("the build of its condition runs the kernels by wasm", async () => {
    await installed.bundle("worker.js", SERVE, { conditions: ["workerd", "worker", "browser"] });
    const wasm = readdirSync(installed.folder).filter((file) => file.endsWith(".wasm"));
    expect(wasm).toHaveLength(1);
    expectReport(await ask("worker.js", wasm), { executor: "wasm", ...WORKER });
  });

  test("the build for everything else works there too, by scalar", async () => {
    await installed.bundle("plain.js", SERVE, { conditions: [] });
    expectReport(await ask("plain.js", []), { executor: "scalar", ...WORKER });
  });

  async function ask(program: string, wasm: readonly string[]): Promise<Report> {
    const modules = [
      `(name = "${program}", esModule = embed "${program}")`,
      ...wasm.map((file) => `(name = "${file}", wasm = embed "${file}")`),
    ];
    installed.write("workerd.capnp", configuration(modules));
    const child = spawn(workerd, ["serve", "--control-fd=3", "workerd.capnp"], {
      cwd: installed.folder,
      stdio: ["ignore", "inherit", "inherit", "pipe"],
    });
    server = child;
    const port = await listening(child);
    const answer = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(10_000) });
    return (await answer.json()) as Report;
  }
});

function configuration(modules: readonly string[]): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (modules = [${modules.join(", ")}], compatibilityDate = "2026-01-01"))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;
}

/** The port, which workerd tells on its control pipe as `{"event":"listen","socket":"http","port":…}`. */
async function listening(child: ChildProcess): Promise<number> {
  const control = child.stdio[3];
  if (control === null || control === undefined) throw new Error("workerd has no control pipe.");
  const told = Promise.race([once(control, "data"), once(child, "exit").then(() => [""])]);
  const [line] = (await told) as [Buffer | string];
  const { port } = JSON.parse(String(line) || '{ "port": 0 }') as { readonly port: number };
  if (port === 0) throw new Error("workerd does not start.");
  return port;
}
