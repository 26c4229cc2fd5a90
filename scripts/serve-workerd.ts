import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import type { InstalledPackage } from "./installed-package.ts";

/** A server that runs. */
export interface RunningServer {
  /** Where it answers, without a slash at its end. */
  readonly origin: string;
  stop(): void;
}

/**
 * Starts workerd with a program as its worker. The folder's `.wasm` files are modules of it: workerd compiles no WebAssembly
 * from bytes, so each is a file that its configuration names.
 *
 * @param workerd its binary.
 * @param program a file of the folder, an ES module.
 */
export async function serveWorkerd(
  workerd: string,
  installed: InstalledPackage,
  program: string,
): Promise<RunningServer> {
  const wasm = readdirSync(installed.folder).filter((file) => file.endsWith(".wasm"));
  const modules = [
    `(name = "${program}", esModule = embed "${program}")`,
    ...wasm.map((file) => `(name = "${file}", wasm = embed "${file}")`),
  ];
  installed.write("workerd.capnp", configuration(modules));
  const child = spawn(workerd, ["serve", "--control-fd=3", "workerd.capnp"], {
    cwd: installed.folder,
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  const control = child.stdio[3];
  if (control === null || control === undefined) throw new Error("workerd has no control pipe.");
  // It tells its port there, as `{"event":"listen","socket":"http","port":…}`.
  const told = Promise.race([once(control, "data"), once(child, "exit").then(() => [""])]);
  const [line] = (await told) as [Buffer | string];
  const { port } = JSON.parse(String(line) || '{ "port": 0 }') as { readonly port: number };
  if (port === 0) throw new Error("workerd does not start.");
  return { origin: `http://127.0.0.1:${port}`, stop: () => child.kill("SIGKILL") };
}

function configuration(modules: readonly string[]): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (modules = [${modules.join(", ")}], compatibilityDate = "2026-01-01"))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;
}
