import type { TaskSuite } from "../api.ts";
import { cases, type TreeCase } from "./cases.ts";

const objects = { engine: "objects" };

/** Trees that requests build and hold. */
export const trees: TaskSuite<TreeCase> = {
  kind: "task",
  name: "trees",
  title: "Trees of 200 nodes, one for each request, held while other requests run",
  caveats: [
    "The workload flatters arenas: integers only, trees of one size that are built once and dropped whole, no strings, no growth.",
    "Trees that die at once cost V8 little. What arenas save is the collector's work on what stays, most of it in the slowest requests.",
    "The slowest request of a second is one sample, and other programs on the machine show in it.",
  ],
  reference: "objects",
  metrics: [
    { name: "us", title: "µs a request", explained: "mean of all requests, collections included" },
    { name: "p50", title: "µs of the median request", explained: "half of the requests are faster" },
    { name: "slowest", title: "µs of the slowest request", explained: "the worst of the run" },
  ],
  goals: [
    ...cases.map(({ name }) => ({ engine: "arena-of-pools", case: name, metric: "us", against: objects, most: 0.64 })),
    { engine: "arena-of-pools", case: "live/1024", metric: "slowest", against: objects, most: 0.1 },
  ],
  cases,
  engines: [
    {
      name: "arena-of-pools",
      own: true,
      packages: ["@watt/electron"],
      load: async () => (await import("./engines/arena-of-pools.ts")).task,
    },
    { name: "objects", packages: [], load: async () => (await import("./engines/objects.ts")).task },
  ],
};
