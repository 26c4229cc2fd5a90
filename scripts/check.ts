// npm run check: lint, format, types, floors, sizes, dead code and what is packed. No tests. One line per check; the
// output of a check is shown when it fails. Ends with `N passed, N failed`.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packAll, workspacePackages } from "./pack.ts";
import { toolEnvironment } from "./toolchain.mjs";

interface Check {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const root = join(import.meta.dirname, "..");
const PARALLEL = 2;
const counts = { passed: 0, failed: 0 };
const scratch = mkdtempSync(join(tmpdir(), "watt-check-"));

try {
  // The build comes first: types of packages, sizes and tarballs are made of it.
  await runCheck(check("build", "turbo run build --output-logs=errors-only"));
  await runAll(checksOfTheTree());
  await runAll(await checksOfTheTarballs());
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const summaries = join(root, "node_modules", ".cache", "watt");
mkdirSync(summaries, { recursive: true });
writeFileSync(join(summaries, "checks.json"), `${JSON.stringify(counts)}\n`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

function checksOfTheTree(): Check[] {
  return [
    check("types", "tsc -b"),
    check("lint", "oxlint"),
    check("format", "oxfmt --check"),
    check("floors: packages", "turbo boundaries"),
    check("floors: imports", "oxlint --config .oxlintrc.floors.json"),
    check("size", "node scripts/size.ts"),
    check("error pages", "node --conditions=@watt/source scripts/errors-docs.ts --check"),
    check("knip", "knip"),
  ];
}

async function checksOfTheTarballs(): Promise<Check[]> {
  const start = performance.now();
  let tarballs: Map<string, string>;
  try {
    tarballs = await packAll(scratch);
  } catch (error) {
    report("pack", false, start, String(error));
    return [];
  }
  report("pack", true, start, "");
  return workspacePackages().flatMap(({ manifest }) => {
    const tarball = tarballs.get(manifest.name) ?? "";
    // A script for a <script> tag and sources for another compiler have no types to check.
    const files = Object.entries(manifest.exports).filter(([, to]) => typeof to === "string" && /\.[jt]s$/.test(to));
    const excluded = files.length > 0 ? ["--exclude-entrypoints", ...files.map(([subpath]) => subpath)] : [];
    return [
      { name: `publint ${manifest.name}`, command: "publint", args: ["run", tarball, "--strict"] },
      {
        name: `attw ${manifest.name}`,
        command: "attw",
        args: [tarball, "--profile", "node16", "--no-definitely-typed", "--no-emoji", ...excluded],
      },
    ];
  });
}

function check(name: string, line: string): Check {
  const [command = "", ...args] = line.split(" ");
  return { name, command, args };
}

async function runAll(checks: readonly Check[]): Promise<void> {
  const waiting = [...checks];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await runCheck(next);
  };
  await Promise.all(Array.from({ length: PARALLEL }, lane));
}

function runCheck({ name, command, args }: Check): Promise<void> {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: toolEnvironment(), stdio: ["ignore", "pipe", "pipe"] });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    child.once("error", (error) => output.push(Buffer.from(error.message)));
    child.once("close", (code) => {
      report(name, code === 0, start, Buffer.concat(output).toString());
      resolve();
    });
  });
}

function report(name: string, passed: boolean, start: number, output: string): void {
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${passed ? "passed" : "FAILED"}  ${name.padEnd(24)} ${seconds.padStart(5)} s`);
  counts[passed ? "passed" : "failed"]++;
  if (!passed) console.log(output.trimEnd().replace(/^/gm, "    "));
}
