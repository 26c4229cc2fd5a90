// npm run size: the bytes of every entry of every package, minified and with brotli, against size-budgets.json.
// An entry is bundled with everything it imports but Node's own modules: what it costs someone who uses only that.
// A .wasm file that was built counts as it is.
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { type ExportTarget, type WorkspacePackage, workspacePackages } from "./pack.ts";

/** Upper limits, in bytes. */
interface Budget {
  readonly minified: number;
  readonly brotli: number;
}

const budgets = JSON.parse(readFileSync(join(import.meta.dirname, "size-budgets.json"), "utf8")) as Record<
  string,
  Budget | undefined
>;
const problems: string[] = [];
const measured = new Set<string>();

for (const workspacePackage of workspacePackages()) {
  for (const [subpath, target] of Object.entries(workspacePackage.manifest.exports)) {
    if (subpath === "./package.json" || isSource(target)) continue;
    const entry = join(workspacePackage.manifest.name, subpath);
    report(entry, await minified(workspacePackage, target));
    // What is for workerd carries no kernels: it shows the JavaScript alone.
    const alone = typeof target === "string" ? undefined : target["workerd"];
    if (alone !== undefined) report(`${entry} (workerd)`, await minified(workspacePackage, alone));
  }
  const files = readdirSync(join(workspacePackage.folder, "dist"), { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => name.endsWith(".wasm"))) {
    report(join(workspacePackage.manifest.name, file), readFileSync(join(workspacePackage.folder, "dist", file)));
  }
}
for (const entry of Object.keys(budgets)) {
  if (!measured.has(entry)) problems.push(`${entry} has a budget but is no entry of a package`);
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function report(entry: string, code: Uint8Array): void {
  const bytes = code.byteLength;
  const brotli = brotliCompressSync(code).byteLength;
  const budget = budgets[entry];
  measured.add(entry);
  console.log(`${entry.padEnd(35)} ${show(bytes, budget?.minified)} minified ${show(brotli, budget?.brotli)} brotli`);
  if (budget === undefined) problems.push(`${entry} has no budget in scripts/size-budgets.json`);
  else if (bytes > budget.minified)
    problems.push(`${entry} is ${bytes} bytes minified; its budget is ${budget.minified}`);
  else if (brotli > budget.brotli)
    problems.push(`${entry} is ${brotli} bytes with brotli; its budget is ${budget.brotli}`);
}

function show(bytes: number, limit: number | undefined): string {
  return `${String(bytes).padStart(7)} of ${String(limit ?? "?").padStart(6)}`;
}

/** True for what another compiler bundles, such as AssemblyScript. */
function isSource(target: ExportTarget): boolean {
  return typeof target === "string" && target.endsWith(".ts");
}

// A file that is exported as it is (jolt.min.js) is measured as it is.
async function minified({ folder }: WorkspacePackage, target: ExportTarget): Promise<Uint8Array> {
  const file = join(folder, fileOf(target));
  if (typeof target === "string") return readFileSync(file);
  const result = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2023",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["import"],
    external: ["node:*", "*.wasm", ...builtinModules],
    logLevel: "error",
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`esbuild wrote nothing for ${file}`);
  return output.contents;
}

function fileOf(target: ExportTarget): string {
  if (typeof target === "string") return target;
  const next = target["import"] ?? target["default"];
  if (next === undefined) throw new Error(`No "import" or "default" in ${JSON.stringify(target)}`);
  return fileOf(next);
}
