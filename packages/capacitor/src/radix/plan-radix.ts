import type { Image } from "../image/image.ts";
import {
  CHILD,
  GOES_ON,
  IS_CROSSING,
  IS_TESTED,
  IS_WILDCARD,
  LABEL,
  LEAF,
  LENGTH_SHIFT,
  MANY,
  META,
  RECORD_WORDS,
  SEGMENTS_SHIFT,
  TEST_BYTES,
} from "../image/layout.ts";
import { type Segment, WILDCARD } from "../pattern/pattern.ts";
import type { RadixNode, RadixTree } from "./radix-node.ts";

/** What the records of a tree will take, known before a byte of them is written. */
export interface RadixPlan {
  /** Int32 words of the records. */
  readonly words: number;
  /** Bytes of the labels. */
  readonly labelBytes: number;
  /** The most alternatives that the search has to remember at once. */
  readonly choices: number;
  /** Whether a search has to remember at which places it was: a record is crossing, or that of a wildcard that goes on. */
  readonly remembers: boolean;
  /** Writes the records from a word of the image on, and their labels from a byte on. */
  write(image: Image, word: number, byte: number): void;
}

interface Placed {
  readonly node: RadixNode;
  readonly label: string;
  readonly segment: Segment | undefined;
  readonly isCrossing: boolean;
  /** Its first word. */
  readonly at: number;
  /** Word of its first child. */
  child: number;
}

/**
 * First step: counts. O(size of the tree).
 *
 * @param testOf gives the number of a segment's test, below 2^16.
 */
export function planRadix({ root, isShared }: RadixTree, testOf: (segment: Segment) => number): RadixPlan {
  const shared = isShared ? sharedNodes(root) : undefined;
  const placed: Placed[] = [{ node: root, label: "", segment: undefined, isCrossing: false, at: 0, child: 0 }];
  // Nodes that are shared have their children once.
  const children = new Map<RadixNode, number>();
  let words = RECORD_WORDS;
  let labelBytes = 0;
  let remembers = isShared;
  const place = (node: RadixNode, label: string, segment: Segment | undefined): void => {
    placed.push({ node, label, segment, isCrossing: shared?.has(node) === true, at: words, child: 0 });
    words += RECORD_WORDS;
  };
  // Breadth first, so that the children of a node lie side by side. The list grows while it is read.
  for (const one of placed) {
    const { node, label, segment } = one;
    if (segment?.test !== undefined) {
      testOf(segment);
      labelBytes += TEST_BYTES;
    }
    labelBytes += label.length + node.literals.length;
    if (segment?.kind === WILDCARD && goesOn(label, node)) remembers = true;
    const known = isShared ? children.get(node) : undefined;
    if (known !== undefined) {
      one.child = known;
      continue;
    }
    if (node.segments.length >= MANY) words++;
    one.child = words;
    if (isShared) children.set(node, words);
    for (const literal of node.literals) place(literal.node, literal.label.slice(1), undefined);
    for (const following of node.segments) place(following.node, following.label, following.segment);
  }
  const write = (image: Image, word: number, byte: number): void => writeRecords(placed, testOf, image, word, byte);
  return { words, labelBytes, choices: root.choices, remembers, write };
}

function goesOn(label: string, node: RadixNode): boolean {
  return label !== "" || node.literals.length > 0;
}

/** Nodes that more than one way leads to, and that something follows. */
export function sharedNodes(root: RadixNode): ReadonlySet<RadixNode> {
  const seen = new Set([root]);
  const shared = new Set<RadixNode>();
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    for (const { node: child } of [...node.literals, ...node.segments]) {
      if (seen.has(child)) {
        // What ends there cannot be searched twice.
        if (child.literals.length > 0) shared.add(child);
        continue;
      }
      seen.add(child);
      pending.push(child);
    }
  }
  return shared;
}

function writeRecords(
  placed: readonly Placed[],
  testOf: (segment: Segment) => number,
  { words, bytes }: Image,
  first: number,
  labels: number,
): void {
  let byte = labels;
  for (const { node, label, segment, isCrossing, at, child: childAt } of placed) {
    const child = first + childAt;
    const record = first + at;
    const { length } = node.segments;
    if (length >= MANY) words[child - 1] = length;
    words[record + META] =
      node.literals.length |
      (segment?.kind === WILDCARD ? IS_WILDCARD : 0) |
      (segment?.kind === WILDCARD && goesOn(label, node) ? GOES_ON : 0) |
      (isCrossing ? IS_CROSSING : 0) |
      (segment?.test === undefined ? 0 : IS_TESTED) |
      (Math.min(length, MANY) << SEGMENTS_SHIFT) |
      (label.length << LENGTH_SHIFT);
    words[record + CHILD] = child;
    words[record + LEAF] = node.leaf;
    if (segment?.test !== undefined) {
      const test = testOf(segment);
      bytes[byte] = test & 0xff;
      bytes[byte + 1] = test >>> 8;
      byte += TEST_BYTES;
    }
    words[record + LABEL] = byte;
    for (let i = 0; i < label.length; i++) bytes[byte++] = label.charCodeAt(i);
    for (const literal of node.literals) bytes[byte++] = literal.label.charCodeAt(0);
  }
}
