import fc from "fast-check";

// Otherwise `maxLength: 600` makes lists of at most 10.
fc.configureGlobal({ defaultSizeToMaxWhenMaxSpecified: true });

const FULL = process.env["WATT_FULL"] === "1";
const SEED = Number(process.env["WATT_SEED"] ?? 1);

/** How often a property runs: `few` times, in the full run `many` times with a seed that can be given. */
export function runs(few: number, many: number): { numRuns: number; seed: number } {
  return { numRuns: FULL ? many : few, seed: SEED };
}

/** `few`, or `many` in the full run. */
export function count(few: number, many: number): number {
  return FULL ? many : few;
}

/** A clock that stands still. */
export class Clock {
  time: number = 1_000_000_000_000;
  readonly now = (): number => this.time;
}

/** A promise, and what settles it. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}

export function defer<T>(): Deferred<T> {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}

/** Lets everything go on that waits for nothing but its turn. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
