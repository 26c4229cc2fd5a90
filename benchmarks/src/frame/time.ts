import type { Inputs, Operation } from "../api.ts";
import { createLoop } from "./loop.ts";
import { median } from "./statistics.ts";

export interface TimeOptions {
  readonly warmupMs: number;
  readonly measureMs: number;
}

export interface Timing {
  /** Median over batches, nanoseconds per operation. */
  readonly ns: number;
  readonly batches: number;
  readonly operations: number;
}

const LEAST_BATCHES = 15;

/** Times whole batches (never single calls); new strings are made between batches, off the clock. */
export async function time(operation: Operation, inputs: Inputs, options: TimeOptions): Promise<Timing> {
  const { list, batch } = inputs;
  const { run, isAsync } = operation;
  const loop = createLoop(isAsync);
  let from = 0;
  const next = async (): Promise<number> => {
    inputs.refresh?.(from, from + batch);
    const start = process.hrtime.bigint();
    const pending = loop(run, list, from, from + batch);
    if (pending !== undefined) await pending;
    const elapsed = Number(process.hrtime.bigint() - start);
    from = (from + batch) % list.length;
    return elapsed / batch;
  };
  const warm = performance.now() + options.warmupMs;
  while (performance.now() < warm) await next();
  const samples: number[] = [];
  const end = performance.now() + options.measureMs;
  while (performance.now() < end || samples.length < LEAST_BATCHES) samples.push(await next());
  return { ns: median(samples), batches: samples.length, operations: samples.length * batch };
}
