import { AFFIXED, CONSTRAINED, type Segment, STATIC } from "../pattern/pattern.ts";
import type { Finding } from "./report.ts";
import { nameOf, referenceOf } from "./route-reference.ts";
import type { ParsedRoute } from "./route-tree.ts";
import { segmentsOf } from "./segments-of.ts";

const MANY_STATES = 500;

/** What can be said of a route by its pattern alone, though a router takes it. */
export function findPitfalls(route: ParsedRoute): readonly Finding[] {
  const segments = segmentsOf(route.own);
  const routes = [referenceOf(route)];
  const name = nameOf(route);
  const findings: Finding[] = [];
  const dots = segments.find(({ kind, parts }) => kind === STATIC && (parts[0] === "." || parts[0] === ".."));
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
