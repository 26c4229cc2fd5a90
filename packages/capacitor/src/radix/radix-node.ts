import { compareSegments, isSkip, type Pattern, type Segment, STATIC, type Step } from "../pattern/pattern.ts";

/** What can follow at one place of a path. Never changed once it is made, and shared where the same can follow. */
export interface RadixNode {
  /** Text that can follow, by its first character; it may cross `/`. */
  readonly literals: readonly Literal[];
  /** Segments that are no text, the best one first. Only where a segment begins. */
  readonly segments: readonly Following[];
  /** The leaf of a path that ends here, or -1. */
  readonly leaf: number;
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
export function createRadixTree(patterns: readonly Pattern[], leafOf: (ended: readonly number[]) => number): RadixNode {
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

  build(): RadixNode {
    const places = this.#closed(this.#first);
    // A pattern of which all is left out is `/`.
    const empty = places.filter((place) => typeof this.#program[place] === "number");
    const others = places.filter((place) => !empty.includes(place));
    return this.#node(others, empty);
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
    if (texts.size + segments.size === 0) return { literals: [], segments: [], leaf };
    const entries = Array.from(texts, ([text, after]) => ({ text, node: this.#nodeOf(after) }));
    const following = [...segments.values()].sort((a, b) => compareSegments(a.segment, b.segment));
    const begin: RadixNode = {
      ...branch(entries, 0),
      segments: following.map(({ segment, places: after }) => ({ segment, ...literal("", this.#nodeOf(after)) })),
    };
    return { literals: [literal("/", begin)], segments: [], leaf };
  }
}

interface Entry {
  readonly text: string;
  readonly node: RadixNode;
}

// What follows after `at` characters that all entries share.
function branch(entries: readonly Entry[], at: number): RadixNode {
  const here = entries.find(({ text }) => text.length === at)?.node;
  const byCharacter = new Map<string, Entry[]>();
  for (const entry of entries) if (entry.text.length > at) push(byCharacter, entry.text.charAt(at), entry);
  const literals = Array.from(byCharacter.values(), (group) => {
    const end = commonEnd(group, at);
    const [only] = group;
    const isEnd = group.length === 1 && only?.text.length === end;
    return literal((only as Entry).text.slice(at, end), isEnd ? (only as Entry).node : branch(group, end));
  });
  // What follows the text that ends here begins with `/`, which no text does.
  const all = [...literals, ...(here?.literals ?? [])];
  // Why sorted: the image is then the same whatever the order of registration.
  all.sort((a, b) => a.label.charCodeAt(0) - b.label.charCodeAt(0));
  return { literals: all, segments: [], leaf: here?.leaf ?? NO_LEAF };
}

function commonEnd(group: readonly Entry[], at: number): number {
  const first = (group[0] as Entry).text;
  let end = first.length;
  for (const { text } of group) {
    let same = at;
    while (same < end && text[same] === first[same]) same++;
    end = same;
  }
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
