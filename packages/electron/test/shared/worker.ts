import { parentPort, workerData } from "node:worker_threads";
import { SharedCache } from "../../src/shared/shared-cache.ts";
import { SharedCounter } from "../../src/shared/shared-counter.ts";
import { SharedHistogram } from "../../src/shared/shared-histogram.ts";
import type { Task } from "./in-workers.ts";
import { isWhole, keyOf, mixed, valueOf } from "./self-describing.ts";

const { job, memory, id, rounds, gate } = workerData as Task;
const control = new Int32Array(gate);

const jobs: Record<Task["job"], () => unknown> = {
  count() {
    const counter = SharedCounter.from(memory);
    for (let i = 0; i < rounds; i++) counter.add(i % 3);
    return counter.value();
  },
  record() {
    const histogram = SharedHistogram.from(memory);
    for (let i = 0; i < rounds; i++) histogram.record(i);
    return undefined;
  },
  increment() {
    const cache = SharedCache.from(memory);
    for (let i = 0; i < rounds; i++) cache.increment(`n${i % 3}`);
    cache.close();
    return undefined;
  },
  // Sets, reads and deletes values that tell what they are; answers how many were something else.
  values() {
    const cache = SharedCache.from(memory);
    let wrong = 0;
    let seen = 0;
    for (let i = 0; i < rounds; i++) {
      const random = mixed(id, i);
      const key = keyOf(random % 40);
      if (random % 7 === 0) cache.delete(key);
      else if (random % 3 === 0) cache.set(key, valueOf(random % 40, random >>> 8), random % 5 === 0 ? 1 : Infinity);
      const value = cache.get(key);
      if (value === undefined) continue;
      seen++;
      if (!isWhole(random % 40, value)) wrong++;
    }
    cache.close();
    return { wrong, seen };
  },
  // Works on handle `id` until it is killed.
  die() {
    const cache = SharedCache.from(memory, { handle: id });
    for (let i = rounds; ; i++) {
      const random = mixed(id, i);
      const key = keyOf(random % 8);
      if (random % 5 === 0) cache.delete(key);
      else if (random % 5 < 3) cache.set(key, valueOf(random % 8, random >>> 8));
      else if (random % 5 === 3) cache.get(key);
      else cache.increment("deaths");
      Atomics.add(control, 1, 1);
    }
  },
};

parentPort?.postMessage("ready");
if (job !== "die") Atomics.wait(control, 0, 0, 20_000);
parentPort?.postMessage(jobs[job]());
