import { compareSegments, isSkip, type Pattern, type Segment, STATIC, type Step } from "../pattern/pattern.ts";
import type { RouteRecord } from "./route-record.ts";

interface Branch {
  readonly name: string;
  readonly segment: Segment | undefined;
  readonly branches: Branch[];
  readonly methods: string[];
}

/**
 * The routes as a tree, a segment a line, the best one first; a part that is optional is one line.
 *
 * ```text
 * /users  GET POST
 *   /me  GET
 *   /:id  GET DELETE
 * ```
 */
export function printRoutes<T>(
  routes: readonly RouteRecord<T>[],
  patternOf: (route: RouteRecord<T>) => Pattern,
): string {
  const root: Branch = { name: "", segment: undefined, branches: [], methods: [] };
  for (const route of routes) {
    const { method, host } = route;
    let at = root;
    for (const [index, { name: text, segment }] of piecesOf(patternOf(route).steps).entries()) {
      // The first segment of a rule for hosts is the host.
      const name = index === 0 && host !== undefined ? `//${host}` : text;
      let next = at.branches.find((branch) => branch.name === name);
      if (next === undefined) {
        next = { name, segment, branches: [], methods: [] };
        at.branches.push(next);
      }
      at = next;
    }
    at.methods.push(method);
  }
  return linesOf(root, 0).join("\n");
}

function linesOf({ branches }: Branch, depth: number): string[] {
  return branches.toSorted(compareBranches).flatMap((branch) => {
    const methods = branch.methods.length === 0 ? "" : `  ${branch.methods.toSorted().join(" ")}`;
    return [`${"  ".repeat(depth)}${branch.name}${methods}`, ...linesOf(branch, depth + 1)];
  });
}

// Rules for hosts come first, what is optional comes last.
function compareBranches(a: Branch, b: Branch): number {
  const hosts = Number(b.name.startsWith("//")) - Number(a.name.startsWith("//"));
  if (hosts !== 0) return hosts;
  if (a.segment === undefined || b.segment === undefined) {
    return Number(a.segment === undefined) - Number(b.segment === undefined) || (a.name < b.name ? -1 : 1);
  }
  // Texts exclude each other: no one is better.
  const isText = a.segment.kind === STATIC && b.segment.kind === STATIC;
  return isText ? (a.name < b.name ? -1 : 1) : compareSegments(a.segment, b.segment);
}

interface Piece {
  readonly name: string;
  readonly segment: Segment | undefined;
}

function piecesOf(steps: readonly Step[], from: number = 0, to: number = steps.length): Piece[] {
  const pieces: Piece[] = [];
  for (let i = from; i < to; i++) {
    const step = steps[i] as Step;
    if (isSkip(step)) {
      const inner = piecesOf(steps, i + 1, step.to).map(({ name }) => name);
      pieces.push({ name: `{${inner.join("")}}?`, segment: undefined });
      i = step.to - 1;
    } else {
      pieces.push({ name: `/${step.text}`, segment: step });
    }
  }
  return pieces;
}
