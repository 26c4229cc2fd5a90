import { MessageChannel, Worker } from "node:worker_threads";
import type { TaskEngine } from "../../api.ts";
import type { QueueCase } from "../cases.ts";
import type { PortTask } from "../port-thread.ts";

const VALUES_PER_MS = 600;

/** postMessage of integers from one worker to another; arrays of integers in the cases with batches. */
export const task: TaskEngine<QueueCase> = {
  async run({ producers, consumers, batch }, { measureMs }) {
    if (producers + consumers > 2) return { cannot: "a port connects two" };
    const { port1, port2 } = new MessageChannel();
    const messages = Math.ceil((VALUES_PER_MS * measureMs) / (batch === 1 ? 1 : 4));
    const gate = new Int32Array(new SharedArrayBuffer(8));
    const head = { batch, messages, gate };
    const results = [
      start({ ...head, port: port1, role: "consumer" }),
      start({ ...head, port: port2, role: "producer" }),
    ];
    while (Atomics.load(gate, 0) < 2) await new Promise((resolve) => setTimeout(resolve, 2));
    const began = performance.timeOrigin + performance.now();
    Atomics.store(gate, 1, 1);
    Atomics.notify(gate, 1);
    const ended = (await Promise.all(results))[0];
    if (ended === undefined) throw new Error("the consumer did not end");
    return { perSecond: (messages * batch) / (ended - began) / 1_000 };
  },
};

function start(workerData: PortTask): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("../port-thread.ts", import.meta.url), {
      workerData,
      transferList: [workerData.port],
    });
    let ended: number | undefined;
    worker.once("message", (time: number) => (ended = time));
    worker.once("error", reject);
    worker.once("exit", () => resolve(ended));
  });
}
