import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../scratch-copy.ts";

// CI names the major version that a job claims to run on; elsewhere it is the pinned one.
const claimed = process.env["WATT_NODE"];
const { optionalDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  optionalDependencies: Record<string, string>;
};

test("the tests run on the version of Node that the run claims", () => {
  const pinned = optionalDependencies[`node-${process.platform}-${process.arch}`];
  if (claimed) expect(process.versions.node.split(".")[0]).toBe(claimed);
  else expect(process.versions.node.split(".")[0]).toBe((pinned ?? "24").split(".")[0]);
  if (pinned !== undefined) expect(process.version).toBe(`v${pinned}`);
});

test("every platform has the same pinned version", () => {
  const versions = Object.entries(optionalDependencies).filter(([name]) => name.startsWith("node-"));
  expect(new Set(versions.map(([, version]) => version)).size).toBe(1);
});
