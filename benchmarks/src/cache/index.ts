import type { TaskSuite } from "../api.ts";
import { type CacheCase, cases, KEYS, VALUE_BYTES } from "./cases.ts";

/** One cache for all threads. */
export const cache: TaskSuite<CacheCase> = {
  kind: "task",
  name: "cache",
  title: "A cache that threads share",
  caveats: [
    `${KEYS} keys of about 18 letters, which stay the same strings: a Map keeps their hashes. Values of ${VALUE_BYTES} bytes; everything fits.`,
    "With two threads the figure is the time of one call in the slower thread, while the other one calls as well.",
    "mixed: nine gets to one set.",
  ],
  reference: "message-port",
  metrics: [{ name: "ns", title: "Time", explained: "ns per call: median of rounds, least–most" }],
  cases,
  engines: [
    {
      name: "SharedCache",
      own: true,
      note: "get gives a copy",
      packages: ["@watt/electron"],
      load: async () => (await import("./engines/shared-cache.ts")).task,
    },
    {
      name: "LockedCache",
      own: true,
      note: "the mutex twin",
      packages: ["@watt/electron"],
      load: async () => (await import("./engines/locked-cache.ts")).task,
    },
    {
      name: "Map",
      note: "UNEQUAL: one thread, gives the array that was set, has no bound and no times to live",
      packages: [],
      load: async () => (await import("./engines/map.ts")).task,
    },
    {
      name: "message-port",
      note: "a Map in another thread, one round trip a call",
      packages: [],
      load: async () => (await import("./engines/message-port.ts")).task,
    },
  ],
};
