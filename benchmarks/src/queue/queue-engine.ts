import type { QueueCase } from "./cases.ts";

export interface Producer {
  /** False when the queue is full. */
  send(value: number): boolean;
  /** How many of [from, to) were taken. */
  sendMany?(values: Int32Array, from: number, to: number): number;
}

export interface Consumer {
  /** -1 when the queue is empty; all values are at least 0. */
  receive(): number;
  /** How many were put at the beginning of `values`. */
  receiveMany?(values: Int32Array): number;
}

/** How a queue is made and attached to. What `create` gives is sent to the threads. */
export interface QueueEngine {
  create(benchmark: QueueCase): unknown | { readonly cannot: string };
  producer(memory: unknown): Producer;
  consumer(memory: unknown): Consumer;
  /** About how many values it passes on in a millisecond: sizes the job. */
  readonly valuesPerMs: number;
}
