// Run by `npm test`: says which Bun, Deno and workerd the runtime tests use, and installs from npm those that are
// neither named by a variable nor on the machine.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { findRuntime, type RuntimeName, runtimePackage, RUNTIMES, RUNTIMES_FOLDER } from "./runtimes.ts";

const root = join(import.meta.dirname, "..");
const INSTALL_SECONDS = 300;

const folder = relative(root, RUNTIMES_FOLDER);
const names = Object.keys(RUNTIMES) as RuntimeName[];
// All that come from npm, not only those that are missing: npm removes what it is not told of.
const fromNpm = names.filter((name) => isFromNpm(name) && runtimePackage(name) !== undefined);
if (fromNpm.some((name) => findRuntime(name).path === undefined)) install();
// Not a failure: the tests that need one are reported as skipped, and CI fails on skipped tests.
for (const name of names) {
  const found = findRuntime(name);
  console.log(found.path ?? `Tests in ${name} will be skipped: ${found.reason}`);
}

function isFromNpm(name: RuntimeName): boolean {
  const { path } = findRuntime(name);
  return !process.env[RUNTIMES[name].variable] && (path === undefined || path.startsWith(RUNTIMES_FOLDER));
}

function install(): void {
  mkdirSync(RUNTIMES_FOLDER, { recursive: true });
  // Why: without a manifest of its own, npm would take the repository for the place to install into.
  writeFileSync(join(RUNTIMES_FOLDER, "package.json"), '{ "private": true }\n');
  const options = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
  const args = ["install", "--prefix", folder, ...options, ...fromNpm.flatMap((name) => runtimePackage(name) ?? [])];
  console.log(`npm ${args.join(" ")}`);
  const { status, stdout, stderr } = spawnSync("npm", args, {
    cwd: root,
    encoding: "utf8",
    timeout: INSTALL_SECONDS * 1000,
  });
  if (status !== 0) console.log(`${stdout}${stderr}`.trimEnd());
}
