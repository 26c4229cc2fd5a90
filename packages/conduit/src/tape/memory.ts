import { Arena, createSpace, Pool, type Space } from "@watt/electron";
import { conduitError } from "../errors.ts";
import { STATIC_BYTES } from "./statics.ts";

/** Bytes of the memory that all renders of a process start with. */
const INITIAL_BYTES = 4 * 1024 * 1024;
/** Bytes that it may grow to: the limit of what one render, or all at once, can hold. */
export const MEMORY_MAX: number = 256 * 1024 * 1024;
/** Words of the tape at the start. A table row of five cells takes about 30. */
const INITIAL_WORDS = 128 * 1024;
const INITIAL_DATA = 512 * 1024;
/** Output is written into a window of this size; what does not fit is copied away piece by piece. */
export const WINDOW_BYTES: number = 64 * 1024;

/** Windows that can be leased out at one time, by all output pools of the process together: 2 MiB. */
const SLOTS = 32;

/** Which executor runs the kernels. `undefined`: the best that the machine has. */
export type Executor = "wasm" | "scalar" | undefined;

/** Where the areas lie in the memory: offsets in bytes, sizes in bytes or words. */
export interface Layout {
  readonly space: Space;
  readonly statics: number;
  readonly words: number;
  readonly wordCount: number;
  readonly data: number;
  readonly dataBytes: number;
  readonly window: number;
  /** Windows for leases. They belong to the memory, so a lease of an older one is given back to its own. */
  readonly slots: Pool;
}

/**
 * Lays out a new memory that holds at least the areas asked for.
 *
 * Why a new memory and not a grown one: growing detaches every view of it, and a socket may still be reading a
 * leased one. The old memory lives as long as a lease of it does.
 *
 * @throws WATT_CONDUIT_TOO_LARGE above `MEMORY_MAX`
 */
export function layOut(
  executor: Executor,
  wordCount: number = INITIAL_WORDS,
  dataBytes: number = INITIAL_DATA,
): Layout {
  const slack = 64 * 1024; // alignment, and kernels that store whole vectors past an end
  const needed = STATIC_BYTES + wordCount * 4 + dataBytes + (1 + SLOTS) * WINDOW_BYTES + slack;
  let bytes = INITIAL_BYTES;
  while (bytes < needed) bytes *= 2;
  if (bytes > MEMORY_MAX) throw conduitError("WATT_CONDUIT_TOO_LARGE", { bytes: needed, limit: MEMORY_MAX });
  const space = createSpace(executor === undefined ? { bytes } : { bytes, executor });
  const arena = new Arena({ buffer: space.buffer });
  const words = arena.alloc(wordCount * 4, 16);
  const statics = arena.alloc(STATIC_BYTES, 16);
  const data = arena.alloc(dataBytes, 16);
  const window = arena.alloc(WINDOW_BYTES, 16);
  const start = arena.alloc(SLOTS * WINDOW_BYTES, 16);
  const slots = new Pool({ start, slotBytes: WINDOW_BYTES, slots: SLOTS });
  return { space, statics, words, wordCount, data, dataBytes, window, slots };
}
