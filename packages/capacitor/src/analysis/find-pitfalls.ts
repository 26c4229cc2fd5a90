import { AFFIXED, CONSTRAINED, type Segment, STATIC } from "../pattern/pattern.ts";
import type { Finding } from "./report.ts";
import { referenceOf } from "./read-routes.ts";
import type { ParsedRoute } from "./route-tree.ts";
import { segmentsOf } from "./segments-of.ts";

const MANY_STATES = 500;

/**
 * What can be said of a route by its pattern alone, though a router takes it.
 *
 * @param mergesSlashes whether empty segments come in no path anyway: then a pattern with one is found elsewhere.
 */
export function findPitfalls(route: ParsedRoute, mergesSlashes: boolean): readonly Finding[] {
  const segments = segmentsOf(route.parsed);
  const routes = [referenceOf(route)];
  const name = `${route.method} ${route.pattern}`;
  const findings: Finding[] = [];
  if (!mergesSlashes && segments.slice(0, -1).some((segment) => isText(segment, ""))) {
    findings.push({
      kind: "empty-segment",
      severity: "warning",
      message: `${name} has an empty segment: it matches paths with // only.`,
      routes,
      remedy: "Write one slash. Perhaps two patterns were put together, and both had one.",
    });
  }
  const dots = segments.find((segment) => isText(segment, ".") || isText(segment, ".."));
  if (dots !== undefined) {
    findings.push({
      kind: "dot-segment",
      severity: "warning",
      message: `${name} has the segment '${dots.text}', which every URL parser takes out of a path, encoded or not.`,
      routes,
      remedy: "Remove the segment, or name it otherwise.",
    });
  }
  const states = Math.max(0, ...segments.map(statesOf));
  if (states >= MANY_STATES) {
    findings.push({
      kind: "large-constraint",
      severity: "warning",
      message: `A constraint of ${name} takes ${states} states.`,
      routes,
      remedy: "Use a shorter one, and check the rest in the handler: counts like {50} after a choice multiply.",
    });
  }
  return findings;
}

/** States of the automaton by which a segment is tested; 0 when there is none. */
export function statesOf({ kind, test }: Segment): number {
  return kind === AFFIXED || kind === CONSTRAINED ? (test?.automaton?.accepts.length ?? 0) : 0;
}

function isText({ kind, parts }: Segment, text: string): boolean {
  return kind === STATIC && parts[0] === text;
}
