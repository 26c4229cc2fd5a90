import { CHECKED_BUILD } from "../check/checked-build.ts";
import { KIND_SPSC_RING } from "../shared/shared-memory.ts";
import { Lane } from "./lane.ts";
import { queueWords, TAIL_AT, TO_SLOTS } from "./queue-words.ts";

/** What a thread chooses for itself. */
export interface RingAttachOptions {
  /**
   * Whether misuse throws: integers and messages mixed, or two instances on one side.
   *
   * @defaultValue true in a development build; a production build has no such check
   */
  readonly checked?: boolean;
}

/** What an `SpscRing` holds. */
export interface SpscRingOptions extends RingAttachOptions {
  /** How many integers fit, or words of messages: a power of two from 2 to 2^28. */
  readonly capacity: number;
  /** True for messages of bytes (`tryWrite`, `tryRead`), false for integers (`tryPush`, `tryPop`). @defaultValue false */
  readonly messages?: boolean;
}

/**
 * A ring between one producer thread and one consumer thread, of 32-bit integers or of messages of bytes. Never two
 * threads on one side. Checked mode throws WATT_ELECTRON_FOREIGN_HANDLE at the first use of the second instance; without
 * it, values may be lost until one of them notices and throws WATT_ELECTRON_NOT_HELD. When a thread has stopped or died,
 * another takes its side over with a new instance (`SpscRing.from`, in checked mode with `checked: false`).
 *
 * Each operation is one compare-and-swap on the own index; the other side's index is read only when the ring looks full
 * or empty. A dead producer or consumer blocks nobody in the `try` forms; who waits for it waits until his timeout. What
 * was pushed before stays.
 *
 * @see Lamport, "Proving the Correctness of Multiprocess Programs" (1977), for the ring; Lee, Bu and Chandranmenon, "A
 *   lock-free, cache-efficient shared ring buffer" (2009), for the indices that each side keeps.
 *
 * @example
 * const ring = new SpscRing({ capacity: 1024 });
 * const worker = new Worker(url, { workerData: ring.memory }); // there: SpscRing.from(workerData).pop()
 * ring.tryPush(7); // true
 */
export class SpscRing extends Lane {
  /**
   * @throws WATT_ELECTRON_OPTION when `capacity` is no power of two from 2 to 2^28.
   * @throws WATT_ELECTRON_MEMORY where there is no shared memory of that size.
   */
  constructor(options: SpscRingOptions);
  /** @internal */
  constructor(options: Partial<SpscRingOptions> & { memory: SharedArrayBuffer });
  constructor(options: Partial<SpscRingOptions> & { memory?: SharedArrayBuffer }) {
    const { capacity = 0, messages, checked = CHECKED_BUILD } = options;
    const words = queueWords("an SPSC ring", KIND_SPSC_RING, options, TO_SLOTS + capacity, [messages ? 1 : 0]);
    super(words, TAIL_AT, checked);
  }

  /**
   * The ring in the `memory` of another, in this or another thread.
   *
   * @throws WATT_ELECTRON_SHARED_LAYOUT when the memory holds something else.
   */
  static from(memory: SharedArrayBuffer, options?: RingAttachOptions): SpscRing {
    return new SpscRing({ ...options, memory });
  }
}
