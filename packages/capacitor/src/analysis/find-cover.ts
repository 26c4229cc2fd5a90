import { bestRoute, matches } from "./best-route.ts";
import type { PathFinder } from "./find-path.ts";
import type { ParsedRoute, Shape, TreeNode } from "./route-tree.ts";

/** Why a route is never reached. */
export interface Cover {
  /** Together they answer all paths of the route, and none of them (of up to 64) can be left out. None: there is no path. */
  readonly routes: readonly ParsedRoute[];
  /** A path that the route matches, and the first of `routes` answers. */
  readonly path: string | undefined;
}

interface Rival {
  readonly route: ParsedRoute;
  readonly path: string;
}

// Each one is tried: a longer list is no easier to read when it is a little shorter.
const MOST_SHORTENED = 64;
const FEW = 8;

/**
 * Which routes answer all that a route matches; `undefined` when there is a path that it answers itself.
 *
 * Asks for a path that the route answers among the rivals that are known, and who answers it in the whole table: that is
 * the route, or the next rival. So only the routes that have part in the answer are looked at.
 *
 * @throws BudgetExhausted
 */
export function findCover(finder: PathFinder, route: ParsedRoute): Cover | undefined {
  const rivals: Rival[] = [];
  for (;;) {
    const path = answeredPath(finder, route, rivals);
    if (path === undefined) break;
    const best = bestRoute(finder.walk(path), route.method) as ParsedRoute;
    if (best === route) return undefined;
    rivals.push({ route: best, path });
    if (rivals.length !== FEW) continue;
    for (const one of siblings(finder, route, path))
      if (rivals.every((known) => known.route !== one.route)) rivals.push(one);
  }
  rivals.sort((a, b) => a.route.index - b.route.index);
  const needed = shortened(finder, route, rivals);
  return { routes: needed.map((rival) => rival.route), path: needed[0]?.path };
}

// A path that the route answers when there are only the rivals.
function answeredPath(finder: PathFinder, route: ParsedRoute, rivals: readonly Rival[]): string | undefined {
  const { shapes } = finder.tree;
  const shape = shapes[route.shape] as Shape;
  const among = [...new Set([shape, ...rivals.map((rival) => shapes[rival.route.shape] as Shape)])];
  return finder.find({
    among,
    matching: [shape],
    wanted: (nodes) => bestRoute(nodes, route.method, among) === route,
  });
}

// Who answers the paths that differ from one path in one text of the tree: where digits or words are written out, one by
// one, that is all of them at once.
function siblings(finder: PathFinder, route: ParsedRoute, path: string): readonly Rival[] {
  const { tree } = finder;
  const rivals = new Map<ParsedRoute, Rival>();
  const segments = path.slice(1).split("/");
  let nodes: readonly TreeNode[] = [tree.root];
  for (const [i, segment] of segments.entries()) {
    for (const text of new Set(nodes.flatMap(({ texts }) => [...texts.keys()]))) {
      const other = `/${segments.with(i, text).join("/")}`;
      const ends = finder.walk(other);
      if (!matches(ends, tree.shapes[route.shape] as Shape)) continue;
      const best = bestRoute(ends, route.method) as ParsedRoute;
      if (best !== route) rivals.set(best, { route: best, path: other });
    }
    nodes = tree.follow(nodes, segment);
  }
  return [...rivals.values()];
}

function shortened(finder: PathFinder, route: ParsedRoute, rivals: readonly Rival[]): readonly Rival[] {
  if (rivals.length > MOST_SHORTENED) return rivals;
  let needed = rivals;
  for (const rival of rivals) {
    const others = needed.filter((one) => one !== rival);
    if (answeredPath(finder, route, others) === undefined) needed = others;
  }
  return needed;
}
