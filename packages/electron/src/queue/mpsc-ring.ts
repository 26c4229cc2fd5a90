import { CHECKED_BUILD } from "../check/checked-build.ts";
import { electronError, optionError } from "../errors.ts";
import { HEADER_PARAMETERS, KIND_MPSC_RING, LINE_WORDS } from "../shared/shared-memory.ts";
import { Lane } from "./lane.ts";
import { CLAIM } from "./lane-side.ts";
import type { BatchProducer, BatchQueue, MessageConsumer, MessageProducer } from "./queue.ts";
import { queueWords, SIGNAL_AT, TAIL_AT, TO_SLOTS } from "./queue-words.ts";
import type { Ending } from "./shared-queue.ts";
import { SharedRing } from "./shared-ring.ts";
import type { RingAttachOptions, SpscRingOptions } from "./spsc-ring.ts";

const OWNER = "an MPSC ring";

// How many lanes were ever claimed: the consumer looks at no others.
const LANES_USED: number = SIGNAL_AT + 2;

// How many calls in a row the consumer stays with one lane.
const TURN = 64;

/** What an `MpscRing` holds. */
export interface MpscRingOptions extends SpscRingOptions {
  /** How many producers there can be at once, 1 to 256. @defaultValue 4 */
  readonly lanes?: number;
}

/** A producer of an `MpscRing`: one lane of it, until `close` gives the lane back. */
export type MpscProducer = BatchProducer & MessageProducer;

/**
 * A ring for several producer threads and one consumer thread: as many SPSC lanes as there may be producers. Values of
 * one producer come out in their order; between producers there is no order. `capacity` is that of one lane.
 *
 * The consumer goes round the lanes that were ever claimed, and leaves a lane when it is empty or had 64 calls in a row, so
 * no producer starves. A producer pushes through `producer()`, or through the ring itself, which claims a lane for it at
 * the first push. `close` of the ring closes all lanes.
 *
 * A producer that dies keeps its lane, and blocks nobody; what it pushed comes out. A dead consumer blocks producers as a
 * full ring does, until their timeouts.
 *
 * @example
 * const ring = new MpscRing({ capacity: 1024, lanes: 8 });
 * // in each worker: const producer = MpscRing.from(workerData).producer(); producer.push(7); producer.close();
 * for (let value = ring.pop(); value !== undefined; value = ring.pop()) use(value);
 */
export class MpscRing extends SharedRing implements BatchQueue, MessageProducer, MessageConsumer {
  readonly #checked: boolean;
  // The consumer's instance of each lane, the one whose turn it is, and how many calls are left of the turn.
  readonly #lanes: readonly Lane[];
  #turn = 0;
  #left = TURN;
  #own: MpscProducer | undefined;

  /**
   * @throws WATT_ELECTRON_OPTION when `capacity` is no power of two from 2 to 2^28, or `lanes` not 1 to 256.
   * @throws WATT_ELECTRON_MEMORY where there is no shared memory of that size.
   */
  constructor(options: MpscRingOptions);
  /** @internal */
  constructor(options: Partial<MpscRingOptions> & { memory: SharedArrayBuffer });
  constructor(options: Partial<MpscRingOptions> & { memory?: SharedArrayBuffer }) {
    const { capacity = 0, lanes = 4, messages, checked = CHECKED_BUILD } = options;
    if (!(lanes >= 1 && lanes <= 256 && lanes % 1 === 0)) throw optionError(OWNER, "lanes", lanes, "1 to 256");
    super(queueWords(OWNER, KIND_MPSC_RING, options, lanes * laneWords(capacity), [messages ? 1 : 0, lanes]));
    this.#checked = checked;
    this.#lanes = Array.from(
      { length: this.words[HEADER_PARAMETERS + 2] as number },
      (_, i) => new Lane(this.words, TAIL_AT + i * laneWords(this.capacity), checked),
    );
  }

  /**
   * The ring in the `memory` of another, in this or another thread.
   *
   * @throws WATT_ELECTRON_SHARED_LAYOUT when the memory holds something else.
   */
  static from(memory: SharedArrayBuffer, options?: RingAttachOptions): MpscRing {
    return new MpscRing({ ...options, memory });
  }

  /**
   * Claims a free lane. What the lane's last producer left in it comes out before what this one pushes.
   *
   * @throws WATT_ELECTRON_FULL when every lane has a producer.
   */
  producer(): MpscProducer {
    const { words } = this;
    const free = this.#lanes.findIndex(({ tailAt }) => Atomics.compareExchange(words, tailAt + CLAIM, 0, 1) === 0);
    const lane = this.#lanes[free];
    if (lane === undefined) {
      throw electronError("WATT_ELECTRON_FULL", { owner: OWNER, available: 0, capacity: "its lanes", wanted: "one" });
    }
    for (let used = this.#used(); used <= free; used = this.#used()) {
      Atomics.compareExchange(words, LANES_USED, used, free + 1);
    }
    return new LaneProducer(words, lane.tailAt, this.#checked, true);
  }

  override get size(): number {
    return this.#lanes.reduce((sum, lane) => sum + lane.size, 0);
  }

  override get isDone(): boolean {
    return this.#lanes.every((lane) => lane.isDone);
  }

  tryPush(value: number): boolean {
    return (this.#own ??= this.producer()).tryPush(value);
  }

  pushMany(source: Int32Array, from?: number, count?: number): number {
    return (this.#own ??= this.producer()).pushMany(source, from, count);
  }

  tryWrite(bytes: Uint8Array): boolean {
    return (this.#own ??= this.producer()).tryWrite(bytes);
  }

  tryPop(): number | undefined {
    return this.#lane().tryPop();
  }

  /** Takes values of one producer at a time. */
  popMany(target: Int32Array, from?: number, count?: number): number {
    return this.#lane().popMany(target, from, count);
  }

  tryRead(target: Uint8Array): number {
    return this.#lane().tryRead(target);
  }

  override close(): void {
    // The first lane last: when it is closed, all are, and `isClosed` looks only there.
    for (const lane of this.#lanes.toReversed()) lane.close();
  }

  /** @internal */
  override want(ending: Ending): void {
    for (const lane of this.#lanes) lane.want(ending);
  }

  #used(): number {
    return Atomics.load(this.words, LANES_USED);
  }

  // The lane to take from. When all that are in use look empty, it was so at the first look: only this side takes.
  #lane(): Lane {
    let lane = this.#lanes[this.#turn] as Lane;
    if (this.#left-- > 0 && lane.hasItems()) return lane;
    const used = this.#used();
    this.#left = TURN;
    for (let i = 0; i < used; i++) {
      this.#turn = (this.#turn + 1) % used;
      lane = this.#lanes[this.#turn] as Lane;
      if (lane.hasItems()) break;
    }
    return lane;
  }
}

// Each lane begins on a line.
function laneWords(capacity: number): number {
  return TO_SLOTS + Math.max(capacity, LINE_WORDS);
}

class LaneProducer extends Lane {
  override get isClosed(): boolean {
    return this.producer.isRetired || super.isClosed;
  }

  /** Gives the lane back. */
  override close(): void {
    this.producer.retire();
  }
}
