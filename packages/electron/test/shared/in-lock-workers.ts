import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** What a worker of these tests does, in `lock-worker.ts`. */
export interface LockTask {
  readonly job: "guard" | "hold" | "seqLock" | "lockedCell" | "answer";
  readonly memory: SharedArrayBuffer;
  readonly extra: SharedArrayBuffer;
  readonly rounds: number;
}

/** Starts a worker. */
export function lockWorker(task: Omit<LockTask, "extra"> & { extra?: SharedArrayBuffer }): Worker {
  return new Worker(new URL("./lock-worker.ts", import.meta.url), {
    execArgv: ["--conditions=@watt/source"],
    workerData: { extra: new SharedArrayBuffer(4), ...task },
  });
}

/** Runs a job in so many workers, and gives what they answered. */
export async function inLockWorkers(count: number, task: Parameters<typeof lockWorker>[0]): Promise<unknown[]> {
  const workers = Array.from({ length: count }, () => lockWorker(task));
  try {
    return (await Promise.all(workers.map((worker) => once(worker, "message")))).flat();
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
