// Adds to one word while another thread adds to another word; says how long it took.
import { parentPort, workerData } from "node:worker_threads";

/** What a thread is told. */
export interface CounterTask {
  /** Word 0 counts the threads that are ready. */
  readonly memory: Int32Array;
  /** The word that this thread adds to. */
  readonly at: number;
  readonly adds: number;
}

const { memory, at, adds } = workerData as CounterTask;
const WARM = 100_000;

add(WARM);
Atomics.add(memory, 0, 1);
while (Atomics.load(memory, 0) < 2);
const began = performance.now();
add(adds);
const took = performance.now() - began;
if (Atomics.load(memory, at) !== WARM + adds) throw new Error("adds were lost");
parentPort?.postMessage(took);

function add(times: number): void {
  for (let i = 0; i < times; i++) Atomics.add(memory, at, 1);
}
