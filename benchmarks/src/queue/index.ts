import type { TaskSuite } from "../api.ts";
import { CAPACITY, cases, type QueueCase } from "./cases.ts";

const SINGLE = "1 to 1/single";
const BATCH = "1 to 1/256 at once";
const port = { engine: "message-port" };

/** Integers from thread to thread. */
export const queue: TaskSuite<QueueCase> = {
  kind: "task",
  name: "queue",
  title: "Queues between threads",
  caveats: [
    "All threads spin and do nothing else: an upper bound. Rows with more threads than cores measure the scheduler as well.",
    `Every value is checked: order for each producer, count and sum. All rings have room for ${CAPACITY} values.`,
    "message-port carries one number a message, or an Int32Array a message in the columns with batches: it copies and wakes up an event loop.",
  ],
  reference: "message-port",
  metrics: [
    { name: "perSecond", title: "Million values/s", explained: "more is better: median of rounds, least–most" },
  ],
  goals: [
    { engine: "spsc-ring", case: SINGLE, metric: "perSecond", least: 10 },
    { engine: "spsc-ring", case: SINGLE, metric: "perSecond", against: port, least: 20 },
    { engine: "spsc-ring", case: BATCH, metric: "perSecond", against: { ...port, case: SINGLE }, least: 100 },
    { engine: "mpsc-ring", case: SINGLE, metric: "perSecond", least: 10 },
  ],
  cases,
  engines: [
    {
      name: "spsc-ring",
      own: true,
      packages: ["@watt/electron"],
      load: async () => (await import("./engines/spsc-ring.ts")).task,
    },
    {
      name: "mpsc-ring",
      own: true,
      packages: ["@watt/electron"],
      load: async () => (await import("./engines/mpsc-ring.ts")).task,
    },
    {
      name: "mpmc-queue",
      own: true,
      note: "has no batch form of its own: a batch is a loop",
      packages: ["@watt/electron"],
      load: async () => (await import("./engines/mpmc-queue.ts")).task,
    },
    {
      name: "locked-queue",
      own: true,
      note: "the mutex twin",
      packages: ["@watt/electron"],
      load: async () => (await import("./engines/locked-queue.ts")).task,
    },
    {
      name: "ringbuf.js",
      packages: ["ringbuf.js"],
      load: async () => (await import("./engines/ringbuf.ts")).task,
    },
    {
      name: "message-port",
      note: "UNEQUAL: unbounded, carries anything",
      packages: [],
      load: async () => (await import("./engines/message-port.ts")).task,
    },
  ],
};
