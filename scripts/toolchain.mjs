// What every entry command shares. Plain JavaScript without dependencies: it runs on Node 20, before anything is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const modules = join(root, "node_modules");
const stamp = join(modules, ".cache", "watt", "installed");

/** The environment of every tool: what is installed here comes first on PATH, and nothing phones home. */
export function toolEnvironment(extra = {}) {
  return {
    ...process.env,
    PATH: [join(modules, ".bin"), process.env.PATH].join(delimiter),
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1",
    ...extra,
  };
}

/** Runs a command in the root folder; resolves to its exit code. Its output is the caller's unless `quiet`. */
export function run(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: toolEnvironment(env),
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    });
    const output = [];
    child.stdout?.on("data", (chunk) => output.push(chunk));
    child.stderr?.on("data", (chunk) => output.push(chunk));
    child.once("error", (error) => {
      console.error(`Cannot run ${command}: ${error.message}`);
      resolve(127);
    });
    child.once("close", (code, signal) => {
      const status = exitStatus(code, signal);
      if (status !== 0) process.stderr.write(Buffer.concat(output));
      resolve(status);
    });
  });
}

/** Installs what the lockfile names, unless that is what is there. Resolves to "installed", "current" or an exit code. */
export async function install() {
  const wanted = installKey();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && isComplete()) return "current";
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  // Why npx: pnpm itself is one of the things to be installed.
  const args = ["-y", packageManager, "install", "--frozen-lockfile"];
  console.log(`npx ${args.join(" ")}`);
  const status = await run("npx", args, { env: { CI: "true" }, quiet: true });
  if (status !== 0) return status;
  markInstalled();
  return "installed";
}

/** Notes that node_modules holds what the manifests and the lockfile say now. */
export function markInstalled() {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, installKey());
}

/** The path of the pinned Node, else of a Node new enough that happens to run this. */
export function pinnedNode() {
  const path = join(modules, `node-${process.platform}-${process.arch}`, "bin", "node");
  if (existsSync(path)) return path;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  console.error(
    `No pinned Node for ${process.platform}-${process.arch}, and ${process.version} cannot run TypeScript. Use Node 24.`,
  );
  process.exit(1);
}

/** Prints a step's name, runs it, prints its time. `work` resolves to an exit code or a word; a failure ends the process. */
export async function step(title, work) {
  console.log(`${title}…`);
  const start = performance.now();
  const result = await work();
  if (typeof result === "number" && result !== 0) {
    console.error(`${title} failed (exit code ${result}).`);
    process.exit(result);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${title}: ${result === "current" ? "up to date" : "done"} in ${seconds} s`);
}

/** Runs turbo tasks; prints only what fails. */
export function turbo(...args) {
  return run("turbo", ["run", ...args, "--output-logs=errors-only", "--log-order=grouped"], { quiet: true });
}

/**
 * Starts a program that stays in the foreground and ends with it. The program is its own process group, so that a
 * Ctrl-C, which the terminal and npm both deliver, reaches it once.
 */
export function foreground(command, args, env = {}) {
  const child = spawn(command, args, { cwd: root, env: toolEnvironment(env), stdio: "inherit", detached: true });
  const last = {};
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      const now = performance.now();
      if (now - (last[signal] ?? -Infinity) > 1000) child.kill(signal);
      last[signal] = now;
    });
  }
  // Why: npm hands SIGTERM to the shell between it and this program, which dies of it and tells nobody.
  const parent = process.ppid;
  const orphaned = () => process.ppid !== parent && child.kill("SIGTERM");
  if (process.env.npm_lifecycle_event !== undefined) setInterval(orphaned, 250).unref();
  child.once("error", (error) => {
    console.error(`Cannot run ${command}: ${error.message}`);
    process.exit(127);
  });
  child.once("exit", (code, signal) => process.exit(exitStatus(code, signal)));
  return child;
}

function exitStatus(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0);
}

/** Folders of the workspace's packages. */
function packageFolders() {
  const groups = ["packages", "apps"].flatMap((group) => {
    const folder = join(root, group);
    return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  });
  return [...groups, join(root, "benchmarks")].filter((folder) => existsSync(join(folder, "package.json"))).sort();
}

function isComplete() {
  return (
    existsSync(join(modules, ".bin", "turbo")) && packageFolders().every((f) => existsSync(join(f, "node_modules")))
  );
}

function installKey() {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`);
  const manifests = [root, ...packageFolders()].map((folder) => join(folder, "package.json"));
  for (const file of [...manifests, join(root, "pnpm-lock.yaml"), join(root, "pnpm-workspace.yaml")]) {
    hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}
