import {
  compareSegments,
  isSkip,
  type Pattern,
  type Segment,
  STATIC,
  type Step,
  WILDCARD,
} from "../pattern/pattern.ts";

/** What can follow at one place of a path. Never changed once it is made, and shared where the same can follow. */
export interface RadixNode {
  /** Text that can follow, by its first character; it may cross `/`. */
  readonly literals: readonly Literal[];
  /** Segments that are no text, the best one first. Only where a segment begins. */
  readonly segments: readonly Following[];
  /** The leaf of a path that ends here, or -1. */
  readonly leaf: number;
  /** The most alternatives that a search has to remember at once, from here on. */
  readonly choices: number;
}

/** The tree of a table. */
export interface RadixTree {
  readonly root: RadixNode;
  /** Whether a node may be reached in more than one way: only then something is optional. */
  readonly isShared: boolean;
}

export interface Literal {
  readonly label: string;
  readonly node: RadixNode;
}

export interface Following extends Literal {
  /** What stands before the label. */
  readonly segment: Segment;
}

const NO_LEAF = -1;

/**
 * The tree of patterns. A node is the set of all places in patterns that the same segments lead to (the subset
 * construction), so that what is optional costs no copies: two ways to the same set lead to the same node.
 *
 * Text and other segments stay apart, as alternatives of different rank: the search goes back from one to the next.
 *
 * @param leafOf gives the leaf for the patterns, by index, that a path ends at.
 */
export function createRadixTree(patterns: readonly Pattern[], leafOf: (ended: readonly number[]) => number): RadixTree {
  return new Builder(patterns, leafOf).build();
}

class Builder {
  // The steps of all patterns, one after another; after each pattern its index.
  readonly #program: (Step | number)[] = [];
  // Where the pattern of a step begins, for skips; -1 in a pattern without one.
  readonly #starts: number[] = [];
  readonly #first: number[] = [];
  readonly #leafOf: (ended: readonly number[]) => number;
  readonly #known = new Map<string, RadixNode>();
  #hasSkips = false;

  constructor(patterns: readonly Pattern[], leafOf: (ended: readonly number[]) => number) {
    this.#leafOf = leafOf;
    for (const [index, { steps }] of patterns.entries()) {
      const start = this.#program.length;
      this.#first.push(start);
      const origin = steps.some(isSkip) ? start : -1;
      if (origin !== -1) this.#hasSkips = true;
      for (const step of steps) {
        this.#program.push(step);
        this.#starts.push(origin);
      }
      this.#program.push(index);
      this.#starts.push(origin);
    }
  }

