// Two threads at once, over memory that the first has made. Runs on the built package.
import { Mutex, SharedCounter, SpscRing } from "@watt/electron/threads";

/** What the first thread hands to the second. */
export interface Handed {
  readonly mutex: SharedArrayBuffer;
  readonly counter: SharedArrayBuffer;
  readonly ring: SharedArrayBuffer;
  /** One word that only the lock protects. */
  readonly word: SharedArrayBuffer;
}

/** What came of it. */
export interface Result {
  /** Additions to the word under the lock: of each thread ROUNDS. */
  readonly locked: number;
  /** Additions to the counter: of each thread ROUNDS. */
  readonly counted: number;
  /** Values that came through the ring in their order: the second thread pushes ROUNDS, and closes. */
  readonly popped: number;
}

/** How often each thread does each thing. More than the ring holds, so that both sides have to wait. */
const ROUNDS = 2000;
const CAPACITY = 16;
const DEADLINE = 10_000;

/** What `withSecond` answers when nothing is lost. */
export const EXPECTED: Result = { locked: 2 * ROUNDS, counted: 2 * ROUNDS, popped: ROUNDS };

/** Makes the memory, starts the second thread and does its own part at the same time, in a thread that may not block. */
export async function withSecond(start: (handed: Handed) => Promise<unknown>): Promise<Result> {
  const [mutex, counter, ring] = [new Mutex(), new SharedCounter(), new SpscRing({ capacity: CAPACITY })];
  const word = new Int32Array(new SharedArrayBuffer(4));
  const handed = { mutex: mutex.memory, counter: counter.memory, ring: ring.memory, word: word.buffer };
  const ended = start(handed);
  for (let round = 0; round < ROUNDS; round++) {
    if (!(await mutex.lockAsync(DEADLINE))) throw new Error("The lock was not to be had.");
    word[0] = (word[0] ?? 0) + 1;
    mutex.unlock();
    counter.add(1);
  }
  let popped = 0;
  while ((await ring.popAsync(DEADLINE)) === popped) popped++;
  await ended;
  return { locked: word[0] ?? 0, counted: counter.value(), popped };
}

/** The second thread's part, in a thread that may block. */
export function second(handed: Handed): void {
  const [mutex, counter] = [Mutex.from(handed.mutex), SharedCounter.from(handed.counter)];
  const ring = SpscRing.from(handed.ring);
  const word = new Int32Array(handed.word);
  for (let round = 0; round < ROUNDS; round++) {
    if (!mutex.lock(DEADLINE)) throw new Error("The lock was not to be had.");
    word[0] = (word[0] ?? 0) + 1;
    mutex.unlock();
    counter.add(1);
  }
  for (let round = 0; round < ROUNDS; round++) {
    if (!ring.push(round, DEADLINE)) throw new Error("There was no room in the ring.");
  }
  ring.close();
}
