// npm run dev: serves the starter app; on a change of a package or of the app it rebuilds what changed and restarts it.
// Why not `node --watch` over `turbo watch`: that restarts in the middle of a build, on files that are not there yet.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, watch } from "node:fs";
import { join } from "node:path";
import { install, pinnedNode, root, step, toolEnvironment, turbo } from "./toolchain.mjs";

const QUIET_MILLISECONDS = 150;
const build = () => turbo("build", "--filter=@watt/starter^...");

let server;
let stopping = false;
let work = Promise.resolve();
let timer;

await step("1/3 Installing", install);
await step("2/3 Building", build);
console.log("3/3 Starting; watching packages and apps/starter…");
for (const folder of watchedFolders())
  watch(folder, { recursive: true }, (_, name) => changed(join(folder, name ?? "")));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
start();

function watchedFolders() {
  const packages = readdirSync(join(root, "packages")).map((id) => join(root, "packages", id));
  return [...packages, join(root, "apps", "starter")]
    .flatMap((folder) => ["src", "assembly", "public"].map((name) => join(folder, name)))
    .filter((folder) => existsSync(folder));
}

function changed(path) {
  // Generated files are written by the build itself.
  if (path.includes(".generated.")) return;
  clearTimeout(timer);
  timer = setTimeout(() => (work = work.then(rebuild)), QUIET_MILLISECONDS);
}

async function rebuild() {
  const begin = performance.now();
  if ((await build()) !== 0) return console.error("The build failed; the server before the change still runs.");
  console.log(`Rebuilt in ${((performance.now() - begin) / 1000).toFixed(1)} s; restarting…`);
  await end();
  if (!stopping) start();
}

function start() {
  server = spawn(pinnedNode(), [join(root, "apps", "starter", "src", "main.ts")], {
    cwd: root,
    env: toolEnvironment(),
    stdio: "inherit",
    detached: true,
  });
}

function end() {
  if (server.exitCode !== null || server.signalCode !== null) return undefined;
  return new Promise((resolve) => {
    server.once("exit", resolve);
    server.kill("SIGTERM");
  });
}

async function stop() {
  stopping = true;
  await end();
  process.exit(0);
}
