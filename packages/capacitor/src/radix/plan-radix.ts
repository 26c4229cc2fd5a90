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
import type { RadixNode } from "./radix-node.ts";

/** What the records of a tree will take, known before a byte of them is written. */
export interface RadixPlan {
  /** Int32 words of the records. */
  readonly words: number;
  /** Bytes of the labels. */
  readonly labelBytes: number;
  /** The most alternatives that the search has to remember at once. */
  readonly choices: number;
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
}

/**
 * First step: counts. O(size of the tree).
 *
 * @param testOf gives the number of a segment's test, below 2^16.
 */
export function planRadix(root: RadixNode, testOf: (segment: Segment) => number): RadixPlan {
  const shared = sharedNodes(root);
  const placed: Placed[] = [{ node: root, label: "", segment: undefined, isCrossing: false, at: 0 }];
  // Word of the first child. Nodes that are shared have their children once.
  const children = new Map<RadixNode, number>();
  let words = RECORD_WORDS;
  let labelBytes = 0;
  // Breadth first, so that the children of a node lie side by side. The list grows while it is read.
  for (const { node, label, segment } of placed) {
    if (segment?.test !== undefined) {
      testOf(segment);
      labelBytes += TEST_BYTES;
    }
    labelBytes += label.length + node.literals.length;
    if (children.has(node)) continue;
    if (node.segments.length >= MANY) words++;
    children.set(node, words);
    const place = (child: RadixNode, text: string, before?: Segment): void => {
      placed.push({ node: child, label: text, segment: before, isCrossing: shared.has(child), at: words });
      words += RECORD_WORDS;
    };
    for (const literal of node.literals) place(literal.node, literal.label.slice(1));
    for (const following of node.segments) place(following.node, following.label, following.segment);
  }
  return {
    words,
    labelBytes,
    choices: choicesBelow(root, new Map()),
    write: (image, word, byte) => writeRecords(placed, children, testOf, image, word, byte),
  };
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

// A wildcard that goes on is remembered once more while what follows it is tried.
function choicesBelow(node: RadixNode, known: Map<RadixNode, number>): number {
  const found = known.get(node);
  if (found !== undefined) return found;
  let most = 0;
  for (const { node: child } of node.literals) most = Math.max(most, choicesBelow(child, known));
  for (const { segment, node: child } of node.segments) {
    most = Math.max(most, choicesBelow(child, known) + (segment.kind === WILDCARD ? 1 : 0));
  }
  const choices = most + node.segments.length;
  known.set(node, choices);
  return choices;
}

function writeRecords(
  placed: readonly Placed[],
  children: ReadonlyMap<RadixNode, number>,
  testOf: (segment: Segment) => number,
  { words, bytes }: Image,
  first: number,
  labels: number,
): void {
  let byte = labels;
  for (const { node, label, segment, isCrossing, at } of placed) {
    const child = first + (children.get(node) as number);
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
