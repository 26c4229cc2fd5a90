import { parentPort, workerData } from "node:worker_threads";
import { LockedCell } from "../../src/locked/locked-cell.ts";
import { Mutex } from "../../src/shared/mutex.ts";
import { SeqLock } from "../../src/shared/seq-lock.ts";
import { Signal } from "../../src/shared/signal.ts";
import type { LockTask } from "./in-lock-workers.ts";

const { job, memory, extra, rounds } = workerData as LockTask;

// Writes values whose words are all the same; answers how many of those it read were not.
function useCell(cell: LockedCell | SeqLock): number {
  const value = new Int32Array(cell.length);
  let torn = 0;
  for (let i = 0; i < rounds; i++) {
    if (i % 3 === 0) {
      cell.write(value.fill(i));
      continue;
    }
    cell.read(value);
    if (value.some((word) => word !== value[0])) torn++;
  }
  return torn;
}

const jobs: Record<LockTask["job"], () => unknown> = {
  // Adds to a plain word under the lock.
  guard() {
    const mutex = Mutex.from(memory);
    const words = new Int32Array(extra);
    for (let i = 0; i < rounds; i++) {
      mutex.withLock(() => {
        words[0] = (words[0] as number) + 1;
      });
    }
    return undefined;
  },
  // Takes the lock and keeps it for so many milliseconds.
  hold() {
    const mutex = Mutex.from(memory);
    mutex.lock();
    parentPort?.postMessage("held");
    Atomics.wait(new Int32Array(extra), 0, 0, rounds);
    mutex.unlock();
    return undefined;
  },
  seqLock: () => useCell(SeqLock.from(memory)),
  lockedCell: () => useCell(LockedCell.from(memory)),
  // Waits for each number in turn and answers with the next one, until `rounds`.
  answer() {
    const words = new Int32Array(memory);
    const signal = new Signal(words, 1);
    for (let i = 1; i < rounds; i += 2) {
      if (!signal.wait(() => Atomics.load(words, 0) === i, 20_000)) return `no ${i}`;
      Atomics.store(words, 0, i + 1);
      signal.notify();
    }
    return "done";
  },
};

parentPort?.postMessage(jobs[job]());
