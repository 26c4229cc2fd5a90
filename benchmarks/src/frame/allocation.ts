import { GCProfiler } from "node:v8";
import type { Inputs, Operation } from "../api.ts";
import { createLoop } from "./loop.ts";
import { median } from "./statistics.ts";

export interface Allocation {
  /** Median bytes (V8 heap plus external memory) that one operation allocates; the price of looking is subtracted. */
  readonly bytes: number;
  /** Samples that counted: no collection ran during them. */
  readonly samples: number;
  /** Samples thrown away because a collection ran. */
  readonly spoiled: number;
}

/** Node flags under which `allocation` works: a young generation that holds a whole sample without a collection. */
export const ALLOCATION_FLAGS: readonly string[] = [
  "--expose-gc",
  "--max-semi-space-size=256",
  "--min-semi-space-size=256",
  "--no-concurrent-recompilation",
];

const SAMPLES = 7;
const ATTEMPTS = 21;
const WARM_MS = 150;

/** Measures bytes per operation as a heap delta over one batch in which no collection ran. */
export async function allocation(operation: Operation, inputs: Inputs): Promise<Allocation> {
  if (globalThis.gc === undefined) throw new Error(`allocation needs the flags ${ALLOCATION_FLAGS.join(" ")}`);
  const { list, batch } = inputs;
  const { run, isAsync } = operation;
  const loop = createLoop(isAsync);
  const warm = performance.now() + WARM_MS;
  for (let from = 0; performance.now() < warm; from = (from + batch) % list.length) {
    inputs.refresh?.(from, from + batch);
    await loop(run, list, from, from + batch);
  }
  const bytes: number[] = [];
  let spoiled = 0;
  for (let attempt = 0; attempt < ATTEMPTS && bytes.length < SAMPLES; attempt++) {
    const from = (attempt * batch) % list.length;
    inputs.refresh?.(from, from + batch);
    const looking = await grown(() => loop(run, list, from, from));
    const working = await grown(() => loop(run, list, from, from + batch));
    if (looking === undefined || working === undefined) spoiled++;
    else bytes.push((working - looking) / batch);
  }
  return { bytes: median(bytes), samples: bytes.length, spoiled };
}

/** Bytes by which the heap grew during the work; undefined when a collection ran, which makes the delta worthless. */
async function grown(work: () => Promise<void> | undefined): Promise<number | undefined> {
  globalThis.gc?.();
  const profiler = new GCProfiler();
  profiler.start();
  const before = used();
  const pending = work();
  if (pending !== undefined) await pending;
  const after = used();
  return profiler.stop().statistics.length === 0 ? after - before : undefined;
}

function used(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
