import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyze } from "../../src/analysis/analyze.ts";
import type { Finding, FindingKind, Report } from "../../src/analysis/report.ts";
import { oracleMatch } from "../oracle/naive-router.ts";
import { createRouter } from "../support.ts";
import {
  answerTo,
  isBetter,
  matchesPath,
  naiveFindings,
  type NaivePath,
  type NaiveRoute,
  pathsOf,
} from "./oracle/naive-analysis.ts";
import { type Family, FAMILIES, SEGMENTS, textsUpTo } from "./tables.ts";

const FULL = process.env["WATT_FULL"] === "1";
const TABLES = (FULL ? 20_000 : 400) / FAMILIES.length;
const SEED = Number(process.env["WATT_SEED"] ?? 1);
const TIMEOUT_MS = FULL ? 900_000 : 30_000;
if (FULL) console.log(`analyze.prop.test.ts: seed ${SEED}`);

const shapeOf = ({ method, pattern }: NaiveRoute): string => `${method} ${pattern.replace(/:p\d/g, ":")}`;

function ofKind({ findings }: Report, kind: FindingKind, line: (finding: Finding) => string): string[] {
  return findings
    .filter((finding) => finding.kind === kind)
    .map(line)
    .sort();
}

const indices = ({ routes }: Finding): number[] => routes.map(({ index }) => index);

// Duplicates are as routers refuse them; then they are left out, so that the rest can be compared by index.
function withoutDuplicates(table: readonly NaiveRoute[]): NaiveRoute[] {
  const firsts = table.filter((route, i) => table.findIndex((other) => shapeOf(other) === shapeOf(route)) === i);
  const expected = table.flatMap((route, i) => {
    const first = table.findIndex((other) => shapeOf(other) === shapeOf(route));
    return first === i ? [] : [`${i} ${first}`];
  });
  expect(ofKind(analyze(table), "duplicate", (finding) => indices(finding).join(" "))).toEqual(expected.sort());
  return firsts;
}

function compare(routes: readonly NaiveRoute[], paths: readonly NaivePath[], report: Report): number {
  const expected = naiveFindings(routes, paths);
  const table = routes.map(({ method, pattern }) => `${method} ${pattern}`).join(", ");
  const found = {
    neverMatches: ofKind(report, "never-matches", (finding) => String(indices(finding))),
    unreachable: ofKind(report, "unreachable", (finding) => String(indices(finding)[0])),
    ambiguous: ofKind(report, "ambiguous", (finding) => `${indices(finding).sort().join(" ")} ${finding.severity}`),
    methodPartial: ofKind(report, "method-partial", (finding) => indices(finding).join(" ")),
    undecided: ofKind(report, "undecided", () => table),
  };
  const sorted = Object.fromEntries(Object.entries(expected).map(([kind, lines]) => [kind, [...lines].sort()]));
  expect(found, table).toEqual({ ...sorted, undecided: [] });
  return report.findings.length;
}

// What a finding says of its witness, asked of the oracle and of a router with all routes.
function checkWitness(routes: readonly NaiveRoute[], finding: Finding, options: { mergeSlashes?: boolean }): void {
  const { kind, witness, winner } = finding;
  if (witness === undefined) return;
  const [first, second] = indices(finding).map((i) => routes[i]!);
  const router = createRouter<number>(options);
  for (const [i, { method, pattern }] of routes.entries()) router.add(method, pattern, i, { source: "test" });
  const about = `${kind} ${first!.pattern} ${second!.pattern} ${witness}`;
  expect(router.match(first!.method, witness)?.value, about).toBe(winner!.index);
  expect([matchesPath(first!, witness), matchesPath(second!, witness)], about).toEqual([true, true]);
  if (kind === "unreachable") expect(winner!.index).toBe(routes.indexOf(second!));
  else if (finding.severity !== "info") expect(winner!.index).toBe(routes.indexOf(first!));
  if (kind === "method-partial") {
    expect(winner!.index).toBe(routes.indexOf(first!));
    expect(router.match(second!.method, witness)?.value, about).toBe(routes.indexOf(second!));
    expect(isBetter(second!, first!, witness), about).toBe(true);
  }
}

