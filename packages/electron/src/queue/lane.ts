import { CHECKED_BUILD } from "../check/checked-build.ts";
import { electronError } from "../errors.ts";
import { HEADER_PARAMETERS } from "../shared/shared-memory.ts";
import { STEP, WANTED } from "./index-word.ts";
import { LaneSide } from "./lane-side.ts";
import type { BatchQueue, MessageConsumer, MessageProducer } from "./queue.ts";
import { TO_SLOTS } from "./queue-words.ts";
import type { Ending } from "./shared-queue.ts";
import { SharedRing } from "./shared-ring.ts";

// Below this a loop is faster than `set`, which needs a view (measured).
const SMALL_COPY = 64;

// Copies to a ring or from one, and goes on at its start where it ends.
function copy<T extends Int32Array | Uint8Array>(target: T, at: number, source: T, from: number, count: number): void {
  const some = Math.min(count, target.length - at, source.length - from);
  if (some >= SMALL_COPY) target.set(source.subarray(from, from + some), at);
  else for (let i = 0; i < some; i++) target[at + i] = source[from + i] as number;
  if (some < count) copy(target, (at + some) % target.length, source, (from + some) % source.length, count - some);
}

/**
 * A ring between one producer and one consumer at a place in the words of a queue. Each side keeps its own index and the
 * last index of the other side that it saw, and looks again only when that is not enough.
 *
 * Invariant: head <= tail <= head + capacity. Slots from head to tail belong to the consumer, the others to the producer;
 * each side passes slots on by one compare-and-swap of its index after it has finished with them, which makes plain
 * accesses to them safe. A close sets a flag in the tail: what was pushed before is popped, pushes after it fail.
 */
export class Lane extends SharedRing implements BatchQueue, MessageProducer, MessageConsumer {
  // Views of the slots alone: a copy that runs too far is a RangeError, and never reaches an index.
  readonly #slots: Int32Array;
  readonly #bytes: Uint8Array;
  protected readonly producer: LaneSide;
  readonly #consumer: LaneSide;
  // What the ring carries; undefined where nobody checks.
  readonly #messages: boolean | undefined;

  /**
   * @param at - where the lane begins in the words.
   * @param checked - whether to claim a side at its first use, and to check what the ring carries.
   * @param claimed - whether the producer's side was claimed for this instance.
   */
  constructor(words: Int32Array<SharedArrayBuffer>, at: number, checked: boolean, claimed: boolean = false) {
    super(words, at);
    const { capacity, signal, tailAt, headAt } = this;
    const start = words.byteOffset + 4 * (at + TO_SLOTS);
    this.#slots = new Int32Array(words.buffer, start, capacity);
    this.#bytes = new Uint8Array(words.buffer, start, 4 * capacity);
    this.producer = new LaneSide(words, tailAt, headAt, capacity, signal, claimed || !checked);
    this.#consumer = new LaneSide(words, headAt, tailAt, 0, signal, !checked);
    this.#messages = checked ? words[HEADER_PARAMETERS + 1] === 1 : undefined;
  }

  tryPush(value: number): boolean {
    const { producer } = this;
    if (CHECKED_BUILD) carries(this.#messages, false);
    if (producer.available(1) < 1) return false;
    this.#slots[this.#slotOf(producer.index)] = value;
    return producer.pass(1);
  }

  tryPop(): number | undefined {
    const consumer = this.#consumer;
    if (CHECKED_BUILD) carries(this.#messages, false);
    if (consumer.available(1) < 1) return undefined;
    const value = this.#slots[this.#slotOf(consumer.index)];
    consumer.pass(1);
    return value;
  }

  pushMany(source: Int32Array, from: number = 0, count: number = source.length): number {
    const { producer } = this;
    if (CHECKED_BUILD) carries(this.#messages, false);
    const wanted = Math.min(count, source.length - from) | 0;
    const some = Math.min(wanted, producer.available(wanted));
    if (some < 1 || from < 0) return 0;
    copy(this.#slots, this.#slotOf(producer.index), source, from, some);
    return producer.pass(some) ? some : 0;
  }

  popMany(target: Int32Array, from: number = 0, count: number = target.length): number {
    const consumer = this.#consumer;
    if (CHECKED_BUILD) carries(this.#messages, false);
    const wanted = Math.min(count, target.length - from) | 0;
    const some = Math.min(wanted, consumer.available(wanted));
    if (some < 1 || from < 0) return 0;
    copy(target, from, this.#slots, this.#slotOf(consumer.index), some);
    consumer.pass(some);
    return some;
  }

  tryWrite(bytes: Uint8Array): boolean {
    const { producer } = this;
    if (CHECKED_BUILD) carries(this.#messages, true);
    const words = wordsOf(bytes.length);
    if (producer.available(words) < words) return false;
    this.#slots[this.#slotOf(producer.index)] = bytes.length;
    copy(this.#bytes, 4 * this.#slotOf(producer.index + STEP), bytes, 0, bytes.length);
    return producer.pass(words);
  }

  tryRead(target: Uint8Array): number {
    const consumer = this.#consumer;
    if (CHECKED_BUILD) carries(this.#messages, true);
    if (consumer.available(1) < 1) return -1;
    const length = this.#slots[this.#slotOf(consumer.index)] as number;
    if (length <= target.length) {
      copy(target, 0, this.#bytes, 4 * this.#slotOf(consumer.index + STEP), length);
      consumer.pass(wordsOf(length));
    }
    return length;
  }

  /** @internal Whether there is something to pop, by what the consumer knows or can see. */
  hasItems(): boolean {
    return this.#consumer.available(1) > 0;
  }

  /** @internal */
  override want(ending: Ending): void {
    Atomics.or(this.words, ending === "isDone" ? this.tailAt : this.headAt, WANTED);
  }

  #slotOf(index: number): number {
    return (index >>> 2) & (this.capacity - 1);
  }
}

// A message is its length in bytes, then its bytes, rounded up to words: so the lengths are aligned.
function wordsOf(length: number): number {
  return 1 + ((length + 3) >>> 2);
}

function carries(messages: boolean | undefined, wanted: boolean): void {
  if (CHECKED_BUILD && messages === !wanted) {
    throw electronError("WATT_ELECTRON_FOREIGN_HANDLE", {
      owner: "a ring",
      value: wanted ? "a message" : "an integer",
    });
  }
}
