import type { Suite } from "../api.ts";
import { describeLoad, type LoadSetting, measureSockets } from "../load/measure-sockets.ts";
import type { Arguments } from "./arguments.ts";
import { effortOf } from "./effort.ts";
import { type Contestant, type Measured, measureOperations } from "./measure-operations.ts";
import { measureTasks } from "./measure-tasks.ts";
import { together } from "./together.ts";

export interface MeasureOptions {
  readonly suite: Suite;
  readonly contestants: readonly Contestant[];
  readonly cases: readonly string[];
  readonly options: Pick<Arguments, "suite" | "rounds" | "quick" | "seed" | "timer" | "connections">;
  readonly allocations: boolean;
  log(line: string): void;
}

/** Measures a suite of any kind; `load` is how sockets were driven. */
export async function measure(wanted: MeasureOptions): Promise<Measured & { readonly load?: LoadSetting }> {
  const { suite, contestants, cases, options, allocations, log } = wanted;
  const effort = effortOf(suite, options.quick);
  const { rounds, seed, timer, connections } = options;
  if (suite.kind === "operation") {
    const job = { suite: options.suite, cases, seed, timer, ...effort };
    return measureOperations({ contestants, rounds, job, together: together(suite, cases), allocations, log });
  }
  if (suite.kind === "task") {
    return measureTasks({ contestants, rounds, job: { suite: options.suite, cases, seed, timer, ...effort }, log });
  }
  const load = describeLoad();
  const plan = { suite, source: options.suite, contestants, cases, rounds, seed, connections, ...effort, log };
  log(`load by ${load.tool}${load.pinned ? ", server on core 0, load on core 1" : ", not pinned to cores"}`);
  return { ...(await measureSockets(plan, load)), load };
}
