import { MpscRing } from "@watt/electron/threads";
import type { TaskEngine } from "../../api.ts";
import { CAPACITY, type QueueCase } from "../cases.ts";
import type { QueueEngine } from "../queue-engine.ts";
import { transfer } from "../transfer.ts";

export const engine: QueueEngine = {
  valuesPerMs: 10_000,
  create: (benchmark) =>
    benchmark.consumers > 1
      ? { cannot: "one consumer only" }
      : new MpscRing({ capacity: CAPACITY, lanes: benchmark.producers }).memory,
  producer(memory) {
    const queue = MpscRing.from(memory as SharedArrayBuffer);
    return {
      send: (value) => queue.tryPush(value),
      sendMany: (values, from, to) => queue.pushMany(values, from, to - from),
    };
  },
  consumer(memory) {
    const queue = MpscRing.from(memory as SharedArrayBuffer);
    return { receive: () => queue.tryPop() ?? -1, receiveMany: (values) => queue.popMany(values) };
  },
};

export const task: TaskEngine<QueueCase> = transfer(engine, import.meta.url);
