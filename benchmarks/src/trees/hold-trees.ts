import type { TaskEffort, TaskEngine, TaskFigures } from "../api.ts";
import { collectGarbage } from "../frame/collect-garbage.ts";
import { quantile } from "../frame/statistics.ts";
import type { TreeCase } from "./cases.ts";
import { expectedWeight, type Shape, shapes } from "./tree.ts";

/** Where trees are built. A request is whatever stands for one tree until it is dropped. */
export interface Forest<Request> {
  /** Builds a tree of this shape; node i carries i ^ salt. */
  build(parents: Shape, salt: number): Request;
  /** Walks the tree from its root; the sum over all nodes of value × (depth + 1). */
  weigh(request: Request): number;
  /** The tree is not needed any more. */
  drop(request: Request): void;
}

/** Requests one after another: each builds a tree, weighs it, and drops the one that was built `live` requests ago. */
export function holdTrees<Request>(create: (live: number) => Forest<Request>): TaskEngine<TreeCase> {
  return {
    async run({ live }, effort) {
      return hold(create(live), live, effort);
    },
  };
}

const MOST_REQUESTS = 2_000_000;

function hold<Request>(forest: Forest<Request>, live: number, effort: TaskEffort): TaskFigures {
  const plans = shapes(effort.seed);
  const times = new Float64Array(MOST_REQUESTS);
  const held: (Request | undefined)[] = Array.from({ length: live }, () => undefined);
  const request = (i: number): number => {
    const slot = i % live;
    const old = held[slot];
    if (old !== undefined) forest.drop(old);
    const tree = forest.build(plans[i % plans.length] as Shape, i);
    held[slot] = tree;
    return forest.weigh(tree);
  };
  let next = 0;
  for (; next < Math.max(live, plans.length); next++) {
    const weight = request(next);
    const expected = expectedWeight(plans[next % plans.length] as Shape, next);
    if (weight !== expected) throw new Error(`tree ${next} weighs ${weight} instead of ${expected}`);
  }
  const warm = performance.now() + effort.warmupMs;
  while (performance.now() < warm) request(next++);
  collectGarbage();
  let count = 0;
  const began = performance.now();
  let before = began;
  while (before - began < effort.measureMs && count < times.length) {
    request(next++);
    const now = performance.now();
    times[count++] = now - before;
    before = now;
  }
  const taken = [...times.subarray(0, count)];
  return {
    us: ((before - began) / count) * 1_000,
    p50: quantile(taken, 0.5) * 1_000,
    slowest: taken.reduce((slowest, time) => Math.max(slowest, time), 0) * 1_000,
  };
}
