import { MpmcQueue } from "@watt/electron/threads";
import type { TaskEngine } from "../../api.ts";
import { CAPACITY, type QueueCase } from "../cases.ts";
import type { QueueEngine } from "../queue-engine.ts";
import { transfer } from "../transfer.ts";

export const engine: QueueEngine = {
  valuesPerMs: 5_000,
  create: () => new MpmcQueue({ capacity: CAPACITY }).memory,
  producer(memory) {
    const queue = MpmcQueue.from(memory as SharedArrayBuffer);
    return {
      send: (value) => queue.tryPush(value),
      sendMany(values, from, to) {
        let at = from;
        while (at < to && queue.tryPush(values[at] as number)) at++;
        return at - from;
      },
    };
  },
  consumer(memory) {
    const queue = MpmcQueue.from(memory as SharedArrayBuffer);
    return {
      receive: () => queue.tryPop() ?? -1,
      receiveMany(values) {
        let count = 0;
        while (count < values.length) {
          const value = queue.tryPop();
          if (value === undefined) break;
          values[count++] = value;
        }
        return count;
      },
    };
  },
};

export const task: TaskEngine<QueueCase> = transfer(engine, import.meta.url);
