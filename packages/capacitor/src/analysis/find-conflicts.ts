import { answers } from "../router/answers.ts";
import { bestRoute, isBefore, matches } from "./best-route.ts";
import type { Overlap } from "./find-overlaps.ts";
import type { PathFinder } from "./find-path.ts";
import type { ParsedRoute, Shape, TreeNode } from "./route-tree.ts";

/** Two routes that share paths in a way that is worth to be known. */
export interface Conflict {
  readonly kind: "ambiguous" | "method-partial";
  /** `ambiguous`: the better one of the two on `path`, and the other. `method-partial`: who answers, and the better one. */
  readonly routes: readonly [ParsedRoute, ParsedRoute];
  readonly path: string;
  /** Who answers `path`, by the method of the first: one of the two, unless others answer all that they share. */
  readonly winner: ParsedRoute;
}

/**
 * What is to be said of two shapes that share paths.
 *
 * - `ambiguous`, for each method that both have: each shape matches a path that the other does not.
 * - `method-partial`, for two methods: on some path both routes answer what asks by their method, the better one does not
 *   answer the method of the other.
 *
 * @throws BudgetExhausted
 */
export function findConflicts(finder: PathFinder, overlap: Overlap): readonly Conflict[] {
  return [...findAmbiguous(finder, overlap), ...findMethodPartial(finder, overlap)];
}

function findAmbiguous(finder: PathFinder, { shapes, path }: Overlap): readonly Conflict[] {
  const [a, b] = shapes;
  const pairs = a.routes.flatMap((one) =>
    b.routes.filter(({ method }) => method === one.method).map((other) => [one, other] as const),
  );
  if (pairs.length === 0 || !hasOwnPath(finder, a, b) || !hasOwnPath(finder, b, a)) return [];
  return pairs.map((pair) => {
    const decided = finder.findAnswered(shapes, path, (answer) => pair.includes(answer(pair[0].method) as ParsedRoute));
    const shown = decided ?? path;
    const nodes = finder.walk(shown);
    const winner = bestRoute(nodes, pair[0].method) as ParsedRoute;
    const better = bestRoute(nodes, pair[0].method, shapes) as ParsedRoute;
    return { kind: "ambiguous", routes: better === pair[0] ? pair : [pair[1], pair[0]], path: shown, winner };
  });
}

// Whether a shape matches a path that the other one does not.
function hasOwnPath(finder: PathFinder, shape: Shape, other: Shape): boolean {
  const wanted = (nodes: readonly TreeNode[]): boolean => !matches(nodes, other);
  return finder.find({ among: [shape, other], matching: [shape], wanted }) !== undefined;
}

function findMethodPartial(finder: PathFinder, { shapes }: Overlap): readonly Conflict[] {
  const [a, b] = shapes;
  return [...findTaken(finder, a, b), ...findTaken(finder, b, a)];
}

// Where a shape is better than the other one, and routes of the other answer for methods that it has not.
function findTaken(finder: PathFinder, better: Shape, worse: Shape): readonly Conflict[] {
  const shapes: [Shape, Shape] = [better, worse];
  const pairs = worse.routes.flatMap((route) =>
    better.routes.filter((one) => !answers(one, route.method)).map((one) => [route, one] as const),
  );
  if (pairs.length === 0) return [];
  const isBetter = (nodes: readonly TreeNode[]): boolean => isBefore(nodes, better, worse);
  const first = finder.find({ among: shapes, matching: shapes, wanted: isBetter });
  if (first === undefined) return [];
  return pairs.flatMap(([route, one]): Conflict[] => {
    const path = finder.findAnswered(
      shapes,
      first,
      (answer, nodes) => answer(route.method) === route && answer(one.method) === one && isBetter(nodes),
    );
    return path === undefined ? [] : [{ kind: "method-partial", routes: [route, one], path, winner: route }];
  });
}
