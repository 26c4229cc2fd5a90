import { electronError } from "../errors.ts";

/** 32-bit words in a cache line of 64 bytes. Indices that two threads write lie on lines of their own. */
export const LINE_WORDS = 16;

const VERSION = 1;

/**
 * Makes the memory of a structure that threads share: one line of header, then `words` zeroed words.
 *
 * @param owner - the structure's name, for errors.
 * @param kind - what the header names, one number for each structure.
 * @param parameters - at most 14 integers that `attachShared` finds again at `HEADER_PARAMETERS`.
 * @throws WATT_ELECTRON_MEMORY where there is no `SharedArrayBuffer`, or no memory of that size.
 */
export function createShared(owner: string, kind: number, words: number, parameters: readonly number[]): Int32Array {
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
export function attachShared(owner: string, kind: number, memory: SharedArrayBuffer): Int32Array {
  const words = memory.byteLength >= 4 * LINE_WORDS ? new Int32Array(memory) : [];
  if (words[0] !== kind || words[1] !== VERSION) throw electronError("WATT_ELECTRON_SHARED_LAYOUT", { owner });
  return words as Int32Array;
}
