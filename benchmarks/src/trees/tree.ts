import type { Random } from "../api.ts";
import { createRandom, integer } from "../frame/random.ts";

/** Nodes that a request builds. */
export const NODES = 200;

/** Which node each one hangs below, for a number of different trees. */
export type Shape = Int32Array;

const SHAPES = 64;

/** The same shapes for every engine. Node 0 is the root. */
export function shapes(seed: number): readonly Shape[] {
  const random = createRandom(seed);
  return Array.from({ length: SHAPES }, () => shape(random));
}

function shape(random: Random): Shape {
  // Most nodes hang below a recent one, as in a page.
  return Int32Array.from({ length: NODES }, (_, i) => (i === 0 ? -1 : integer(random, Math.max(0, i - 12), i)));
}

/** What `weigh` must give for a tree of this shape that was built with this salt: worked out without a tree. */
export function expectedWeight(parents: Shape, salt: number): number {
  let weight = 0;
  for (let i = 0; i < parents.length; i++) {
    let depth = 0;
    for (let at = parents[i] as number; at !== -1; at = parents[at] as number) depth++;
    weight = (weight + (i ^ salt) * (depth + 1)) | 0;
  }
  return weight;
}
