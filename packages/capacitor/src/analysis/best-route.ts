import { answers } from "../router/answers.ts";
import type { ParsedRoute, Shape, TreeNode } from "./route-tree.ts";

/**
 * The route that answers a method at the end of a path.
 *
 * @param nodes the nodes there, the best one first.
 * @param among the shapes that there are; all, when it is left out.
 */
export function bestRoute(
  nodes: readonly TreeNode[],
  method: string,
  among?: readonly Shape[],
): ParsedRoute | undefined {
  for (const { ended } of nodes) {
    const [best] = ended
      .filter((shape) => among === undefined || among.includes(shape))
      .flatMap(({ routes }) => routes.filter((route) => answers(route, method)))
      .sort((a, b) => compareAlike(a, b, method));
    if (best !== undefined) return best;
  }
  return undefined;
}

/** Whether one shape is better than another, whatever the methods of their routes. Both match the path that ends there. */
export function isBefore(nodes: readonly TreeNode[], better: Shape, worse: Shape): boolean {
  const [a, b] = [better, worse].map((shape) => nodes.findIndex(({ ended }) => ended.includes(shape))) as [
    number,
    number,
  ];
  return a === b ? compareAlike(better.routes[0] as ParsedRoute, worse.routes[0] as ParsedRoute, "") < 0 : a < b;
}

/** Whether a shape matches the path that ends at some nodes. */
export function matches(nodes: readonly TreeNode[], shape: Shape): boolean {
  return nodes.some(({ ended }) => ended.includes(shape));
}

// Of routes that a path cannot tell apart; the better one is less.
function compareAlike(a: ParsedRoute, b: ParsedRoute, method: string): number {
  return (
    a.parsed.skips - b.parsed.skips ||
    Number(b.method === method) - Number(a.method === method) ||
    (a.parsed.order < b.parsed.order ? -1 : Number(a.parsed.order > b.parsed.order))
  );
}
