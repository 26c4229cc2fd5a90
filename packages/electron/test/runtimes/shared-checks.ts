import { isWattError } from "@watt/electron";
import {
  MpmcQueue,
  MpscRing,
  Mutex,
  type Queue,
  SeqLock,
  SharedArena,
  SharedCache,
  SharedCounter,
  SharedHistogram,
  SpscRing,
} from "@watt/electron/threads";
import { LockedCounter, LockedQueue } from "@watt/electron/locked";

/** True when it holds. May throw instead of returning false. */
export type Check = () => boolean | Promise<boolean>;

/** The rows of what threads share; here by two instances in one thread. */
export const sharedChecks: Readonly<Record<string, Check>> = {
  mutex: shared(
    () => new Mutex(),
    (mutex) => {
      const other = Mutex.from(mutex.memory);
      const held = mutex.tryLock() && !other.tryLock();
      mutex.unlock();
      return held && other.tryLock();
    },
  ),
  "sequence lock": shared(
    () => new SeqLock({ words: 3 }),
    (lock) => {
      const read = new Int32Array(3);
      const done = lock.tryWrite(Int32Array.of(1, 2, 3)) && SeqLock.from(lock.memory).tryRead(read);
      return done && read.join() === "1,2,3";
    },
  ),
  "shared counter": shared(
    () => new SharedCounter(),
    (counter) => {
      counter.add(40);
      SharedCounter.from(counter.memory).add(2);
      return counter.value() === 42;
    },
  ),
  "shared histogram": shared(
    () => new SharedHistogram(),
    (histogram) => {
      histogram.record(7);
      return SharedHistogram.from(histogram.memory).snapshot().count === 1;
    },
  ),
  "shared cache": shared(
    () => new SharedCache({ bytes: 1 << 20 }),
    (cache) => {
      const other = SharedCache.from(cache.memory);
      other.set("Ampère", Uint8Array.of(1, 2));
      return cache.get("Ampère")?.join() === "1,2" && cache.increment("n", 3) === 3 && other.increment("n") === 4;
    },
  ),
  "ring of one producer": shared(
    () => new SpscRing({ capacity: 4 }),
    (ring) => inOrder(ring, SpscRing.from(ring.memory)),
  ),
  "ring of one producer, messages": shared(
    () => new SpscRing({ capacity: 64, messages: true }),
    (ring) => {
      const read = new Uint8Array(8);
      return ring.tryWrite(Uint8Array.of(1, 2, 3)) && SpscRing.from(ring.memory).tryRead(read) === 3 && read[2] === 3;
    },
  ),
  "ring of many producers": shared(
    () => new MpscRing({ capacity: 4 }),
    (ring) => inOrder(MpscRing.from(ring.memory), ring),
  ),
  "queue of many on both sides": shared(
    () => new MpmcQueue({ capacity: 4 }),
    (queue) => inOrder(queue, MpmcQueue.from(queue.memory)),
  ),
  "counter behind a lock": shared(
    () => new LockedCounter(),
    (counter) => {
      LockedCounter.from(counter.memory).add(3);
      return counter.value() === 3;
    },
  ),
  "queue behind a lock": shared(
    () => new LockedQueue({ capacity: 4 }),
    (queue) => inOrder(queue, LockedQueue.from(queue.memory)),
  ),
  "shared arena": shared(
    () => new SharedArena({ bytes: 65536, chunkBytes: 4096 }),
    (arena) => SharedArena.from(arena.memory).alloc(64, 64) % 64 === 0 && arena.used > 0,
  ),
};

function inOrder(from: Queue, to: Queue): boolean {
  const pushed = from.tryPush(1) && from.tryPush(2);
  from.close();
  return pushed && !from.tryPush(3) && to.tryPop() === 1 && to.tryPop() === 2 && to.isDone;
}

/** The code of the `WattError` that `run` throws; "nothing" when it does not throw. */
export function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isWattError(error)) return error.code;
    throw error;
  }
  return "nothing";
}

// Where there is no shared memory, that is a coded error, and at once.
function shared<T>(make: () => T, check: (made: T) => boolean | Promise<boolean>): Check {
  return () => (typeof SharedArrayBuffer === "function" ? check(make()) : codeOf(make) === "WATT_ELECTRON_MEMORY");
}
