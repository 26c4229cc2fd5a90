import type { Operation } from "../api.ts";

/** Runs inputs [from, to) of the list. */
export type Loop = (run: Operation["run"], list: readonly unknown[], from: number, to: number) => void;

/** Where each result goes, so that V8 cannot drop the work. Reachable from a global: it escapes. */
export const sink: { value: unknown } = { value: undefined };
Object.assign(globalThis, { wattBenchmarkSink: sink });

let compiled = 0;

/**
 * A loop of its own for each case: distinct source text gives distinct type feedback, so the call in it stays
 * monomorphic however many cases one process runs.
 */
export function createLoop(): Loop {
  const name = `loop${compiled++}`;
  const source = `return function ${name}(run, list, from, to) {
    for (let i = from; i < to; i++) sink.value = run(list[i]);
  }`;
  return new Function("sink", source)(sink) as Loop;
}
