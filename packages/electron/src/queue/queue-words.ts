import { optionError } from "../errors.ts";
import { attachShared, createShared, LINE_WORDS } from "../shared/shared-memory.ts";

/** Where the words of the signal lie in the memory of every queue. The rest of that line is the queue's own. */
export const SIGNAL_AT: number = LINE_WORDS;
/** Where the tail, or the first lane, lies. */
export const TAIL_AT: number = 2 * LINE_WORDS;
/** Words from a tail to its head, which has a line of its own, */
export const TO_HEAD: number = LINE_WORDS;
/** and from a tail to its slots. */
export const TO_SLOTS: number = 2 * LINE_WORDS;

const MAX_CAPACITY = 2 ** 28;

/** What is known of a queue: how to make one, or its memory. */
export interface QueueWordsOptions {
  readonly capacity?: number;
  readonly memory?: SharedArrayBuffer | undefined;
}

/**
 * The words of the queue in `memory`, or of a new one with `words` words from the first tail on. The first parameter in
 * the header is the capacity.
 *
 * @throws WATT_ELECTRON_OPTION, WATT_ELECTRON_MEMORY, WATT_ELECTRON_SHARED_LAYOUT
 */
export function queueWords(
  owner: string,
  kind: number,
  options: QueueWordsOptions,
  words: number,
  parameters: readonly number[] = [],
): Int32Array<SharedArrayBuffer> {
  const { capacity = 0, memory } = options;
  if (memory !== undefined) return attachShared(owner, kind, memory);
  if (capacity < 2 || capacity > MAX_CAPACITY || 1 << (31 - Math.clz32(capacity)) !== capacity) {
    throw optionError(owner, "capacity", capacity, "a power of two from 2 to 2^28");
  }
  return createShared(owner, kind, TAIL_AT - LINE_WORDS + words, [capacity, ...parameters]);
}
