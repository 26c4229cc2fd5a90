import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

const root = join(import.meta.dirname, "..");

/** Where the counts of the last run are, for `.ci/run`. */
export const SUMMARY = join(root, "node_modules", ".cache", "watt", "tests.json");

/** What SUMMARY holds. */
export interface TestSummary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Full name of a test → why it may be skipped in CI. */
type AllowedSkips = Readonly<Record<string, string>>;

/**
 * A vitest reporter: writes the counts down, names every skipped test with its reason, and in CI fails the run when a
 * skipped test is not in allowed-skips.json. An entry there is a test's full name and the reason.
 */
export class ReportTests implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const allowed = JSON.parse(readFileSync(join(root, "scripts", "allowed-skips.json"), "utf8")) as AllowedSkips;
    const filtered = process.argv.some((argument) => argument === "-t" || argument.startsWith("--testNamePattern"));
    let passed = 0;
    let failed = errors.length;
    const skipped: string[] = [];
    for (const module of modules) {
      // A file that fails before its tests are known counts as one.
      if (module.errors().length > 0) failed++;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === "passed") passed++;
        else if (result.state === "failed") failed++;
        else
          skipped.push(
            `${module.relativeModuleId} > ${test.fullName}${"note" in result && result.note ? ` [${result.note}]` : ""}`,
          );
      }
    }
    const refused = skipped.filter((name) => !(name.replace(/ \[[^\]]*\]$/, "") in allowed));
    if (process.env["CI"] && !filtered && refused.length > 0) {
      failed += refused.length;
      process.exitCode = 1;
      console.error(`Skipped in CI without a reason in scripts/allowed-skips.json:\n  ${refused.join("\n  ")}`);
    } else if (!filtered) {
      for (const name of skipped) console.log(`skipped: ${name}`);
    }
    mkdirSync(dirname(SUMMARY), { recursive: true });
    const summary: TestSummary = { passed, failed, skipped: skipped.length };
    writeFileSync(SUMMARY, `${JSON.stringify(summary)}\n`);
  }
}
