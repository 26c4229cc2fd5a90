import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import {
  Arena,
  ArenaOfPools,
  BitSet,
  BufferPool,
  escapeHtmlBytes,
  Interner,
  Pool,
  SizeClasses,
  xxh64,
} from "../src/index.ts";
import { MpmcQueue, Mutex, SharedCache, SharedHistogram, SpscRing } from "../src/threads/index.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const CYCLES = 10_000;
const GROWTH_MAX = 1024 * 1024;
const text = new TextEncoder().encode(`Tom & "Jerry" <${"x".repeat(100)}>`);

/** Jobs in checked mode, as developers run them, and without it, as servers do. */
function jobs(checked: boolean): readonly (readonly [string, (n: number) => unknown])[] {
  const arena = new Arena({ bytes: 4096, limit: 65536, checked });
  const pool = new Pool({ slots: 16, checked });
  const heap = new SizeClasses({ bytes: 65536, checked });
  const buffers = new BufferPool({ checked });
  const arenas = new ArenaOfPools({ arenas: 4, bytes: 4096, checked });
  return [
    ["arena", (n) => (arena.alloc(n % 5000), arena.reset())],
    ["pool", () => pool.release(pool.acquire() as never)],
    ["size classes", (n) => heap.free(heap.alloc(n % 2000) as never)],
    ["buffer pool", (n) => buffers.release(buffers.acquire(n))],
    [
      "arena of pools",
      () => {
        using lease = arenas.acquire();
        return lease?.alloc(100);
      },
    ],
  ];
}

const interner = new Interner({ maxIds: 64, maxBytes: 4096 });
const set = new BitSet(1000);
const ring = new SpscRing({ capacity: 16 });
const queue = new MpmcQueue({ capacity: 16 });
const mutex = new Mutex();
const cache = new SharedCache({ bytes: 1 << 20, maxEntryBytes: 256 });
const histogram = new SharedHistogram();

const others: readonly (readonly [string, (n: number) => unknown])[] = [
  ["escaping", () => escapeHtmlBytes(text)],
  ["hashing", (n) => xxh64(text, n)],
  ["interner", (n) => interner.intern(`name ${n}`)],
  ["bit set", (n) => (set.add(n % 1000), set.next(0), set.delete(n % 1000))],
  ["ring", (n) => (ring.push(n), ring.pop())],
  ["queue", async (n) => (await queue.pushAsync(n), queue.popAsync())],
  ["mutex", async () => ((await mutex.lockAsync()) ? mutex.unlock() : undefined)],
  ["cache", (n) => (cache.set(`key ${n}`, text), cache.get(`key ${n}`), cache.increment("n"))],
  ["histogram", (n) => (histogram.record(n), n % 1000 === 0 && histogram.snapshot())],
];

test.each([
  ...jobs(true).map(([name, run]) => [`${name}, checked`, run] as const),
  ...jobs(false).map(([name, run]) => [`${name}, unchecked`, run] as const),
  ...others,
])("10,000 cycles leave nothing behind: %s", { timeout: 60_000 }, async (_, run) => {
  const cycles = async (from: number): Promise<number> => {
    for (let n = from; n < from + CYCLES; n++) await run(n);
    // Twice, with a pause: V8 gives the memory of dead buffers back beside the program, some time after a collection.
    collect();
    await setTimeout(50);
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = await cycles(0);
  expect((await cycles(CYCLES)) - before).toBeLessThan(GROWTH_MAX);
});
