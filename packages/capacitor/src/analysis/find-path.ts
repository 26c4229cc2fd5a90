import { bestRoute, matches } from "./best-route.ts";
import type { Budget } from "./budget.ts";
import type { ParsedRoute, RouteTree, Shape, TreeNode } from "./route-tree.ts";

/** What is asked for. */
export interface PathQuestion {
  /** The shapes that matter; what is said of the others at the end of a path means nothing. */
  readonly among: readonly Shape[];
  /** Those that match the path, at least. */
  readonly matching: readonly Shape[];
  /** What the nodes at the end of the path must be like, the best one first. */
  readonly wanted: (nodes: readonly TreeNode[]) => boolean;
}

interface State {
  readonly nodes: readonly TreeNode[];
  readonly path: string;
}

/** Finds paths in the tree of a table. */
export class PathFinder {
  readonly tree: RouteTree;
  readonly #mergesSlashes: boolean;
  readonly #budget: Budget;

  /** @param mergesSlashes whether no path has an empty segment but the last. */
  constructor(tree: RouteTree, mergesSlashes: boolean, budget: Budget) {
    this.tree = tree;
    this.#mergesSlashes = mergesSlashes;
    this.#budget = budget;
  }

  /**
   * A shortest path as it is asked for, or `undefined` when there is none.
   *
   * Exact: paths that lead to the same nodes, in the same order, are alike in all that follows, so each list of nodes is
   * looked at once (the subset construction); and of segments that all nodes take alike one is tried. There may be
   * exponentially many lists in the length of the patterns, where something follows wildcards.
   *
   * @throws BudgetExhausted
   */
  find({ among, matching, wanted }: PathQuestion): string | undefined {
    const { tree } = this;
    const found = new Set<string>();
    const states: State[] = [{ nodes: [tree.root], path: "" }];
    for (const { nodes, path } of states) {
      for (const text of tree.sets.samples(tree.setsAfter(nodes, among))) {
        this.#budget.spend(1 + nodes.length);
        const next = tree.follow(nodes, text, among);
        if (!matching.every((shape) => next.some((node) => tree.leadsTo(node, shape)))) continue;
        const longer = `${path}/${text}`;
        const key = next.map(({ id }) => id).join();
        if (found.has(key)) continue;
        if (matching.every((shape) => matches(next, shape)) && wanted(next)) return longer;
        // Nothing comes after an empty segment.
        if (this.#mergesSlashes && text === "") continue;
        found.add(key);
        states.push({ nodes: next, path: longer });
      }
    }
    return undefined;
  }

  /**
   * The nodes at the end of a path, the best one first, with all shapes there are.
   *
   * @throws BudgetExhausted
   */
  walk(path: string): readonly TreeNode[] {
    let nodes: readonly TreeNode[] = [this.tree.root];
    for (const text of path.slice(1).split("/")) {
      nodes = this.tree.follow(nodes, text);
      this.#budget.spend(1 + nodes.length);
    }
    return nodes;
  }

  /**
   * A path that some shapes match, and that the whole table answers as it is asked for; `undefined` when there is none.
   *
   * Looks at a path among these shapes only, then at who answers it in the whole table: those have part in the question
   * from then on. More shapes only take answers away, so what is not there among a few is not there among all.
   *
   * @param first a path that all of the shapes match.
   * @param wanted is asked for the route of a method, and for nodes among which all of the shapes are.
   * @throws BudgetExhausted
   */
  findAnswered(
    shapes: readonly Shape[],
    first: string,
    wanted: (answer: (method: string) => ParsedRoute | undefined, nodes: readonly TreeNode[]) => boolean,
  ): string | undefined {
    const among = new Set(shapes);
    for (let path: string | undefined = first; path !== undefined;) {
      const nodes = this.walk(path);
      const asked: (ParsedRoute | undefined)[] = [];
      if (wanted((method) => asked[asked.push(bestRoute(nodes, method)) - 1], nodes)) return path;
      for (const route of asked) if (route !== undefined) among.add(this.tree.shapes[route.shape] as Shape);
      const few = [...among];
      path = this.find({
        among: few,
        matching: shapes,
        wanted: (ends) => wanted((method) => bestRoute(ends, method, few), ends),
      });
    }
    return undefined;
  }
}
