import { setFlagsFromString } from "node:v8";
import type { Operation } from "../api.ts";

/** Runs inputs [from, to) of the list; gives a promise where each result is awaited. */
export type Loop = (
  run: Operation["run"],
  list: readonly unknown[],
  from: number,
  to: number,
) => Promise<void> | undefined;

/** Where each result goes, so that V8 cannot drop the work. Reachable from a global: it escapes. */
export const sink: { value: unknown } = { value: undefined };
Object.assign(globalThis, { wattBenchmarkSink: sink });

let compiled = 0;

// Why: once V8's middle compiler (Maglev) had compiled the caller of a loop, its own copy of the loop ran there in place
// of the best code (measured: an arena's alloc took 8.2 ns instead of 2.6, from some 2,000 batches on). What is never
// optimised takes no copy: the loop then always runs its own best code, as a hot function of a program does.
setFlagsFromString("--allow-natives-syntax");
const neverOptimize = new Function("f", "%NeverOptimizeFunction(f)") as (f: Loop) => void;

/**
 * A loop of its own for each case: distinct source text gives distinct type feedback, so the call in it stays
 * monomorphic however many cases one process runs.
 */
export function createLoop(isAsync = false): Loop {
  const name = `loop${compiled++}`;
  const source = `return ${isAsync ? "async " : ""}function ${name}(run, list, from, to) {
    for (let i = from; i < to; i++) sink.value = ${isAsync ? "await " : ""}run(list[i]);
  }`;
  const loop = new Function("sink", source)(sink) as Loop;
  const call: Loop = (run, list, from, to) => loop(run, list, from, to);
  neverOptimize(call);
  return call;
}
