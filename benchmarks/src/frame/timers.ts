import { createRequire } from "node:module";
import type { Inputs, Operation } from "../api.ts";
import { createLoop } from "./loop.ts";
import { time, type TimeOptions, type Timing } from "./time.ts";

/** `own` is the published one; the others time the same batches and only cross-check it (they reuse hashed strings). */
export type TimerName = "own" | "mitata" | "benchmark";

type Timer = (operation: Operation, inputs: Inputs, options: TimeOptions) => Promise<Timing>;

export const timers: Readonly<Record<TimerName, Timer>> = {
  own: time,
  mitata: timeWithMitata,
  benchmark: timeWithBenchmark,
};

export function isTimerName(name: string): name is TimerName {
  return Object.hasOwn(timers, name);
}

/** A function that runs the next batch at each call. */
function batches(operation: Operation, inputs: Inputs): () => void {
  const loop = createLoop();
  const { list, batch } = inputs;
  const { run } = operation;
  let from = 0;
  return () => {
    loop(run, list, from, from + batch);
    from = (from + batch) % list.length;
  };
}

async function timeWithMitata(operation: Operation, inputs: Inputs, options: TimeOptions): Promise<Timing> {
  const { measure } = await import("mitata");
  const stats = await measure(batches(operation, inputs), { min_cpu_time: options.measureMs * 1e6 });
  return {
    ns: stats.p50 / inputs.batch,
    batches: stats.ticks,
    operations: stats.ticks * inputs.batch,
  };
}

async function timeWithBenchmark(operation: Operation, inputs: Inputs, options: TimeOptions): Promise<Timing> {
  // A CommonJS package of the AMD days: it only finds its parts when it is required.
  const Benchmark = createRequire(import.meta.url)("benchmark") as typeof import("benchmark");
  const benchmark = new Benchmark("batch", batches(operation, inputs), { maxTime: options.measureMs / 1000 });
  benchmark.run({ async: false });
  const { mean } = benchmark.stats;
  const { cycles, count } = benchmark;
  return { ns: (mean * 1e9) / inputs.batch, batches: cycles * count, operations: cycles * count * inputs.batch };
}
