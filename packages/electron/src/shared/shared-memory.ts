import { electronError, threadError } from "../errors.ts";

/** 32-bit words in a cache line of 64 bytes. Indices that two threads write lie on lines of their own. */
export const LINE_WORDS = 16;

const VERSION = 1;

/** What a shared memory holds: word 0 of its header. A number is never given to another structure. */
export const KIND_MUTEX = 1;
export const KIND_SEQ_LOCK = 2;
export const KIND_SPSC_RING = 3;
export const KIND_MPSC_RING = 4;
export const KIND_MPMC_QUEUE = 5;
export const KIND_COUNTER = 6;
export const KIND_HISTOGRAM = 7;
export const KIND_CACHE = 8;
export const KIND_ARENA = 9;
export const KIND_LOCKED_CELL = 10;
export const KIND_LOCKED_QUEUE = 11;
export const KIND_LOCKED_COUNTER = 12;
export const KIND_LOCKED_HISTOGRAM = 13;
export const KIND_LOCKED_CACHE = 14;

/**
 * Makes the memory of a structure that threads share: one line of header, then `words` zeroed words.
 *
 * @param owner - the structure's name, for errors.
 * @param kind - what the header names, one number for each structure.
 * @param parameters - at most 14 integers that `attachShared` finds again at `HEADER_PARAMETERS`.
 * @throws WATT_ELECTRON_MEMORY where there is no `SharedArrayBuffer`, or no memory of that size.
 */
export function createShared(
  owner: string,
  kind: number,
  words: number,
  parameters: readonly number[] = [],
): Int32Array<SharedArrayBuffer> {
  const bytes = 4 * (LINE_WORDS + words);
  try {
    const header = new Int32Array(new SharedArrayBuffer(bytes));
    header.set([kind, VERSION, ...parameters]);
    return header;
  } catch (cause) {
    throw electronError("WATT_ELECTRON_MEMORY", { owner, bytes }, { cause });
  }
}

/** Where the parameters begin in the words of a shared structure. */
export const HEADER_PARAMETERS = 2;

/**
 * The words of a memory that `createShared` made, in this or another thread.
 *
 * @throws WATT_ELECTRON_SHARED_LAYOUT when it holds something else.
 */
export function attachShared(owner: string, kind: number, memory: SharedArrayBuffer): Int32Array<SharedArrayBuffer> {
  const words = memory.byteLength >= 4 * LINE_WORDS ? new Int32Array(memory) : undefined;
  if (words?.[0] !== kind || words[1] !== VERSION) throw threadError("WATT_ELECTRON_SHARED_LAYOUT", { owner });
  return words;
}
