// One thread of a transfer: sends its share, or receives until all have said that they are done.
import { parentPort, workerData } from "node:worker_threads";
import { OrderCheck } from "./order-check.ts";
import type { Consumer, Producer, QueueEngine } from "./queue-engine.ts";

/** What a thread is told. */
export interface ThreadTask {
  /** File of the engine. */
  readonly engine: string;
  readonly memory: unknown;
  readonly role: "producer" | "consumer";
  readonly batch: number;
  /** Values that each producer sends. */
  readonly values: number;
  readonly producers: number;
  /** Which of the producers this one is. */
  readonly number: number;
  /** End marks that this producer sends, or that this consumer waits for. */
  readonly endMarks: number;
  /** Word 0: threads that are ready. Word 1: becomes 1 when they may begin. */
  readonly gate: Int32Array;
}

/** What a consumer found. */
export interface Received {
  readonly values: number;
  /** Sum of all values, modulo 2^32. */
  readonly sum: number;
  /** Milliseconds since the epoch of the performance clock. */
  readonly ended: number;
}

// Values are (round * producers + number) + 1, so that a consumer knows whose each is; 0 is the end mark.
const END = 0;

const task = workerData as ThreadTask;
const { engine } = (await import(task.engine)) as { readonly engine: QueueEngine };
const endpoint = task.role === "producer" ? engine.producer(task.memory) : engine.consumer(task.memory);
Atomics.add(task.gate, 0, 1);
Atomics.notify(task.gate, 0);
Atomics.wait(task.gate, 1, 0);
if (task.role === "producer") produce(endpoint as Producer);
else parentPort?.postMessage(consume(endpoint as Consumer));

function produce(producer: Producer): void {
  const { values, producers, number, batch } = task;
  if (batch === 1) {
    for (let i = 0; i < values; i++) while (!producer.send(i * producers + number + 1));
  } else {
    const block = new Int32Array(batch);
    for (let i = 0; i < values; i += batch) {
      for (let j = 0; j < batch; j++) block[j] = (i + j) * producers + number + 1;
      for (let sent = 0; sent < batch;) sent += producer.sendMany?.(block, sent, batch) ?? 0;
    }
  }
  for (let i = 0; i < task.endMarks; i++) while (!producer.send(END));
}

function consume(consumer: Consumer): Received {
  const check = new OrderCheck(task.producers);
  let ends = 0;
  if (task.batch === 1) {
    while (ends < task.endMarks) {
      const value = consumer.receive();
      if (value === END) ends++;
      else if (value !== -1) check.take(value);
    }
  } else {
    const block = new Int32Array(task.batch);
    while (ends < task.endMarks) {
      const count = consumer.receiveMany?.(block) ?? 0;
      for (let i = 0; i < count; i++) {
        const value = block[i] as number;
        if (value === END) ends++;
        else check.take(value);
      }
    }
  }
  return { values: check.values, sum: check.sum, ended: performance.timeOrigin + performance.now() };
}
