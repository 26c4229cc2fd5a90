import type { TaskEngine } from "../../api.ts";
import type { TreeCase } from "../cases.ts";
import { type Forest, holdTrees } from "../hold-trees.ts";

interface Node {
  readonly value: number;
  readonly kind: number;
  start: number;
  end: number;
  first: Node | undefined;
  next: Node | undefined;
}

// Used by one build after another, so that the list of nodes is no part of what a request allocates.
const nodes: Node[] = [];

const forest: Forest<Node> = {
  build(parents, salt) {
    for (let i = 0; i < parents.length; i++) {
      const node: Node = { value: i ^ salt, kind: i & 7, start: i, end: i + 1, first: undefined, next: undefined };
      nodes[i] = node;
      if (i === 0) continue;
      const parent = nodes[parents[i] as number] as Node;
      node.next = parent.first;
      parent.first = node;
      parent.end = node.end;
    }
    return nodes[0] as Node;
  },
  weigh: (root) => weigh(root, 1),
  drop() {},
};

function weigh(node: Node, depth: number): number {
  let weight = node.value * depth;
  for (let child = node.first; child !== undefined; child = child.next) weight += weigh(child, depth + 1);
  return weight | 0;
}

export const task: TaskEngine<TreeCase> = holdTrees(() => forest);
