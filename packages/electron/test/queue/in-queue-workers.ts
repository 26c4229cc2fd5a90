import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** What a worker of the queue tests does, in `queue-worker.ts`. */
export interface QueueTask {
  readonly kind: "SpscRing" | "MpscRing" | "MpmcQueue" | "LockedQueue";
  readonly job: "produce" | "consume" | "write" | "read";
  /** By one at a time, in random batches, or blocking. */
  readonly way: "try" | "batch" | "wait";
  readonly memory: SharedArrayBuffer;
  /** Which producer it is, from 0. */
  readonly id: number;
  readonly rounds: number;
  readonly seed: number;
  /** One word that says, with 1, that they may begin. */
  readonly gate: SharedArrayBuffer;
}

/** Values say who pushed them and as which: 20 bits for the number. */
export const ID_SHIFT = 20;

/** A small deterministic generator: https://en.wikipedia.org/wiki/Xorshift */
export function randomOf(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** The bytes of message number `index`. */
export function messageOf(index: number, length: number): Uint8Array {
  return new Uint8Array(length).fill(index);
}

export interface Running {
  /** What each worker will answer, in the order of the tasks. */
  readonly answers: readonly Promise<unknown>[];
}

/** Starts the workers at the same time, runs `body` meanwhile, and ends them. */
export async function withWorkers<T>(
  tasks: readonly Omit<QueueTask, "gate">[],
  body: (running: Running) => Promise<T>,
): Promise<T> {
  const gate = new Int32Array(new SharedArrayBuffer(4));
  const workers = tasks.map(
    (task) =>
      new Worker(new URL("./queue-worker.ts", import.meta.url), {
        execArgv: ["--conditions=@watt/source"],
        workerData: { ...task, gate: gate.buffer },
      }),
  );
  try {
    await Promise.all(workers.map((worker) => once(worker, "message")));
    const answers = workers.map(async (worker) => (await once(worker, "message"))[0] as unknown);
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    return await body({ answers });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
