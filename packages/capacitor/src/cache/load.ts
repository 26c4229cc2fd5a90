import type { LoadManyContext, LoadManyOptions } from "./cache.ts";
import type { Awaitable } from "./store.ts";

/** A value that was fresh once. */
export interface StaleValue<V> {
  readonly value: V;
  readonly until: number;
}

/** Loads that one call of a loader answers. */
export class Batch<V> implements LoadManyContext {
  readonly loads: Load<V>[] = [];
  readonly options: LoadManyOptions<V>;
  readonly loader: (keys: readonly string[], batch: Batch<V>) => Awaitable<readonly (V | undefined)[]>;
  #controller: AbortController | undefined = undefined;

  constructor(options: LoadManyOptions<V>, loader: Batch<V>["loader"]) {
    this.options = options;
    this.loader = loader;
  }

  /** Aborted when nobody needs any of the loads. Made when it is asked for: most loaders do not. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    this.abortUnneeded();
    return this.#controller.signal;
  }

  /** Aborts the loader when it works for nobody. */
  abortUnneeded(): void {
    if (!this.loads.some(({ isNeeded }) => isNeeded)) this.#controller?.abort();
  }

  /** Whether what it loads could have `tag`. Tags that depend on the value are not known before, so they could. */
  mayHave(tag: string): boolean {
    const { tags } = this.options;
    return typeof tags === "function" || tags?.includes(tag) === true;
  }
}

/** The load of one key, and those who wait for it. */
export class Load<V> {
  readonly key: string;
  readonly batch: Batch<V>;
  /** What may stand in for the value. */
  stale: StaleValue<V> | undefined;
  /** Whether those who wait have an answer already: then nobody would see an error. */
  isAnswered: boolean = false;
  /** Whether its end matters to anybody. */
  isNeeded: boolean = true;
  readonly #promise: Promise<V | undefined>;
  #resolve!: (value: V | undefined) => void;
  #reject!: (error: unknown) => void;
  #waiting: number = 0;

  constructor(key: string, batch: Batch<V>, stale: StaleValue<V> | undefined) {
    this.key = key;
    this.batch = batch;
    this.stale = stale;
    this.#promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    batch.loads.push(this);
  }

  /** Answers those who wait, and goes on. */
  offer(value: V): void {
    this.isAnswered = true;
    this.#resolve(value);
  }

  /** The end. Who has an answer keeps it. */
  settle(value: V | undefined): void {
    this.isNeeded = false;
    this.#resolve(value);
  }

  /** The end, for those who have no answer yet. Never without one who waits, or waited, so it is handled. */
  fail(error: unknown): void {
    this.isNeeded = false;
    this.#reject(error);
  }

  /**
   * One more waits. Who gives a signal can leave, and then rejects with the signal's reason.
   *
   * @param onLeft - called when all have left.
   */
  join(signal: AbortSignal | undefined, onLeft: () => void): Promise<V | undefined> {
    this.#waiting++;
    if (signal === undefined) return this.#promise;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        reject(signal.reason);
        if (--this.#waiting > 0 || this.isAnswered || !this.isNeeded) return;
        this.isNeeded = false;
        onLeft();
        this.batch.abortUnneeded();
      };
      const stay = (): void => signal.removeEventListener("abort", leave);
      signal.addEventListener("abort", leave, { once: true });
      this.#promise.then(resolve, reject).then(stay, stay);
    });
  }
}
