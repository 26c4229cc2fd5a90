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

class ArenaForest implements Forest<RequestArena> {
  readonly #pools: ArenaOfPools;
  readonly #words: Int32Array;

  constructor(live: number) {
    this.#pools = new ArenaOfPools({ arenas: live, bytes: NODES * NODE_BYTES });
    this.#words = new Int32Array(this.#pools.buffer);
  }

  build(parents: Int32Array, salt: number): RequestArena {
    const arena = this.#pools.acquire();
    if (arena === undefined) throw new Error("no arena is left");
    const words = this.#words;
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
  }

  weigh(arena: RequestArena): number {
    return this.#weigh(arena.start >> 2, 1);
  }

  drop(arena: RequestArena): void {
    this.#pools.release(arena);
  }

  #weigh(node: number, depth: number): number {
    const words = this.#words;
    let weight = (words[node + VALUE] as number) * depth;
    for (let child = words[node + FIRST] as number; child !== NONE; child = words[child + NEXT] as number) {
      weight += this.#weigh(child, depth + 1);
    }
    return weight | 0;
  }
}

export const task: TaskEngine<TreeCase> = holdTrees((live) => new ArenaForest(live));
