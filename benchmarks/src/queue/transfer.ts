import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { TaskEffort, TaskEngine, TaskFigures } from "../api.ts";
import type { QueueCase } from "./cases.ts";
import type { QueueEngine } from "./queue-engine.ts";
import type { Received, ThreadTask } from "./thread.ts";

const THREAD = new URL("./thread.ts", import.meta.url);

/** Makes a task of a queue: all threads are workers, and this thread only waits. `url` is the engine's module. */
export function transfer(engine: QueueEngine, url: string): TaskEngine<QueueCase> {
  return {
    async run(benchmark, effort) {
      const memory = engine.create(benchmark);
      if (isRefusal(memory)) return memory;
      return move(engine, url, memory, benchmark, effort);
    },
  };
}

async function move(
  engine: QueueEngine,
  url: string,
  memory: unknown,
  benchmark: QueueCase,
  effort: TaskEffort,
): Promise<TaskFigures> {
  const { producers, consumers, batch } = benchmark;
  const speed = engine.valuesPerMs * Math.min(batch, 16);
  const values = Math.ceil((speed * effort.measureMs) / producers / batch) * batch;
  const gate = new Int32Array(new SharedArrayBuffer(8));
  const head = { engine: fileURLToPath(url), memory, batch, values, producers, gate };
  const tasks: ThreadTask[] = [];
  for (let number = 0; number < consumers; number++) {
    tasks.push({ ...head, role: "consumer", number, endMarks: producers / consumers });
  }
  for (let number = 0; number < producers; number++) {
    tasks.push({ ...head, role: "producer", number, endMarks: 1 });
  }
  const results = tasks.map(start);
  while (Atomics.load(gate, 0) < tasks.length) await new Promise((resolve) => setTimeout(resolve, 2));
  const began = performance.timeOrigin + performance.now();
  Atomics.store(gate, 1, 1);
  Atomics.notify(gate, 1);
  const received = (await Promise.all(results)).filter((result) => result !== undefined);
  check(received, producers * values);
  const ms = Math.max(...received.map(({ ended }) => ended)) - began;
  return { perSecond: (producers * values) / ms / 1_000 };
}

function start(workerData: ThreadTask): Promise<Received | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(THREAD, { workerData });
    let result: Received | undefined;
    worker.once("message", (received: Received) => (result = received));
    worker.once("error", reject);
    worker.once("exit", () => resolve(result));
  });
}

function check(received: readonly Received[], count: number): void {
  const values = received.reduce((total, one) => total + one.values, 0);
  const sum = received.reduce((total, one) => (total + one.sum) | 0, 0);
  // 1 + 2 + … + count, modulo 2^32.
  const expected = Number(BigInt.asIntN(32, (BigInt(count) * BigInt(count + 1)) / 2n));
  if (values !== count || sum !== expected) throw new Error(`${values} of ${count} values came, with sum ${sum}`);
}

function isRefusal(made: unknown): made is { readonly cannot: string } {
  return typeof made === "object" && made !== null && "cannot" in made;
}
