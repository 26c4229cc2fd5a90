import { type Budget, BudgetExhausted } from "./budget.ts";
import type { Following, RouteTree, Shape, TreeNode } from "./route-tree.ts";

/** Two shapes that match one path. */
export interface Overlap {
  readonly shapes: readonly [Shape, Shape];
  readonly path: string;
}

/** What `findOverlaps` finds. */
export interface Overlaps {
  readonly overlaps: readonly Overlap[];
  /** Shapes of which it takes too much work to say whether they share paths. */
  readonly undecided: readonly (readonly Shape[])[];
  /** Whether the budget was enough for all of them. */
  readonly isComplete: boolean;
}

interface Pair {
  readonly a: TreeNode;
  readonly b: TreeNode;
  readonly path: string;
  /** Nothing comes after it. */
  readonly isLast: boolean;
}

/**
 * All pairs of shapes that share a path, each with a shortest one: two walkers in the tree that take the same segments.
 * O(pairs of nodes that share a path), up to half of the budget: parts of a table that have nothing to do with each other cost nothing.
 *
 * @param mergesSlashes whether no path has an empty segment but the last.
 */
export function findOverlaps(tree: RouteTree, mergesSlashes: boolean, budget: Budget): Overlaps {
  const finder = new OverlapFinder(tree, mergesSlashes, budget);
  const isComplete = budget.ask(() => finder.find(), HALF) ?? false;
  return { overlaps: [...finder.overlaps.values()], undecided: finder.undecided, isComplete };
}

// Why so many: there is no use in finding pairs that there is no budget to decide.
const STEPS_OF_PAIR = 25;
const HALF = 0.5;

class OverlapFinder {
  readonly overlaps = new Map<number, Overlap>();
  readonly undecided: (readonly Shape[])[] = [];
  readonly #tree: RouteTree;
  readonly #mergesSlashes: boolean;
  readonly #budget: Budget;
  readonly #pairs: Pair[];
  readonly #found = new Set<string>();
  readonly #shared = new Map<string, string | undefined>();

  constructor(tree: RouteTree, mergesSlashes: boolean, budget: Budget) {
    this.#tree = tree;
    this.#mergesSlashes = mergesSlashes;
    this.#budget = budget;
    this.#pairs = [{ a: tree.root, b: tree.root, path: "", isLast: false }];
  }

  find(): true {
    for (const pair of this.#pairs) {
      this.#budget.spend(1);
      if (!pair.isLast) this.#expand(pair);
    }
    return true;
  }

  #compareEnds({ a, b, path }: Pair): void {
    for (const one of a.ended) {
      for (const other of b.ended) {
        if (one === other) continue;
        const shapes: [Shape, Shape] = one.index < other.index ? [one, other] : [other, one];
        const key = shapes[0].index * this.#tree.shapes.length + shapes[1].index;
        if (this.overlaps.has(key)) continue;
        this.#budget.spend(STEPS_OF_PAIR);
        this.overlaps.set(key, { shapes, path });
      }
    }
  }

  #expand(pair: Pair): void {
    const { a, b } = pair;
    const [less, more] = a.texts.size <= b.texts.size ? [a, b] : [b, a];
    for (const [text, following] of less.texts) {
      const other = more.texts.get(text);
      if (other !== undefined) this.#add(pair, following, other, text);
    }
    this.#meetTexts(pair, a.texts, b.others);
    if (a !== b) this.#meetTexts(pair, b.texts, a.others);
    for (const [i, one] of a.others.entries()) {
      // A node and itself: each pair once.
      for (const other of a === b ? b.others.slice(i) : b.others) {
        const text = this.#sharedBy(one, other);
        if (text !== undefined) this.#add(pair, one, other, text);
      }
    }
  }

  #meetTexts(pair: Pair, texts: ReadonlyMap<string, Following>, others: readonly Following[]): void {
    this.#budget.spend(texts.size * others.length);
    for (const other of others) {
      for (const [text, following] of texts) {
        if (this.#tree.sets.has(other.set, text)) this.#add(pair, following, other, text);
      }
    }
  }

  #add({ path }: Pair, one: Following, other: Following, text: string): void {
    const [x, y] = [this.#tree.after(one), this.#tree.after(other)];
    const [a, b] = x.id <= y.id ? [x, y] : [y, x];
    const isLast = this.#mergesSlashes && text === "";
    const key = `${a.id} ${b.id} ${isLast}`;
    if (this.#found.has(key)) return;
    this.#found.add(key);
    const pair = { a, b, path: `${path}/${text}`, isLast };
    // Why at once, and not when it is its turn: what is found counts even when the budget is used up before.
    this.#compareEnds(pair);
    this.#pairs.push(pair);
  }

  #sharedBy(one: Following, other: Following): string | undefined {
    const [a, b] = [one.set, other.set];
    const key = `${a.id} ${b.id}`;
    if (this.#shared.has(key)) return this.#shared.get(key);
    this.#budget.spend(1);
    // What is too hard is so for all nodes that have it.
    this.#shared.set(key, undefined);
    try {
      const shared = this.#tree.sets.shared(a, b);
      this.#shared.set(key, shared);
      return shared;
    } catch (error) {
      if (!(error instanceof BudgetExhausted)) throw error;
      const shapes = this.#tree.shapesAfter([one, other]);
      if (shapes.length > 1) this.undecided.push(shapes);
      return undefined;
    }
  }
}
