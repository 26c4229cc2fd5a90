// node scripts/use-node.mjs 22|24|26: puts the newest published release of that major in the place of the pinned Node.
// For CI, whose jobs run on several majors; it changes package.json and the lockfile, which are not to be committed.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { markInstalled, root, run } from "./toolchain.mjs";

const [major] = process.argv.slice(2);
if (!/^\d+$/.test(major ?? "")) {
  console.error("usage: node scripts/use-node.mjs 22|24|26");
  process.exit(1);
}

const manifestPath = join(root, "package.json");
const manifest = JSON.parse(readFileSync(manifestPath, "utf8"));
const platform = `node-${process.platform}-${process.arch}`;
const pinned = manifest.optionalDependencies[platform];
if (pinned?.startsWith(`${major}.`)) {
  console.log(`Node ${pinned} is the pinned one`);
} else {
  const version = newest(
    JSON.parse(execFileSync("npm", ["view", platform, "versions", "--json"], { encoding: "utf8" })),
  );
  // The other platforms may lack this release, and this machine does not need them.
  const others = Object.entries(manifest.optionalDependencies).filter(([name]) => !name.startsWith("node-"));
  manifest.optionalDependencies = { ...Object.fromEntries(others), [platform]: version };
  writeFileSync(manifestPath, `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`Node ${pinned} → ${version}`);
  const args = ["-y", manifest.packageManager, "install", "--no-frozen-lockfile"];
  const status = await run("npx", args, { env: { CI: "true" }, quiet: true });
  if (status !== 0) process.exit(status);
  markInstalled();
}

function newest(versions) {
  const parts = (version) => version.split(".").map(Number);
  const found = versions
    .filter((version) => version.startsWith(`${major}.`) && !version.includes("-"))
    .sort((a, b) => parts(a)[1] - parts(b)[1] || parts(a)[2] - parts(b)[2])
    .at(-1);
  if (found === undefined) throw new Error(`${platform} has no release ${major}.x`);
  return found;
}
