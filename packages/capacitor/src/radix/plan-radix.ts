import type { RadixNode } from "./radix-tree.ts";

/**
 * The image of the radix tree: nodes of four words and the bytes of their labels.
 *
 * - `LABEL`: where the label's bytes begin. Right after them stand the first characters of the literal children.
 * - `META`: literal children (bits 0–7), has a param child (8), has a wildcard child (9), is a wildcard (10), length
 *   of the label (11 and up). At most 80 characters begin a literal, so 8 bits hold their number.
 * - `CHILD`: word of the first child. Children lie side by side: the literals, then the param, then the wildcard.
 * - `LEAF`: the leaf of a path that ends after the label, or -1.
 *
 * The label of a literal child lacks its first character, which its parent has compared already.
 */
export const NODE_WORDS = 4;
export const LABEL = 0;
export const META = 1;
export const CHILD = 2;
export const LEAF = 3;
export const LITERALS_MASK = 0xff;
export const HAS_PARAM = 0x100;
export const HAS_WILDCARD = 0x200;
export const IS_WILDCARD = 0x400;
export const LENGTH_SHIFT = 11;

/** What the image will take, known before a byte of it is written. */
export interface RadixPlan {
  /** Int32 words of the nodes. */
  readonly words: number;
  /** Bytes of the labels. */
  readonly labelBytes: number;
  /** The most places on one way through the tree where a param or a wildcard is an alternative. */
  readonly choices: number;
  /** Fills the two parts. */
  write(nodes: Int32Array, labels: Uint8Array): void;
}

interface Placed {
  readonly node: RadixNode;
  readonly label: string;
  readonly isWildcard: boolean;
  readonly choices: number;
}

/** First step: counts. O(size of the tree). */
export function planRadix(root: RadixNode): RadixPlan {
  const placed: Placed[] = [{ node: root, label: root.label, isWildcard: false, choices: choiceOf(root) }];
  let labelBytes = 0;
  let choices = 0;
  // Breadth first, so that the children of a node lie side by side. The list grows while it is read.
  for (const { node, label, choices: above } of placed) {
    labelBytes += label.length + node.literals.length;
    choices = Math.max(choices, above);
    const place = (child: RadixNode, skipped: number): void => {
      const isWildcard = child === node.wildcard;
      placed.push({ node: child, label: child.label.slice(skipped), isWildcard, choices: above + choiceOf(child) });
    };
    for (const literal of node.literals) place(literal, 1);
    if (node.param) place(node.param, 0);
    if (node.wildcard) place(node.wildcard, 0);
  }
  return {
    words: placed.length * NODE_WORDS,
    labelBytes,
    choices,
    write: (nodes, labels) => writeNodes(placed, nodes, labels),
  };
}

function choiceOf(node: RadixNode): number {
  return node.param || node.wildcard ? 1 : 0;
}

function writeNodes(placed: readonly Placed[], nodes: Int32Array, labels: Uint8Array): void {
  let at = 0;
  let byte = 0;
  let child = NODE_WORDS;
  for (const { node, label, isWildcard } of placed) {
    nodes[at + LABEL] = byte;
    nodes[at + META] =
      node.literals.length |
      (node.param ? HAS_PARAM : 0) |
      (node.wildcard ? HAS_WILDCARD : 0) |
      (isWildcard ? IS_WILDCARD : 0) |
      (label.length << LENGTH_SHIFT);
    nodes[at + CHILD] = child;
    nodes[at + LEAF] = node.leaf;
    for (let i = 0; i < label.length; i++) labels[byte++] = label.charCodeAt(i);
    for (const literal of node.literals) labels[byte++] = literal.label.charCodeAt(0);
    child += (node.literals.length + (node.param ? 1 : 0) + (node.wildcard ? 1 : 0)) * NODE_WORDS;
    at += NODE_WORDS;
  }
}
