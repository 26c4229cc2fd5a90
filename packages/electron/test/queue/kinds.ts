import { LockedQueue } from "../../src/locked/index.ts";
import { MpmcQueue, MpscRing, type Queue, SpscRing } from "../../src/threads/index.ts";

/** What the queues have in common, for tests that run on each. */
export interface Kind {
  readonly name: string;
  readonly create: (capacity: number) => Queue;
  readonly attach: (memory: SharedArrayBuffer) => Queue;
}

export const kinds: readonly Kind[] = [
  { name: "SpscRing", create: (capacity) => new SpscRing({ capacity }), attach: (memory) => SpscRing.from(memory) },
  {
    name: "MpscRing",
    create: (capacity) => new MpscRing({ capacity, lanes: 3 }),
    attach: (memory) => MpscRing.from(memory),
  },
  { name: "MpmcQueue", create: (capacity) => new MpmcQueue({ capacity }), attach: (memory) => MpmcQueue.from(memory) },
  {
    name: "LockedQueue",
    create: (capacity) => new LockedQueue({ capacity }),
    attach: (memory) => LockedQueue.from(memory),
  },
];

/** The kinds that move many at once. */
export const batchKinds: readonly Kind[] = kinds.filter(({ name }) => name !== "MpmcQueue");

/** Words before the first tail: the header and the line of the signal. */
export const FIRST_TAIL = 32;

/**
 * Sets the indices of a new queue as if `index / 4` items had passed: a multiple of 4 × capacity. A tail has its head one
 * line later, and its slots another line later.
 */
export function presetIndex({ name, create }: Kind, capacity: number, index: number): SharedArrayBuffer {
  const { memory } = create(capacity);
  const words = new Int32Array(memory);
  const lanes = name === "MpscRing" ? 3 : 1;
  for (let lane = 0; lane < lanes; lane++) {
    const tail = FIRST_TAIL + lane * (32 + Math.max(capacity, 16));
    words[tail] = words[tail + 16] = index;
  }
  if (name === "MpmcQueue") for (let cell = 0; cell < capacity; cell++) words[64 + 2 * cell] = index + 4 * cell;
  return memory;
}
