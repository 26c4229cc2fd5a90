import { type Segment, WILDCARD } from "../pattern/pattern.ts";
import type { RadixNode } from "./radix-node.ts";

/**
 * The image of the radix tree: records of four words and the bytes of their labels.
 *
 * - `LABEL`: where the label's bytes begin. Right after them stand the first characters of the literal children. Where the
 *   record is that of a segment that is tested, two bytes with the number of the test stand before them.
 * - `META`: literal children (bits 0–6: at most 80 characters begin a literal), whether the record is that of a wildcard
 *   (7), of one that something follows (8), whether other ways lead to what follows it, too (9), whether it
 *   is that of a segment that is tested (10), how many children are segments (11–15; `MANY`: the word before the children
 *   says), length of the label (16 and up).
 * - `CHILD`: word of the first child. Children lie side by side: the literals, then the segments, the best one first.
 * - `LEAF`: the leaf of a path that ends after the label, or -1.
 *
 * The label of a literal child lacks its first character, which its parent has compared already.
 */
export const RECORD_WORDS = 4;
export const LABEL = 0;
export const META = 1;
export const CHILD = 2;
export const LEAF = 3;
export const LITERALS_MASK = 0x7f;
export const IS_WILDCARD = 0x80;
export const GOES_ON = 0x100;
export const IS_CROSSING = 0x200;
export const IS_TESTED = 0x400;
export const SEGMENTS_SHIFT = 11;
export const MANY = 0x1f;
export const LENGTH_SHIFT = 16;
/** Bytes of the number of a test. */
export const TEST_BYTES = 2;

/** What the image will take, known before a byte of it is written. */
export interface RadixPlan {
  /** Int32 words of the records. */
  readonly words: number;
  /** Bytes of the labels. */
  readonly labelBytes: number;
  /** The most alternatives that the search has to remember at once. */
  readonly choices: number;
  /** Fills the two parts. */
  write(records: Int32Array, labels: Uint8Array): void;
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
    labelBytes += (segment?.test === undefined ? 0 : TEST_BYTES) + label.length + node.literals.length;
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
    write: (records, labels) => writeRecords(placed, children, testOf, records, labels),
  };
}

function goesOn(label: string, node: RadixNode): boolean {
  return label !== "" || node.literals.length > 0;
}

function sharedNodes(root: RadixNode): ReadonlySet<RadixNode> {
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
  records: Int32Array,
  labels: Uint8Array,
): void {
  let byte = 0;
  for (const { node, label, segment, isCrossing, at } of placed) {
    const child = children.get(node) as number;
    const { length } = node.segments;
    if (length >= MANY) records[child - 1] = length;
    records[at + LABEL] = byte;
    records[at + META] =
      node.literals.length |
      (segment?.kind === WILDCARD ? IS_WILDCARD : 0) |
      (segment?.kind === WILDCARD && goesOn(label, node) ? GOES_ON : 0) |
      (isCrossing ? IS_CROSSING : 0) |
      (segment?.test === undefined ? 0 : IS_TESTED) |
      (Math.min(length, MANY) << SEGMENTS_SHIFT) |
      (label.length << LENGTH_SHIFT);
    records[at + CHILD] = child;
    records[at + LEAF] = node.leaf;
    if (segment?.test !== undefined) {
      const test = testOf(segment);
      labels[byte++] = test & 0xff;
      labels[byte++] = test >>> 8;
    }
    for (let i = 0; i < label.length; i++) labels[byte++] = label.charCodeAt(i);
    for (const literal of node.literals) labels[byte++] = literal.label.charCodeAt(0);
  }
}
