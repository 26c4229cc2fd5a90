import type { Case } from "../api.ts";

/** Values that go from some threads to some others. */
export interface QueueCase extends Case {
  readonly producers: number;
  readonly consumers: number;
  /** Values that are handed over at one call; 1 is the single form. */
  readonly batch: number;
}

const SLOTS = 4096;

/** Room of every queue, in values. */
export const CAPACITY: number = SLOTS;

export const cases: readonly QueueCase[] = [
  { name: "1 to 1/single", group: "1 to 1", producers: 1, consumers: 1, batch: 1 },
  { name: "1 to 1/16 at once", group: "1 to 1", producers: 1, consumers: 1, batch: 16 },
  { name: "1 to 1/256 at once", group: "1 to 1", producers: 1, consumers: 1, batch: 256 },
  { name: "more/2 to 1", group: "more", producers: 2, consumers: 1, batch: 1 },
  { name: "more/2 to 2", group: "more", producers: 2, consumers: 2, batch: 1 },
];
