import { HEADER_PARAMETERS } from "../shared/shared-memory.ts";
import { Signal } from "../shared/signal.ts";
import { CLOSED, distance } from "./index-word.ts";
import { SIGNAL_AT, TAIL_AT, TO_HEAD } from "./queue-words.ts";

/** What ends a wait for room, and a wait for items. */
export type Ending = "isClosed" | "isDone";

/**
 * What all queues do alike: counting and closing by the indices, and the blocking and asynchronous forms, made of the ones
 * that do not wait. One signal serves both sides: those who wait for room and those who wait for items are hardly ever
 * there together. What the members promise stands at `Queue`.
 */
export abstract class SharedQueue {
  readonly capacity: number;
  protected readonly words: Int32Array<SharedArrayBuffer>;
  protected readonly signal: Signal;
  /** @internal */
  readonly tailAt: number;
  protected readonly headAt: number;

  constructor(words: Int32Array<SharedArrayBuffer>, tailAt: number = TAIL_AT) {
    this.capacity = words[HEADER_PARAMETERS] as number;
    this.words = words;
    this.signal = new Signal(words, SIGNAL_AT);
    this.tailAt = tailAt;
    this.headAt = tailAt + TO_HEAD;
  }

  get memory(): SharedArrayBuffer {
    return this.words.buffer;
  }

  get size(): number {
    // The head first, so that the difference is never negative; the tail may run ahead meanwhile.
    const head = Atomics.load(this.words, this.headAt);
    return Math.min(distance(head, Atomics.load(this.words, this.tailAt)), this.capacity);
  }

  get isClosed(): boolean {
    return (Atomics.load(this.words, this.tailAt) & CLOSED) !== 0;
  }

  get isDone(): boolean {
    // Once closed the tail stands still, so what is empty then stays empty.
    return this.isClosed && this.size === 0;
  }

  abstract tryPush(value: number): boolean;
  abstract tryPop(): number | undefined;

  push(value: number, timeout?: number): boolean {
    return this.attempt("isClosed", false, () => this.tryPush(value), timeout);
  }

  pushAsync(value: number, timeout?: number): Promise<boolean> {
    return this.attemptAsync("isClosed", false, () => this.tryPush(value), timeout);
  }

  pop(timeout?: number): number | undefined {
    return this.attempt("isDone", undefined, () => this.tryPop(), timeout);
  }

  popAsync(timeout?: number): Promise<number | undefined> {
    return this.attemptAsync("isDone", undefined, () => this.tryPop(), timeout);
  }

  close(): void {
    Atomics.or(this.words, this.tailAt, CLOSED);
    this.signal.notify();
  }

  /** @internal Asks the other side to notify after its next step; not needed where every step notifies. */
  want?(ending: Ending): void;

  /** Calls `run` until it returns something else than `nothing`, the queue came to its `ending`, or the time is over. */
  protected attempt<T>(ending: Ending, nothing: T, run: () => T, timeout: number = Infinity): T {
    let result = run();
    if (result === nothing) {
      this.signal.wait(() => {
        this.want?.(ending);
        return (result = run()) !== nothing || this[ending];
      }, timeout);
    }
    return result;
  }

  /** The same without blocking. */
  protected async attemptAsync<T>(ending: Ending, nothing: T, run: () => T, timeout: number = Infinity): Promise<T> {
    let result = run();
    if (result === nothing) {
      await this.signal.waitAsync(() => {
        this.want?.(ending);
        return (result = run()) !== nothing || this[ending];
      }, timeout);
    }
    return result;
  }
}
