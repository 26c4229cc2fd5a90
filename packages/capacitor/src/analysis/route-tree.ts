import { compareSegments, isSkip, type Pattern, type Segment, type Step, WILDCARD } from "../pattern/pattern.ts";
import type { RouteReference } from "./report.ts";
import type { SegmentSet, SegmentSets } from "./segment-sets.ts";

/** A route whose pattern has been read. */
export interface ParsedRoute extends RouteReference {
  /** Index of its shape. */
  readonly shape: number;
  /** Its pattern alone. */
  readonly own: Pattern;
  /** Its pattern, behind a segment for its host where it has one. */
  readonly parsed: Pattern;
}

/** The routes of one shape: they match the same paths, with different methods. */
export interface Shape {
  readonly index: number;
  readonly routes: readonly ParsedRoute[];
}

/** What can follow at one place of a path. */
export interface TreeNode {
  readonly id: number;
  /** See `RouteTree`; in ascending order. */
  readonly places: readonly number[];
  /** Segments that can follow: those that are text, and the others, the best one first. */
  readonly texts: ReadonlyMap<string, Following>;
  readonly others: readonly Following[];
  /** The shapes that end here. */
  readonly ended: readonly Shape[];
  /** It is where paths begin: what would end here ends behind a slash. */
  readonly isTop: boolean;
}

/** A segment that can follow, and what comes after it. */
export interface Following {
  readonly set: SegmentSet;
  readonly entered: readonly number[];
}

interface Alternative {
  segment: Segment;
  readonly set: SegmentSet;
  readonly entered: number[];
}

/**
 * The routes as the router searches them: a node is the set of all places in patterns that the same segments lead to;
 * segments of different kinds and spellings stay apart, in the order of their rank. See ADR 15.
 *
 * A place is a number: twice the index of a step among the steps of all patterns; one more, when it is a wildcard that has
 * taken a segment and may take another. After the steps of a pattern comes its end. So the places of a shape are a range.
 *
 * Where there are hosts, a host is the first segment of its paths, as it is in the router.
 *
 * Nodes are made when they are reached.
 */
export class RouteTree {
  readonly root: TreeNode;
  readonly shapes: readonly Shape[];
  readonly sets: SegmentSets;
  readonly #steps: (Step | Shape)[] = [];
  readonly #sets: (SegmentSet | undefined)[] = [];
  // By shape, and one more: the index of its first step.
  readonly #first: number[] = [];
  #count = 0;
  readonly #nodes = new Map<string, TreeNode>();
  readonly #after = new Map<Following, TreeNode>();

  readonly #hasHosts: boolean;

  /** @param shapes all with hosts, or all without. */
  constructor(shapes: readonly Shape[], sets: SegmentSets) {
    this.shapes = shapes;
    this.sets = sets;
    this.#hasHosts = shapes[0]?.routes[0]?.host !== undefined;
    for (const shape of shapes) {
      // As the router does: the first route speaks for all of its shape.
      const { parsed } = shape.routes[0] as ParsedRoute;
      this.#first.push(this.#steps.length);
      for (const [i, step] of parsed.steps.entries()) {
        this.#steps.push(step);
        this.#sets.push(isSkip(step) ? undefined : sets.of(step, parsed, this.#hasHosts && i === 0));
      }
      this.#steps.push(shape);
      this.#sets.push(undefined);
    }
    this.#first.push(this.#steps.length);
    this.root = this.#create(this.#closed(shapes.map(({ index }) => this.#startOf(index))), !this.#hasHosts);
  }

  /** The node after a segment. */
  after(following: Following): TreeNode {
    const node = this.#after.get(following) ?? this.#nodeOf(following.entered);
    this.#after.set(following, node);
    return node;
  }

  /**
   * The nodes that a segment of a path leads to from any of `nodes`, in the order in which the router searches them.
   *
   * @param among the shapes that matter: nodes that lead to none of them are left out.
   */
  follow(nodes: readonly TreeNode[], text: string, among: readonly Shape[] = this.shapes): TreeNode[] {
    const found = new Set<TreeNode>();
    const add = (following: Following): void => {
      const node = this.after(following);
      // Where all matter there is no node without one.
      if (among === this.shapes || among.some((shape) => this.leadsTo(node, shape))) found.add(node);
    };
    for (const { texts, others } of nodes) {
      const exact = texts.get(text);
      if (exact !== undefined) add(exact);
      for (const following of others) if (this.sets.has(following.set, text)) add(following);
    }
    return [...found];
  }

