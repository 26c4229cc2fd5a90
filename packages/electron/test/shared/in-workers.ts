import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** What a worker of these tests does, in `worker.ts`. */
export interface Task {
  readonly job: "count" | "record" | "increment" | "values" | "die";
  readonly memory: SharedArrayBuffer;
  /** Which of the workers it is, from 0. */
  readonly id: number;
  readonly rounds: number;
  /** One word that says, with 1, that they may begin. Word 1 counts the operations that a worker finished. */
  readonly gate: SharedArrayBuffer;
}

/** Starts a worker. */
export function startWorker(task: Task): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), {
    execArgv: ["--conditions=@watt/source"],
    workerData: task,
  });
}

/** Runs one job in several workers at the same time, and gives what each of them answered. */
export async function inWorkers(
  count: number,
  task: Omit<Task, "id" | "gate">,
  meanwhile: () => void = () => undefined,
): Promise<unknown[]> {
  const gate = new Int32Array(new SharedArrayBuffer(8));
  const workers = Array.from({ length: count }, (_, id) => startWorker({ ...task, id, gate: gate.buffer }));
  try {
    await Promise.all(workers.map((worker) => once(worker, "message")));
    const answers = Promise.all(workers.map((worker) => once(worker, "message")));
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    meanwhile();
    return (await answers).map(([answer]) => answer as unknown);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
