import type { Segment } from "../pattern/parse-pattern.ts";

/** A node of the tree that is built first and then laid out as an image. */
export interface RadixNode {
  /** Canonical text; may cross `/`. */
  label: string;
  /** Children by their first character. */
  literals: RadixNode[];
  /** What follows after a param that begins where the label ends; only where that is the beginning of a segment. */
  param: RadixNode | undefined;
  /** The end of a wildcard that begins there. */
  wildcard: RadixNode | undefined;
  /** The leaf of a path that ends where the label ends, or -1. */
  leaf: number;
}

const NO_LEAF = -1;

/** An empty tree. */
export function createRadixTree(): RadixNode {
  return createNode("");
}

/** Adds the path of a dynamic pattern. `leaf` is what a path of this shape leads to. */
export function insertRoute(root: RadixNode, segments: readonly Segment[], leaf: number): void {
  let node = root;
  let literal = "";
  for (const segment of segments) {
    literal += "/";
    if (segment.kind === "static") {
      literal += segment.text;
      continue;
    }
    node = insertLiteral(node, literal);
    literal = "";
    node = segment.kind === "param" ? (node.param ??= createNode("")) : (node.wildcard ??= createNode(""));
  }
  insertLiteral(node, literal).leaf = leaf;
}

/** Joins each node that only leads to one literal child with that child, and puts children in a fixed order. */
export function compressTree(root: RadixNode): void {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    for (let only = onlyChild(node); only; only = onlyChild(node)) {
      Object.assign(node, only, { label: node.label + only.label });
    }
    // Why sorted: the image is then the same whatever the order of registration.
    node.literals.sort((a, b) => a.label.charCodeAt(0) - b.label.charCodeAt(0));
    pending.push(...node.literals);
    if (node.param) pending.push(node.param);
  }
}

function onlyChild(node: RadixNode): RadixNode | undefined {
  const alone = node.leaf === NO_LEAF && !node.param && !node.wildcard && node.literals.length === 1;
  return alone ? node.literals[0] : undefined;
}

function createNode(label: string): RadixNode {
  return { label, literals: [], param: undefined, wildcard: undefined, leaf: NO_LEAF };
}

function insertLiteral(from: RadixNode, literal: string): RadixNode {
  let node = from;
  let rest = literal;
  while (rest !== "") {
    const first = rest[0];
    const child = node.literals.find((literal) => literal.label[0] === first);
    if (!child) {
      const created = createNode(rest);
      node.literals.push(created);
      return created;
    }
    const common = commonLength(child.label, rest);
    if (common < child.label.length) splitNode(child, common);
    node = child;
    rest = rest.slice(common);
  }
  return node;
}

function splitNode(node: RadixNode, at: number): void {
  const lower: RadixNode = { ...node, label: node.label.slice(at) };
  Object.assign(node, createNode(node.label.slice(0, at)), { literals: [lower] });
}

function commonLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  return length;
}