  /** The sets of segments by which some shapes go on from some nodes. */
  setsAfter(nodes: readonly TreeNode[], among: readonly Shape[]): SegmentSet[] {
    const sets = new Set<SegmentSet>();
    for (const node of nodes) {
      const { places, isTop } = node;
      for (const { index } of among) {
        const end = this.#endOf(index);
        for (let at = lowerBound(places, this.#startOf(index)); (places[at] ?? end) < end; at++) {
          const set = this.#setAt(places[at] as number);
          if (set !== undefined) sets.add(set);
          else if (isTop) sets.add(this.sets.text(""));
        }
      }
    }
    return [...sets];
  }

  /** The shapes that some segments lead to. */
  shapesAfter(following: readonly Following[]): readonly Shape[] {
    const nodes = following.map((one) => this.after(one));
    return this.shapes.filter((shape) => nodes.some((node) => this.leadsTo(node, shape)));
  }

  /** Whether a node has a place of the shape. */
  leadsTo({ places }: TreeNode, { index }: Shape): boolean {
    const end = this.#endOf(index);
    return (places[lowerBound(places, this.#startOf(index))] ?? end) < end;
  }

  #startOf(shape: number): number {
    return 2 * (this.#first[shape] as number);
  }

  #endOf(shape: number): number {
    return 2 * (this.#first[shape + 1] as number);
  }

  #setAt(place: number): SegmentSet | undefined {
    return place % 2 === 1 ? this.sets.rest : this.#sets[place / 2];
  }

  // Places that skips, and wildcards that take no more, lead to as well.
  #closed(entered: readonly number[]): number[] {
    const all = new Set<number>();
    const pending = [...entered];
    for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
      if (all.has(place)) continue;
      const step = this.#steps[place >> 1] as Step | Shape;
      if (place % 2 === 1) pending.push(place + 1);
      if (place % 2 === 1 || "routes" in step || !isSkip(step)) all.add(place);
      else pending.push(place + 2, place + 2 * (step.to - this.#indexOf(place >> 1)));
    }
    return [...all].sort((a, b) => a - b);
  }

  // Of a step in its pattern.
  #indexOf(step: number): number {
    return step - (this.#first[lowerBound(this.#first, step + 1) - 1] as number);
  }

  #nodeOf(entered: readonly number[]): TreeNode {
    const places = this.#closed(entered);
    const key = places.join();
    const [first] = entered;
    const isBehindHost = this.#hasHosts && first !== undefined && this.#indexOf(first / 2) === 1;
    const node = this.#nodes.get(key) ?? this.#create(places, isBehindHost);
    this.#nodes.set(key, node);
    return node;
  }

  #create(places: readonly number[], isTop: boolean): TreeNode {
    const ended: Shape[] = [];
    const leftOut: number[] = [];
    const rest: number[] = [];
    const texts = new Map<string, Omit<Alternative, "segment">>();
    const addText = (set: SegmentSet & { kind: "text" }, after: number): void => {
      pushTo(texts, set.text, { set, entered: [] }).entered.push(after);
    };
    const others = new Map<string, Alternative>();
    for (const place of places) {
      if (place % 2 === 1) {
        rest.push(place);
        continue;
      }
      const step = this.#steps[place / 2] as Segment | Shape;
      if ("routes" in step) {
        if (isTop) leftOut.push(place);
        else ended.push(step);
        continue;
      }
      const set = this.#sets[place / 2] as SegmentSet;
      const after = step.kind === WILDCARD ? place + 1 : place + 2;
      if (set.kind === "text") addText(set, after);
      else {
        const known = pushTo(others, step.key, { segment: step, set, entered: [] });
        // Of two that accept the same texts the lesser spelling counts, as in the router.
        if (step.order < known.segment.order) known.segment = step;
        known.entered.push(after);
      }
    }
    const following: Following[] = [...others.values()].sort((a, b) => compareSegments(a.segment, b.segment));
    if (rest.length > 0) following.push({ set: this.sets.rest, entered: rest });
    // A pattern of which all is left out is `/`; behind a host the router looks for `/` itself first.
    if (this.#hasHosts && leftOut.length > 0) following.push({ set: this.sets.text(""), entered: leftOut });
    else for (const place of leftOut) addText(this.sets.text(""), place);
    return { id: this.#count++, places, texts, others: following, ended, isTop };
  }
}

function pushTo<Value>(values: Map<string, Value>, key: string, fresh: Value): Value {
  const value = values.get(key) ?? fresh;
  values.set(key, value);
  return value;
}

// The index of the first number that is not less.
function lowerBound(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
