// npm run dev: rebuilds packages as they change and restarts the starter app after each change of theirs or of its own.
import { join } from "node:path";
import { foreground, install, pinnedNode, root, step, toolEnvironment, turbo } from "./toolchain.mjs";
import { spawn } from "node:child_process";

await step("1/3 Installing", install);
await step("2/3 Building", () => turbo("build", "--filter=@watt/starter^..."));
console.log("3/3 Starting; watching packages and apps/starter…");
const builder = spawn("turbo", ["watch", "build", "--filter=@watt/starter^...", "--output-logs=errors-only"], {
  cwd: root,
  env: toolEnvironment(),
  stdio: ["ignore", "inherit", "inherit"],
  detached: true,
});
process.on("exit", () => builder.kill("SIGTERM"));
foreground(pinnedNode(), ["--watch", "--watch-preserve-output", join(root, "apps", "starter", "src", "main.ts")]);
