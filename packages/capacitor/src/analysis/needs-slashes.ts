import { STATIC } from "../pattern/pattern.ts";
import type { PathFinder } from "./find-path.ts";
import type { ParsedRoute, Shape } from "./route-tree.ts";
import { segmentsOf } from "./segments-of.ts";

/**
 * Whether each path that a route matches has an empty segment before its end: `//`.
 *
 * @param finder finds all paths.
 * @param merging finds those without.
 * @throws BudgetExhausted
 */
export function needsSlashes(route: ParsedRoute, finder: PathFinder, merging: PathFinder): boolean {
  if (!segmentsOf(route.own).some(({ kind, parts }) => kind === STATIC && parts[0] === "")) return false;
  const shape = finder.tree.shapes[route.shape] as Shape;
  const question = { among: [shape], matching: [shape], wanted: () => true };
  return merging.find(question) === undefined && finder.find(question) !== undefined;
}
