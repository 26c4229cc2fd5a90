import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { SharedCache } from "../../src/threads/index.ts";
import { inWorkers, startWorker } from "./in-workers.ts";
import { isWhole, keyOf, mixed } from "./self-describing.ts";

const FULL = process.env["WATT_FULL"] === "1";
const LONG = FULL ? 600_000 : 30_000;

test("increments of four workers add up", { timeout: LONG }, async () => {
  const rounds = FULL ? 300_000 : 9000;
  const cache = new SharedCache({ bytes: 2 ** 17, maxEntryBytes: 100, handles: 5 });
  await inWorkers(4, { job: "increment", memory: cache.memory, rounds });
  const sums = [0, 1, 2].map((n) => cache.increment(`n${n}`, 0));
  expect(sums).toEqual([0, 1, 2].map((n) => 4 * Math.ceil((rounds - n) / 3)));
});

test.each([
  ["room for all", 2 ** 18],
  ["one page for all", 64 + 5 * 320 + 26 * 1024 + 4],
])("with %s, readers never see parts of two values", { timeout: LONG }, async (_, bytes) => {
  const rounds = FULL ? 400_000 : 10_000;
  const cache = new SharedCache({ bytes, maxEntryBytes: 110, handles: 5 });
  const answers = await inWorkers(4, { job: "values", memory: cache.memory, rounds });
  for (const answer of answers) expect(answer).toEqual({ wrong: 0, seen: expect.any(Number) });
  expect((answers as { seen: number }[]).every(({ seen }) => seen > rounds / 20)).toBe(true);
});

/**
 * Workers are killed at any point of what they do, and others take over their handles. Meanwhile this thread works on:
 * each of its operations ends, and finds whole values.
 */
test("workers that are killed block nobody and corrupt nothing", { timeout: LONG }, async () => {
  const deaths = FULL ? 500 : 6;
  const cache = new SharedCache({ bytes: 64 + 3 * 320 + 11 * 1024 + 8, maxEntryBytes: 110, handles: 3 });
  const gate = new Int32Array(new SharedArrayBuffer(8));
  const start = (id: number, rounds: number) =>
    startWorker({ job: "die", memory: cache.memory, id, rounds, gate: gate.buffer });
  const workers = [start(1, 0), start(2, 0)];
  await Promise.all(workers.map((worker) => once(worker, "message")));
  let last = 0;
  for (let death = 1; death <= deaths; death++) {
    const victim = death % 2;
    await sleep(mixed(death, 7) % 4);
    const ended = workers[victim]?.terminate();
    for (let i = 0; i < 300; i++) {
      const random = mixed(death, i);
      const key = keyOf(random % 8);
      const value = cache.get(key);
      if (value !== undefined) expect(isWhole(random % 8, value)).toBe(true);
      if (i % 3 === 0) last = cache.increment("mine") ?? -1;
    }
    await ended;
    const heir = start(1 + victim, death * 1_000_000);
    workers[victim] = heir;
    await once(heir, "message");
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  // The bucket is full enough to forget this counter, but hardly each time.
  expect(last).toBeGreaterThan(0);
  expect(Atomics.load(gate, 1)).toBeGreaterThan(deaths);
  expectNoPageLost(cache);
});

// After two more instances have looked after the handles of the last two that died.
function expectNoPageLost(cache: SharedCache): void {
  for (const handle of [1, 2]) SharedCache.from(cache.memory, { handle });
  const words = new Int32Array(cache.memory);
  const spares = [0, 1, 2].flatMap((handle) => [...words.subarray(16 + 80 * handle + 3, 16 + 80 * handle + 6)]);
  const pages = [...words.subarray(words[2]), ...spares];
  expect(new Set(pages).size).toBe(pages.length);
}
