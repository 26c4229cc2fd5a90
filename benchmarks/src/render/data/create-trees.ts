import type { Random } from "../../api.ts";
import { type Renew, renewFields } from "./renew.ts";
import { createMakeText, type MakeText } from "./text.ts";
import type { TreeNode } from "./types.ts";

type Growing = { -readonly [Key in keyof TreeNode]: TreeNode[Key] };

const COUNT = 64;
const NODES = 2047;

/** 64 full binary trees of depth 11. */
export function createTrees(random: Random, dirty: number): { list: readonly TreeNode[]; refresh: Renew } {
  const text = createMakeText(random, dirty);
  const all = Array.from({ length: COUNT }, () => createNodes(text)).flat();
  const list = Array.from({ length: COUNT }, (_, index) => all[index * NODES] as TreeNode);
  const renew = renewFields(all, ["name"]);
  return { list, refresh: (from, to) => renew(from * NODES, to * NODES) };
}

/** Nodes in the order of a heap: those below node `i` are nodes `2i` and `2i + 1`, counted from 1. */
function createNodes(text: MakeText): readonly TreeNode[] {
  const nodes: Growing[] = Array.from({ length: NODES }, (_, index) => {
    return { id: index + 1, name: text(2), left: undefined, right: undefined };
  });
  for (const node of nodes) {
    node.left = nodes[2 * node.id - 1];
    node.right = nodes[2 * node.id];
  }
  return nodes;
}
