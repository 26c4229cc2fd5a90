import { SpscRing } from "@watt/electron/threads";
import type { TaskEngine } from "../../api.ts";
import { CAPACITY, type QueueCase } from "../cases.ts";
import type { QueueEngine } from "../queue-engine.ts";
import { transfer } from "../transfer.ts";

export const engine: QueueEngine = {
  valuesPerMs: 20_000,
  create: ({ producers, consumers }) =>
    producers + consumers > 2
      ? { cannot: "one producer and one consumer only" }
      : new SpscRing({ capacity: CAPACITY }).memory,
  producer(memory) {
    const ring = SpscRing.from(memory as SharedArrayBuffer);
    return {
      send: (value) => ring.tryPush(value),
      sendMany: (values, from, to) => ring.pushMany(values, from, to - from),
    };
  },
  consumer(memory) {
    const ring = SpscRing.from(memory as SharedArrayBuffer);
    return { receive: () => ring.tryPop() ?? -1, receiveMany: (values) => ring.popMany(values) };
  },
};

export const task: TaskEngine<QueueCase> = transfer(engine, import.meta.url);
