// One thread of a cache's users: does its share of gets and sets, and says how long it took.
import { parentPort, workerData } from "node:worker_threads";
import type { CacheEngine } from "./cache-engine.ts";
import { type CacheCase, KEYS, VALUE_BYTES } from "./cases.ts";

/** What a thread is told. */
export interface CacheTask {
  /** File of the engine. */
  readonly engine: string;
  readonly memory: unknown;
  readonly work: CacheCase["work"];
  readonly threads: number;
  readonly warmupMs: number;
  readonly measureMs: number;
  /** Word 0: threads that are ready. */
  readonly gate: Int32Array;
}

/** One set in this many calls of the mixed work. */
const SET_EVERY = 10;
const BLOCK = 1_024;

const task = workerData as CacheTask;
const { engine } = (await import(task.engine)) as { readonly engine: CacheEngine };
const cache = engine.attach(task.memory);
const keys = Array.from({ length: KEYS }, (_, i) => `session:${(i * 2_654_435_761) >>> 0}`);
// The first byte says which key a value belongs to, and the rest repeats it: a torn value shows.
const values = keys.map((_, i) => new Uint8Array(VALUE_BYTES).fill(i));
let next = 0;

keys.forEach((key, i) => cache.set(key, values[i] as Uint8Array));
Atomics.add(task.gate, 0, 1);
while (Atomics.load(task.gate, 0) < task.threads);
const warm = performance.now() + task.warmupMs;
while (performance.now() < warm) run();
const began = performance.now();
let calls = 0;
while (performance.now() - began < task.measureMs) {
  run();
  calls += BLOCK;
}
const took = performance.now() - began;
check();
parentPort?.postMessage((took * 1e6) / calls);

function run(): void {
  const { work } = task;
  for (let i = 0; i < BLOCK; i++) {
    const at = next++ % KEYS;
    const key = keys[at] as string;
    if (work === "set" || (work === "mixed" && i % SET_EVERY === 0)) cache.set(key, values[at] as Uint8Array);
    else if (cache.get(key)?.length !== VALUE_BYTES) throw new Error(`${key} is gone`);
  }
}

function check(): void {
  keys.forEach((key, i) => {
    const value = cache.get(key);
    if (value?.length !== VALUE_BYTES || value.some((byte) => byte !== (i & 255))) throw new Error(`${key} is torn`);
  });
}
