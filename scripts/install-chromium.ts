// Run by `npm test`: says which Chromium the browser tests use, and installs Debian's when it may and there is none.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { findChromium } from "./chromium.ts";

const COMMAND = "apt-get update && apt-get install -y --no-install-recommends chromium";

let found = findChromium();
if (found.path === undefined && process.env["WATT_CHROMIUM"] === undefined && isRootOnDebian()) {
  console.log(COMMAND);
  const { status, stdout, stderr } = spawnSync("sh", ["-c", COMMAND], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    encoding: "utf8",
  });
  if (status !== 0) console.log(`${stdout}${stderr}`);
  found = findChromium();
}
// Not a failure: the tests that need it are reported as skipped, and CI fails on skipped tests.
console.log(found.path ?? `Browser tests will be skipped: ${found.reason}`);

function isRootOnDebian(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}
