import { RingBuffer } from "ringbuf.js";
import type { TaskEngine } from "../../api.ts";
import { CAPACITY, type QueueCase } from "../cases.ts";
import type { QueueEngine } from "../queue-engine.ts";
import { transfer } from "../transfer.ts";

/** Its single form takes an array of one, which is how it is used. */
export const engine: QueueEngine = {
  valuesPerMs: 8_000,
  create: ({ producers, consumers }) =>
    producers + consumers > 2
      ? { cannot: "one producer and one consumer only" }
      : RingBuffer.getStorageForCapacity(CAPACITY, Int32Array),
  producer(memory) {
    const ring = new RingBuffer(memory as SharedArrayBuffer, Int32Array);
    const one = new Int32Array(1);
    return {
      send(value) {
        one[0] = value;
        return ring.push(one, 1) === 1;
      },
      sendMany: (values, from, to) => ring.push(values, to - from, from),
    };
  },
  consumer(memory) {
    const ring = new RingBuffer(memory as SharedArrayBuffer, Int32Array);
    const one = new Int32Array(1);
    return {
      receive: () => (ring.pop(one, 1) === 1 ? (one[0] as number) : -1),
      receiveMany: (values) => ring.pop(values, values.length),
    };
  },
};

export const task: TaskEngine<QueueCase> = transfer(engine, import.meta.url);