// Together the others take all; without any one of them something is left.
function checkCover(routes: readonly NaiveRoute[], paths: readonly NaivePath[], finding: Finding): void {
  const [index, ...others] = indices(finding) as [number, ...number[]];
  const isReached = (rivals: readonly number[]): boolean => {
    const table = [index, ...rivals].map((i) => routes[i]!);
    const few = pathsOf(
      table,
      paths.filter(({ matching }) => matching.includes(index)).map(({ path }) => path),
    );
    return few.some((path) => answerTo(table, path, routes[index]!.method) === 0);
  };
  expect(isReached(others)).toBe(false);
  for (const other of others) expect(isReached(others.filter((one) => one !== other))).toBe(true);
}

function checkOrder(routes: readonly NaiveRoute[], paths: readonly NaivePath[], report: Report): void {
  for (const path of paths) {
    for (const method of ["GET", "POST"]) {
      const first = report.order.find(({ index }) => path.matching.includes(index) && routes[index]!.method === method);
      expect(first?.index ?? -1, path.path).toBe(answerTo(routes, path, method));
    }
  }
}

function checkFamily({ tables, paths, isOrdered }: Family): void {
  let found = 0;
  fc.assert(
    fc.property(tables, (table) => {
      const routes = withoutDuplicates(table);
      const report = analyze(routes);
      const all = pathsOf(routes, paths);
      found += compare(routes, all, report);
      for (const finding of report.findings) checkWitness(routes, finding, {});
      for (const finding of report.findings) if (finding.kind === "unreachable") checkCover(routes, all, finding);
      if (isOrdered) checkOrder(routes, all, report);
    }),
    { seed: SEED, numRuns: TABLES },
  );
  // Tables of which nothing is to be said would prove nothing.
  expect(found).toBeGreaterThan(TABLES / 4);
}

describe("what is found is what looking at all paths finds", () => {
  test.each(FAMILIES)("$name", { timeout: TIMEOUT_MS }, (family) => checkFamily(family));

  test("where slashes are merged", { timeout: TIMEOUT_MS }, () => {
    const { tables, paths } = FAMILIES[3]!;
    const merged = paths.filter((path) => !path.includes("//"));
    fc.assert(
      fc.property(tables, (table) => {
        const routes = withoutDuplicates(table);
        const report = analyze(routes, { mergeSlashes: true });
        compare(routes, pathsOf(routes, merged), report);
        for (const finding of report.findings) checkWitness(routes, finding, { mergeSlashes: true });
      }),
      { seed: SEED, numRuns: TABLES },
    );
  });

  // The oracle has no such limit: routers with one route, and with all, say which paths there are.
  test.each([1, 2])("where params have up to %i characters", { timeout: TIMEOUT_MS }, (maxParamLength) => {
    const segment = fc.constantFrom("/:p", "/:p(a+)", "/:p([ab]+)", "/:p(b|ab)", "/a:p", "/ab", "/*p", "/:p(a{2,3})");
    const paths = textsUpTo("abc", 4).map((text) => `/${text}`);
    fc.assert(
      fc.property(fc.uniqueArray(segment, { minLength: 1, maxLength: 6, size: "max" }), (patterns) => {
        const [table, ...single] = [patterns, ...patterns.map((pattern) => [pattern])].map((some) => {
          const router = createRouter<string>({ maxParamLength });
          for (const pattern of some) router.add("GET", pattern, pattern, { source: "test" });
          return router;
        });
        const unmatched = patterns.filter((_, i) => !paths.some((path) => single[i]!.match("GET", path)));
        const unanswered = patterns.filter((one) => !paths.some((path) => table!.match("GET", path)?.value === one));
        const report = analyze(table!.routes(), table!.options);
        const pattern = ({ routes }: Finding): string => routes[0]!.pattern;
        expect(ofKind(report, "never-matches", pattern)).toEqual(unmatched.sort());
        expect(ofKind(report, "unreachable", pattern)).toEqual(
          unanswered.filter((one) => !unmatched.includes(one)).sort(),
        );
      }),
      { seed: SEED, numRuns: TABLES },
    );
  });

  test("longer texts show no other way to pass some segments and not others", () => {
    const routes = SEGMENTS.map((parts) => ({ method: "GET", pieces: [{ parts }] }));
    const ways = (length: number): Set<string> =>
      new Set(
        textsUpTo("abc", length).map((text) =>
          routes.map((route) => (oracleMatch([route], "GET", `/${text}`) ? 1 : 0)).join(""),
        ),
      );
    expect([...ways(7)].sort()).toEqual([...ways(4)].sort());
  });
});
