import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";

const SOURCE = join(import.meta.dirname, "../../src");
const MOST_BYTES = 4_000;

// What an application pays, but for the texts of errors, which the package has in one place.
async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: SOURCE, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2023",
    external: ["*/errors.ts", "@watt/*"],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

test("a typed query takes at most 4,000 bytes", async () => {
  const code = await bundle('export { query } from "./query/query.ts";');
  expect(Buffer.byteLength(code)).toBeLessThanOrEqual(MOST_BYTES);
});

test("a bundle without typed queries has nothing of them", async () => {
  const mark = "WATT_CAPACITOR_QUERY_";
  expect(await bundle('export { query } from "./index.ts";')).toContain(mark);
  expect(await bundle('export { createRouter, href } from "./index.ts";')).not.toContain(mark);
  expect(await bundle('export { query } from "./index.ts";')).not.toContain("~standard");
});
