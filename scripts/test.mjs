// npm test [-- vitest arguments]: installs, builds and runs every test. --full: full counts, a rotating seed, coverage.
import { randomInt } from "node:crypto";
import { install, pinnedNode, run, step, turbo } from "./toolchain.mjs";

const given = process.argv.slice(2);
const full = given.includes("--full");
const args = given.filter((argument) => argument !== "--full");
const env = {};
if (full) {
  env.WATT_FULL = "1";
  env.WATT_SEED = process.env.WATT_SEED ?? String(randomInt(1, 2 ** 31));
  console.log(`Full counts, seed ${env.WATT_SEED} (repeat with WATT_SEED=${env.WATT_SEED} npm run test:full)`);
}

await step("1/4 Installing", install);
await step("2/4 Building", () => turbo("build"));
await step("3/4 Looking for Chromium, Bun, Deno and workerd", async () => {
  const status = await run(pinnedNode(), ["scripts/install-chromium.ts"]);
  return status !== 0 ? status : run(pinnedNode(), ["scripts/install-runtimes.ts"]);
});
console.log("4/4 Testing…");
const vitest = (...options) => run("vitest", ["run", ...options, ...args], { env });
if (full) {
  // Why apart: coverage makes explorations three to five times slower, without seeing the shipped text that they run.
  const status = await vitest("--coverage", "--project", "!uncovered");
  process.exitCode = (await vitest("--project", "uncovered", "--passWithNoTests")) || status;
} else {
  process.exitCode = await vitest();
}
