import { Worker } from "node:worker_threads";
import type { Case, TaskEngine, TaskSuite } from "../api.ts";
import type { CounterTask } from "./thread.ts";

const WORDS_IN_LINE = 16;
const ADDS_PER_MS = 20_000;
const ADDS_SHARED_PER_MS = 5_000;

/** Two threads add to a counter each; the counters lie `words` apart. */
function counters(words: number, addsPerMs: number): TaskEngine {
  return {
    async run(_benchmark, { measureMs }) {
      const adds = addsPerMs * measureMs;
      // The gate has a line of its own.
      const memory = new Int32Array(new SharedArrayBuffer(4 * 4 * WORDS_IN_LINE));
      const times = await Promise.all(
        [0, 1].map((thread) => count({ memory, at: 2 * WORDS_IN_LINE + thread * words, adds })),
      );
      return { ns: (Math.max(...times) * 1e6) / adds };
    },
  };
}

function count(workerData: CounterTask): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./thread.ts", import.meta.url), { workerData });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

/** What it costs when two threads write words that share a cache line. */
export const padding: TaskSuite<Case> = {
  kind: "task",
  name: "padding",
  title: "False sharing",
  caveats: ["Two threads on two cores; each adds to a word that the other one never touches."],
  reference: "own lines",
  metrics: [{ name: "ns", title: "Time", explained: "ns for one Atomics.add: median of rounds, least–most" }],
  cases: [{ name: "two counters", group: "padding" }],
  engines: [
    { name: "own lines", packages: [], load: async () => counters(WORDS_IN_LINE, ADDS_PER_MS) },
    { name: "one line", packages: [], load: async () => counters(1, ADDS_SHARED_PER_MS) },
  ],
};
