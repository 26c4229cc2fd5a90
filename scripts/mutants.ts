// npm run test:mutants [-- package …] [--count N] [--seed N] [--file part-of-path]
// Breaks each package in many small ways, one at a time, in a copy of the repository, and runs the tests that reach
// the broken file. A mutant that no test notices must be explained in scripts/mutants/explained.json, or this fails.
import { globSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Mutant, mutantsOf } from "./mutants/mutators.ts";
import { runTests, type Verdict } from "./mutants/run-tests.ts";
import { root, scratchCopy } from "./scratch-copy.ts";

interface Placed extends Mutant {
  /** Path in the repository. */
  readonly file: string;
}

/** A mutant that may survive: it changes nothing that anyone could see. */
interface Explained {
  readonly file: string;
  readonly mutator: string;
  /** The line as it is, trimmed. */
  readonly line: string;
  readonly reason: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "40" },
    seed: { type: "string", default: "1" },
    file: { type: "string", default: "" },
  },
});

const PACKAGES = ["electron", "capacitor", "conduit", "jolt", "bolt"];
// Tables of errors and lists of exports say nothing that a test could miss; the client runs only when it is built.
const LEFT_OUT = /(^|\/)(index|api|errors)\.ts$|\.generated\.ts$|\.d\.ts$|\/client\/|\/error\//;
const LIMIT_MS = 90_000;
const LIMIT_OF_ALL_MS = 600_000;
// Tests that read sources as text: no import leads from them to the file.
const NOT_IMPORTED = [{ sources: /electron\/src\/(shared|queue|locked)\//, tests: "packages/electron/test/explorer" }];
const explained = JSON.parse(
  readFileSync(join(import.meta.dirname, "mutants/explained.json"), "utf8"),
) as readonly Explained[];

const copy = scratchCopy();
process.once("exit", () => copy.remove());
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
linkModules();
let unexplained = 0;
for (const name of positionals.length > 0 ? positionals : PACKAGES) unexplained += await testPackage(name);
process.exitCode = unexplained > 0 ? 1 : 0;

/** Gives the number of survivors that nobody has explained. */
async function testPackage(name: string): Promise<number> {
  // Otherwise every mutant would look killed.
  const all = await test([`packages/${name}`], LIMIT_OF_ALL_MS);
  if (all !== "survived") throw new Error(`The tests of ${name}, without a mutant: ${all}.`);
  const mutants = choose(placedIn(name), Number(values.count), Number(values.seed));
  const survivors: Placed[] = [];
  const counts: Record<Verdict, number> = { killed: 0, "timed out": 0, survived: 0 };
  for (const [number, mutant] of mutants.entries()) {
    const verdict = await judge(mutant);
    counts[verdict]++;
    if (verdict === "survived") survivors.push(mutant);
    console.log(`${name} ${number + 1}/${mutants.length} ${verdict.padEnd(9)} ${describe(mutant)}`);
  }
  const open = survivors.filter((mutant) => reasonOf(mutant) === undefined);
  console.log(
    `${name}: ${mutants.length} mutants, ${counts.killed} killed, ${counts["timed out"]} timed out, ` +
      `${counts.survived} survived, ${open.length} of them unexplained`,
  );
  for (const mutant of survivors) console.log(`  survived ${describe(mutant)}: ${reasonOf(mutant) ?? "NOT EXPLAINED"}`);
  return open.length;
}

function placedIn(name: string): Placed[] {
  const files = globSync(`packages/${name}/src/**/*.ts`, { cwd: root }).filter((file) => !LEFT_OUT.test(file));
  return files
    .filter((file) => file.includes(values.file))
    .sort()
    .flatMap((file) => mutantsOf(readFileSync(join(root, file), "utf8"), file).map((mutant) => ({ ...mutant, file })));
}

/** Round robin over the kinds of change, each kind in an order that the seed gives: rare kinds are not drowned. */
function choose(all: readonly Placed[], count: number, seed: number): Placed[] {
  const kinds = new Map<string, Placed[]>();
  for (const mutant of shuffled(all, seed)) kinds.set(mutant.mutator, [...(kinds.get(mutant.mutator) ?? []), mutant]);
  const chosen: Placed[] = [];
  while (chosen.length < Math.min(count, all.length)) {
    for (const kind of kinds.values()) {
      const next = kind.pop();
      if (next !== undefined && chosen.length < count) chosen.push(next);
    }
  }
  return chosen;
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed >>> 0 || 1;
  const keyed = list.map((item) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return { item, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

async function judge({ file, start, end, text }: Placed): Promise<Verdict> {
  const path = join(copy.folder, file);
  const original = readFileSync(path, "utf8");
  writeFileSync(path, original.slice(0, start) + text + original.slice(end));
  try {
    const verdict = await test(["related", file, "--run", "--passWithNoTests"]);
    const others = NOT_IMPORTED.find(({ sources }) => sources.test(file));
    return verdict === "survived" && others !== undefined ? await test([others.tests]) : verdict;
  } finally {
    writeFileSync(path, original);
  }
}

function test(which: readonly string[], limitMs = LIMIT_MS): Promise<Verdict> {
  const projects = ["--project=node", "--project=uncovered", "--project=dom", "--typecheck.enabled=false", "--bail=1"];
  const args = which[0] === "related" ? [...which, ...projects] : ["run", ...which, ...projects];
  return runTests(join(copy.folder, "node_modules/.bin/vitest"), args, copy.folder, limitMs);
}

function reasonOf(mutant: Placed): string | undefined {
  const { file, mutator } = mutant;
  return explained.find((one) => one.file === file && one.mutator === mutator && one.line === lineOf(mutant))?.reason;
}

function lineOf({ file, start }: Placed): string {
  const text = readFileSync(join(root, file), "utf8");
  const from = text.lastIndexOf("\n", start) + 1;
  const to = text.indexOf("\n", start);
  return text.slice(from, to === -1 ? text.length : to).trim();
}

function describe(mutant: Placed): string {
  const line = readFileSync(join(root, mutant.file), "utf8").slice(0, mutant.start).split("\n").length;
  return `${mutant.file}:${line} ${mutant.mutator}: ${lineOf(mutant)}`;
}

/** The copy uses what is installed here. A package's modules lead back into the copy, so that its sources are found. */
function linkModules(): void {
  for (const folder of globSync("{.,packages/*,apps/*,benchmarks}/node_modules", { cwd: root })) {
    symlinkSync(join(root, folder), join(copy.folder, folder), "dir");
  }
  for (const file of globSync("packages/*/src/**/*.generated.ts", { cwd: root })) {
    writeFileSync(join(copy.folder, file), readFileSync(join(root, file)));
  }
}