  build(): RadixTree {
    const places = this.#closed(this.#first);
    // A pattern of which all is left out is `/`.
    const empty = places.filter((place) => typeof this.#program[place] === "number");
    const others = empty.length === 0 ? places : places.filter((place) => !empty.includes(place));
    return { root: this.#node(others, empty), isShared: this.#hasSkips };
  }

  // Places that skips lead to as well; in order, each once.
  #closed(places: readonly number[]): readonly number[] {
    if (!this.#hasSkips || places.every((place) => this.#starts[place] === -1)) return places;
    const all = new Set<number>();
    const pending = [...places];
    for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
      const step = this.#program[place] as Step | number;
      if (typeof step === "number" || !isSkip(step)) all.add(place);
      else pending.push(place + 1, (this.#starts[place] as number) + step.to);
    }
    return [...all].sort((a, b) => a - b);
  }

  #nodeOf(places: readonly number[]): RadixNode {
    const closed = this.#closed(places);
    // Only where something is optional can two ways lead to the same places.
    if (!this.#hasSkips || closed.every((place) => this.#starts[place] === -1)) return this.#node(closed, []);
    const key = closed.join();
    const known = this.#known.get(key) ?? this.#node(closed, []);
    this.#known.set(key, known);
    return known;
  }

  #node(places: readonly number[], slash: readonly number[]): RadixNode {
    const ended: number[] = [];
    const texts = new Map<string, number[]>(slash.length > 0 ? [["", [...slash]]] : []);
    const segments = new Map<string, { segment: Segment; places: number[] }>();
    for (const place of places) {
      const step = this.#program[place] as Segment | number;
      if (typeof step === "number") ended.push(step);
      else if (step.kind === STATIC) push(texts, step.parts[0] as string, place + 1);
      else pushSegment(segments, step, place + 1);
    }
    const leaf = ended.length > 0 ? this.#leafOf(ended) : NO_LEAF;
    if (texts.size + segments.size === 0) return nodeOf([], [], leaf);
    const entries = Array.from(texts, ([text, after]): Entry => ({ text, node: this.#nodeOf(after) }));
    // Why sorted: the image is then the same whatever the order of registration, and what is alike lies side by side.
    entries.sort((a, b) => (a.text < b.text ? -1 : 1));
    const following = [...segments.values()].sort((a, b) => compareSegments(a.segment, b.segment));
    const begin = branch(entries, 0, entries.length, 0);
    const tried = following.map(({ segment, places: after }) => ({ segment, ...literal("", this.#nodeOf(after)) }));
    return nodeOf([literal("/", nodeOf(begin.literals, tried, begin.leaf))], [], leaf);
  }
}

interface Entry {
  readonly text: string;
  readonly node: RadixNode;
}

function nodeOf(literals: readonly Literal[], segments: readonly Following[], leaf: number): RadixNode {
  let most = 0;
  for (const { node } of literals) most = Math.max(most, node.choices);
  // A wildcard that goes on is remembered once more while what follows it is tried.
  for (const { segment, node } of segments) most = Math.max(most, node.choices + Number(segment.kind === WILDCARD));
  return { literals, segments, leaf, choices: most + segments.length };
}

// What follows after `at` characters that the entries [from, to) share; they are sorted.
function branch(entries: readonly Entry[], from: number, to: number, at: number): RadixNode {
  const first = entries[from];
  const here = first?.text.length === at ? first.node : undefined;
  const literals: Literal[] = [];
  for (let i = here === undefined ? from : from + 1; i < to;) {
    const { text, node } = entries[i] as Entry;
    const code = text.charCodeAt(at);
    let next = i + 1;
    while (next < to && (entries[next] as Entry).text.charCodeAt(at) === code) next++;
    const end = commonEnd(text, (entries[next - 1] as Entry).text, at);
    const isEnd = next === i + 1 && text.length === end;
    literals.push(literal(text.slice(at, end), isEnd ? node : branch(entries, i, next, end)));
    i = next;
  }
  // What follows the text that ends here begins with `/`, which no text does.
  for (const following of here?.literals ?? []) {
    const place = literals.findIndex(({ label }) => label.charCodeAt(0) > following.label.charCodeAt(0));
    literals.splice(place < 0 ? literals.length : place, 0, following);
  }
  return nodeOf(literals, [], here?.leaf ?? NO_LEAF);
}

// How far two texts are the same: of a sorted row, the first and the last.
function commonEnd(first: string, last: string, at: number): number {
  const most = Math.min(first.length, last.length);
  let end = at;
  while (end < most && first.charCodeAt(end) === last.charCodeAt(end)) end++;
  return end;
}

// A label takes in what follows it alone.
function literal(label: string, node: RadixNode): Literal {
  const [only] = node.literals;
  const isAlone =
    only !== undefined && node.literals.length === 1 && node.segments.length === 0 && node.leaf === NO_LEAF;
  return isAlone ? { label: label + only.label, node: only.node } : { label, node };
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function pushSegment(
  segments: Map<string, { segment: Segment; places: number[] }>,
  segment: Segment,
  place: number,
): void {
  const known = segments.get(segment.key);
  // Why the lesser one: the order of two constraints that accept the same texts is not that of registration.
  const first = known !== undefined && known.segment.order < segment.order ? known.segment : segment;
  segments.set(segment.key, { segment: first, places: [...(known?.places ?? []), place] });
}
