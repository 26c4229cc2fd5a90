import { ArenaOfPools, type RequestArena } from "@watt/electron";
import type { TaskEngine } from "../../api.ts";
import type { TreeCase } from "../cases.ts";
import { type Forest, holdTrees } from "../hold-trees.ts";
import { NODES } from "../tree.ts";

// A node is six words; a link is the index of a node's first word.
const VALUE = 0;
const KIND = 1;
const START = 2;
const END = 3;
const FIRST = 4;
const NEXT = 5;
const WORDS = 6;
const NODE_BYTES = 4 * WORDS;
const NONE = -1;

function plant(live: number): Forest<RequestArena> {
  const pools = new ArenaOfPools({ arenas: live, bytes: NODES * NODE_BYTES });
  const words = new Int32Array(pools.buffer);

  function weigh(node: number, depth: number): number {
    let weight = (words[node + VALUE] as number) * depth;
    for (let child = words[node + FIRST] as number; child !== NONE; child = words[child + NEXT] as number) {
      weight += weigh(child, depth + 1);
    }
    return weight | 0;
  }

  return {
    build(parents, salt) {
      const arena = pools.acquire();
      if (arena === undefined) throw new Error("no arena is left");
      const root = arena.start >> 2;
      for (let i = 0; i < parents.length; i++) {
        const node = arena.alloc(NODE_BYTES, 4) >> 2;
        words[node + VALUE] = i ^ salt;
        words[node + KIND] = i & 7;
        words[node + START] = i;
        words[node + END] = i + 1;
        words[node + FIRST] = NONE;
        words[node + NEXT] = NONE;
        if (i === 0) continue;
        const parent = root + (parents[i] as number) * WORDS;
        words[node + NEXT] = words[parent + FIRST] as number;
        words[parent + FIRST] = node;
        words[parent + END] = i + 1;
      }
      return arena;
    },
    weigh: (arena) => weigh(arena.start >> 2, 1),
    drop: (arena) => pools.release(arena),
  };
}

export const task: TaskEngine<TreeCase> = holdTrees(plant);
