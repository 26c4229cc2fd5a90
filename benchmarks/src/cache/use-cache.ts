import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { TaskEngine } from "../api.ts";
import type { CacheEngine } from "./cache-engine.ts";
import type { CacheCase } from "./cases.ts";
import type { CacheTask } from "./thread.ts";

/** Makes a task of a cache: its users are workers. `url` is the engine's module. */
export function useCache(engine: CacheEngine, url: string): TaskEngine<CacheCase> {
  return {
    async run(benchmark, { warmupMs, measureMs }) {
      const memory = engine.create(benchmark);
      if (typeof memory === "object" && memory !== null && "cannot" in memory) return { cannot: String(memory.cannot) };
      const { work, threads } = benchmark;
      const gate = new Int32Array(new SharedArrayBuffer(4));
      const workerData = { engine: fileURLToPath(url), memory, work, threads, warmupMs, measureMs, gate };
      const times = await Promise.all(Array.from({ length: threads }, () => start(workerData)));
      return { ns: Math.max(...times) };
    },
  };
}

function start(workerData: CacheTask): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./thread.ts", import.meta.url), { workerData });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
