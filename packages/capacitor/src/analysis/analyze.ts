import { Budget } from "./budget.ts";
import { comparePatterns } from "./compare-patterns.ts";
import { countRoutes } from "./count-routes.ts";
import { describeConflict, describeCover, describeSlashes, undecided } from "./describe.ts";
import { findConflicts } from "./find-conflicts.ts";
import { findCover } from "./find-cover.ts";
import { findOverlaps, type Overlaps } from "./find-overlaps.ts";
import { PathFinder } from "./find-path.ts";
import { findPitfalls } from "./find-pitfalls.ts";
import { needsSlashes } from "./needs-slashes.ts";
import { readRoutes, type ReadRoutes } from "./read-routes.ts";
import { referenceOf } from "./route-reference.ts";
import type { AnalyzableRoute, AnalyzeOptions, Finding, Report, Severity } from "./report.ts";
import { type ParsedRoute, RouteTree, type Shape } from "./route-tree.ts";
import { SegmentSets } from "./segment-sets.ts";

const STEPS = 5_000_000;
const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/**
 * Looks for what is wrong with routes: duplicates and invalid patterns, routes that no path reaches, routes that are told
 * apart by rank alone, routes that only some methods reach; and counts them, and orders them.
 *
 * Exact: a route is reported exactly when it is so, and with a path that shows it. The languages of patterns are regular,
 * and compared as such. Where that takes more work than `budget` allows, the report says `undecided`.
 *
 * Routes need not be registered: a list that a router refuses can be analysed. For development and tests; it takes about
 * as many steps as there are segments, and for each pair of routes that share paths a few dozens. Memory in proportion.
 *
 * @param options those of the router that the routes are for.
 * @throws WATT_CAPACITOR_OPTION
 * @example
 * analyze([{ method: "GET", pattern: "/users/:id" }, { method: "GET", pattern: "/users/:name" }]).counts.error; // 1
 */
export function analyze(routes: Iterable<AnalyzableRoute>, options: AnalyzeOptions = {}): Report {
  const read = readRoutes(routes, options);
  const findings = [...read.findings, ...findAll(read, options)].sort(compareFindings);
  return {
    findings,
    counts: {
      error: count(findings, "error"),
      warning: count(findings, "warning"),
      info: count(findings, "info"),
    },
    statistics: countRoutes(read),
    order: [...read.routes].sort(compareRoutes).map(referenceOf),
  };
}

function findAll({ routes, tables }: ReadRoutes, options: AnalyzeOptions): readonly Finding[] {
  return [...routes.flatMap(findPitfalls), ...tables.flatMap((shapes) => findInTable(shapes, options))];
}

function findInTable(shapes: readonly Shape[], options: AnalyzeOptions): readonly Finding[] {
  const { ignoreCase = false, maxParamLength = Infinity, mergeSlashes = false } = options;
  const budget = new Budget(options.budget ?? STEPS);
  const tree = new RouteTree(shapes, new SegmentSets({ ignoreCase, maxParamLength }, budget));
  const finder = new PathFinder(tree, mergeSlashes, budget);
  const merging = new PathFinder(tree, true, budget);
  const findings: Finding[] = [];
  for (const route of shapes.flatMap(({ routes }) => routes)) {
    findings.push(...findUnreachable(finder, route, budget));
    if (budget.ask(() => needsSlashes(route, finder, merging))) findings.push(describeSlashes(route));
  }
  budget.refill();
  return [...findings, ...findShared(finder, findOverlaps(tree, mergeSlashes, budget), budget)];
}

function findUnreachable(finder: PathFinder, route: ParsedRoute, budget: Budget): readonly Finding[] {
  const answer = budget.ask(() => ({ cover: findCover(finder, route) }));
  if (answer === undefined) return [undecided([route])];
  return answer.cover === undefined ? [] : [describeCover(route, answer.cover)];
}

function findShared(finder: PathFinder, found: Overlaps, budget: Budget): readonly Finding[] {
  const { overlaps, isComplete } = found;
  const routesOf = (shapes: readonly Shape[]): ParsedRoute[] => shapes.flatMap(({ routes }) => routes);
  const findings = found.undecided.map((shapes) => undecided(routesOf(shapes)));
  for (const overlap of overlaps) {
    // Why one finding for all that is left: there may be a million pairs.
    if (budget.isEmpty) break;
    const conflicts = budget.ask(() => findConflicts(finder, overlap));
    if (conflicts !== undefined) findings.push(...conflicts.map(describeConflict));
    else if (!budget.isEmpty) findings.push(undecided(routesOf(overlap.shapes)));
  }
  return isComplete && !budget.isEmpty ? findings : [...findings, undecided([])];
}

function count(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

// Those with a rule for hosts go first.
function compareRoutes(a: ParsedRoute, b: ParsedRoute): number {
  return Number(a.host === undefined) - Number(b.host === undefined) || comparePatterns(a.parsed, b.parsed);
}

function compareFindings(a: Finding, b: Finding): number {
  const bySeverity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  return bySeverity || indexOf(a) - indexOf(b);
}

// What is about the whole table comes last.
function indexOf({ routes }: Finding): number {
  return routes[0]?.index ?? Infinity;
}
