import { LockedQueue } from "@watt/electron/locked";
import type { TaskEngine } from "../../api.ts";
import { CAPACITY, type QueueCase } from "../cases.ts";
import type { QueueEngine } from "../queue-engine.ts";
import { transfer } from "../transfer.ts";

export const engine: QueueEngine = {
  valuesPerMs: 1_000,
  create: () => new LockedQueue({ capacity: CAPACITY }).memory,
  producer(memory) {
    const queue = LockedQueue.from(memory as SharedArrayBuffer);
    return {
      send: (value) => queue.tryPush(value),
      sendMany: (values, from, to) => queue.pushMany(values, from, to - from),
    };
  },
  consumer(memory) {
    const queue = LockedQueue.from(memory as SharedArrayBuffer);
    return { receive: () => queue.tryPop() ?? -1, receiveMany: (values) => queue.popMany(values) };
  },
};

export const task: TaskEngine<QueueCase> = transfer(engine, import.meta.url);
