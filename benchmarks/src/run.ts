import { join } from "node:path";
import type { Suite } from "./api.ts";
import { type Arguments, parseArguments } from "./frame/arguments.ts";
import { EMPTY } from "./frame/empty.ts";
import { currentLoad, describeBuilds, describeCommit, describeMachine, versionsOf } from "./frame/machine.ts";
import { measure } from "./frame/measure.ts";
import type { Contestant } from "./frame/measure-operations.ts";
import { BENCHMARKS, ROOT } from "./frame/paths.ts";
import { report } from "./frame/report.ts";
import { type Result, summariseSamples, writeResult } from "./frame/result.ts";
import { selectCases, selectEngines } from "./frame/select.ts";
import { loadSuite } from "./suites.ts";

/** Where quick runs leave their result: out of git's sight. */
const SCRATCH = join(BENCHMARKS, "node_modules/.cache/bench");

const log = (line: string): void => console.error(`  ${line}`);

async function main(): Promise<void> {
  const options = parseArguments(process.argv.slice(2));
  const suite = await loadSuite(options.suite);
  const result = await run(suite, options);
  console.log(`\n${report(suite, result)}`);
  const folder = options.out ?? (result.publishable ? join(BENCHMARKS, "results") : SCRATCH);
  console.log(`\nWritten to ${writeResult(result, folder)}`);
}

async function run(suite: Suite, options: Arguments): Promise<Result> {
  const engines = selectEngines(suite, options.engines);
  const entries = suite.engines.filter(({ name }) => engines.includes(name));
  const packages = entries.flatMap((entry) => entry.packages);
  const stale = options.source ? [] : currentBuilds(packages);
  const nodeFlags = options.source ? ["--conditions=@watt/source"] : [];
  const place = { benchmarks: BENCHMARKS, nodeFlags };
  const names = suite.kind === "operation" ? [EMPTY, ...engines] : engines;
  const contestants: Contestant[] = names.map((engine) => ({ label: engine, engine, place }));
  const cases = selectCases(suite, options.cases);
  const before = currentLoad();
  const measured = await measure({ suite, contestants, cases, options, allocations: true, log });
  const commit = describeCommit(ROOT);
  return {
    schema: 1,
    suite: suite.name,
    kind: suite.kind,
    title: suite.title,
    caveats: suite.caveats,
    date: new Date().toISOString(),
    publishable:
      !options.quick && !options.source && options.timer === "own" && stale.length === 0 && commit?.dirty === false,
    machine: describeMachine(),
    load: { before, after: currentLoad() },
    runtime: { node: process.versions.node, v8: process.versions.v8, flags: nodeFlags },
    versions: versionsOf(packages, BENCHMARKS),
    commit,
    artefacts: options.source ? "source" : "dist",
    stale,
    arguments: { ...options, ...(measured.load && { load: measured.load }) },
    reference: suite.reference,
    order: measured.order,
    absent: measured.absent,
    verified: measured.verified,
    rounds: measured.samples,
    rows: summariseSamples(measured.samples, suite.reference),
  };
}

/** Names of the packages whose build is older than their sources; throws when one has none. */
function currentBuilds(packages: readonly string[]): string[] {
  const { missing, stale } = describeBuilds(packages, BENCHMARKS);
  if (missing.length > 0) {
    throw new Error(`${missing.join(", ")} not built. Run "npm run build", or measure the sources with --source.`);
  }
  if (stale.length > 0) log(`WARNING: older than their sources: ${stale.join(", ")}. Run "npm run build".`);
  return stale;
}

main().catch((error: unknown) => {
  console.error(`\nFailed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
