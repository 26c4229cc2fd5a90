// One end of a MessagePort: posts its messages, or counts what arrives and says when the last one did.
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { OrderCheck } from "./order-check.ts";

/** What a thread is told. */
export interface PortTask {
  readonly port: MessagePort;
  readonly role: "producer" | "consumer";
  readonly messages: number;
  /** Values in a message; 1: the message is the number itself. */
  readonly batch: number;
  /** Word 0: threads that are ready. Word 1: becomes 1 when they may begin. */
  readonly gate: Int32Array;
}

const { port, role, messages, batch, gate } = workerData as PortTask;
if (role === "consumer") consume();
Atomics.add(gate, 0, 1);
if (role === "producer") {
  Atomics.wait(gate, 1, 0);
  produce();
}

function produce(): void {
  let value = 0;
  for (let i = 0; i < messages; i++) {
    if (batch === 1) {
      port.postMessage(++value);
    } else {
      const block = new Int32Array(batch);
      for (let j = 0; j < batch; j++) block[j] = ++value;
      port.postMessage(block);
    }
  }
}

function consume(): void {
  const check = new OrderCheck(1);
  port.on("message", (message: number | Int32Array) => {
    if (typeof message === "number") check.take(message);
    else for (const value of message) check.take(value);
    if (check.values < messages * batch) return;
    parentPort?.postMessage(performance.timeOrigin + performance.now());
    port.close();
  });
}
