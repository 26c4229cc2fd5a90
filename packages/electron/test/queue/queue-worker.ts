import { parentPort, workerData } from "node:worker_threads";
import { LockedQueue } from "../../src/locked/locked-queue.ts";
import { MpmcQueue } from "../../src/queue/mpmc-queue.ts";
import { MpscRing } from "../../src/queue/mpsc-ring.ts";
import type { BatchQueue, MessageConsumer, MessageProducer } from "../../src/queue/queue.ts";
import { SpscRing } from "../../src/queue/spsc-ring.ts";
import { ID_SHIFT, messageOf, type QueueTask, randomOf } from "./in-queue-workers.ts";

const { kind, job, way, memory, id, rounds, seed, gate } = workerData as QueueTask;
const control = new Int32Array(gate);
const random = randomOf(seed);
const classes = { SpscRing, MpscRing, MpmcQueue, LockedQueue };
const queue = classes[kind].from(memory) as BatchQueue & MessageProducer & MessageConsumer;

// Pushes id and number; answers how many were accepted.
function produce(): number {
  const batch = new Int32Array(64);
  let next = 0;
  while (next < rounds && !queue.isClosed) {
    const value = (id << ID_SHIFT) | next;
    if (way === "try") next += Number(queue.tryPush(value));
    else if (way === "wait") next += Number(queue.push(value, 1 + random(5)));
    else {
      const count = 1 + random(Math.min(64, rounds - next));
      for (let i = 0; i < count; i++) batch[i] = value + i;
      next += queue.pushMany(batch, 0, count);
    }
  }
  return next;
}

// Pops until the queue is done; answers the values.
function consume(): Int32Array {
  const values: number[] = [];
  const batch = new Int32Array(64);
  while (!queue.isDone) {
    if (way === "batch") {
      const count = queue.popMany(batch, 0, 1 + random(64));
      for (let i = 0; i < count; i++) values.push(batch[i] as number);
      continue;
    }
    const value = way === "wait" ? queue.pop(1 + random(5)) : queue.tryPop();
    if (value !== undefined) values.push(value);
  }
  return Int32Array.from(values);
}

// Writes messages of random lengths; answers how many.
function write(): number {
  let next = 0;
  while (next < rounds && !queue.isClosed) {
    const message = messageOf(next, random(90));
    while (!(way === "wait" ? queue.write(message, 5) : queue.tryWrite(message)) && !queue.isClosed);
    next++;
  }
  queue.close();
  return next;
}

// Reads messages; answers how many were not what they should be, and how many there were.
function read(): [wrong: number, count: number] {
  const target = new Uint8Array(90);
  let wrong = 0;
  let count = 0;
  while (!queue.isDone) {
    const length = way === "wait" ? queue.read(target, 5) : queue.tryRead(target);
    if (length < 0) continue;
    if (!target.subarray(0, length).every((byte) => byte === count % 256)) wrong++;
    count++;
  }
  return [wrong, count];
}

parentPort?.postMessage("ready");
Atomics.wait(control, 0, 0);
parentPort?.postMessage({ produce, consume, write, read }[job]());
