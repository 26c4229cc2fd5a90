import { join } from "node:path";
import { parseArgs } from "node:util";
import { compareSamples, comparisonTable } from "./compare/comparison.ts";
import { contestantsOf, ownEngines, ownPackages, type Side } from "./compare/contestants.ts";
import { addWorktree, buildPackages, resolveRef } from "./compare/worktree.ts";
import { parseArguments } from "./frame/arguments.ts";
import { measure } from "./frame/measure.ts";
import { BENCHMARKS, ROOT } from "./frame/paths.ts";
import type { Place } from "./frame/run-job.ts";
import { selectCases } from "./frame/select.ts";
import { loadSuite, suites } from "./suites.ts";

const USAGE = `npm run bench:compare -- <git ref> [suite] [--rounds N] [--quick] [--cases a,b] [--seed N]
Measures Watt's own engines, the working tree against the ref, in interleaved rounds. Without a suite: all of them.`;

const CAVEATS = [
  "Both sides are run by the working tree's cases and adapters; only the packages differ.",
  'A ratio is worth believing when every round agrees ("more" or "less" in the last column) and a second run ' +
    "says the same.",
];

const log = (line: string): void => console.error(`  ${line}`);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: "string", default: "7" },
      quick: { type: "boolean", default: false },
      cases: { type: "string", default: "" },
      seed: { type: "string", default: "1" },
    },
  });
  const [ref, only] = positionals;
  if (ref === undefined || positionals.length > 2) throw new Error(USAGE);
  const words = (name: string): string[] => [
    name,
    ...["rounds", "cases", "seed"].map((key) => `--${key}=${values[key as "rounds" | "cases" | "seed"]}`),
    ...(values.quick ? ["--quick"] : []),
  ];
  const names = only === undefined ? await comparable() : [only];
  const commit = resolveRef(ROOT, ref);
  log(`${ref} is ${commit.slice(0, 12)}`);
  const packages = ownPackages(await Promise.all(names.map((name) => loadSuite(name))));
  buildPackages(ROOT, ROOT, packages);
  const worktree = addWorktree(ROOT, commit, packages);
  const stop = (): void => {
    worktree.remove();
    process.exit(130);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    const places: Record<Side, Place> = {
      ref: { benchmarks: join(worktree.root, "benchmarks"), nodeFlags: [] },
      tree: { benchmarks: BENCHMARKS, nodeFlags: [] },
    };
    for (const caveat of CAVEATS) console.log(`- ${caveat}`);
    for (const name of names) await compare(words(name), places);
  } finally {
    worktree.remove();
  }
}

/** Names of the suites that hold engines of Watt's own. */
async function comparable(): Promise<string[]> {
  const names: string[] = [];
  for (const name of Object.keys(suites)) if (ownEngines(await loadSuite(name)).length > 0) names.push(name);
  return names;
}

async function compare(words: readonly string[], places: Readonly<Record<Side, Place>>): Promise<void> {
  const options = parseArguments(words);
  const suite = await loadSuite(options.suite);
  const engines = ownEngines(suite);
  if (engines.length === 0) throw new Error(`Suite "${suite.name}" measures none of Watt's packages.`);
  log(`suite ${suite.name}`);
  try {
    const contestants = contestantsOf(suite, places);
    const cases = selectCases(suite, options.cases);
    const { samples } = await measure({ suite, contestants, cases, options, allocations: true, log });
    console.log(`\n## ${suite.title}\n\n${comparisonTable(compareSamples(suite, engines, samples))}`);
  } catch (error) {
    console.error(`\n${suite.name} cannot be compared: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

main().catch((error: unknown) => {
  console.error(`\nFailed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
