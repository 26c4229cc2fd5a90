import { Arena, type KernelExecutor, Pool } from "@watt/electron";
import { conduitError } from "../errors.ts";
import { STATICS_MAX } from "./op.ts";
import { ScalarWalker } from "./scalar-walker.ts";
import { STATIC_BYTES } from "./statics.ts";
import { DEPTH_MAX, REPORT_WORDS, WAITING_WORDS, type Walker } from "./walker.ts";
import { createWasmWalker } from "./wasm-walker.ts";

/** Bytes that the memory may grow to: the limit of what one render, or all at once, can hold. */
export const MEMORY_MAX: number = 256 * 1024 * 1024;
/**
 * Bytes of a slot that can be leased, and how many there are for all output pools of the process together. Why so large: memory that
 * no page has reached is not taken from the machine.
 */
export const SLOT_BYTES: number = 256 * 1024;
const SLOTS = 32;
const PAGE = 64 * 1024;
/** Between areas: kernels read and store whole vectors past an end. */
const SLACK = 256;

/** How much an area holds: words of the tape, bytes of the others. */
export interface Sizes {
  readonly words: number;
  readonly texts: number;
  readonly raws: number;
  /** The window that output is written into. What does not fit is copied away piece by piece. */
  readonly window: number;
}

/** What all renders of a process start with. A table row of five cells takes about 30 words. */
export const INITIAL: Sizes = { words: 128 * 1024, texts: 384 * 1024, raws: 64 * 1024, window: 192 * 1024 };

/** Where the areas lie in one memory: offsets in bytes. */
export interface Layout {
  readonly sizes: Sizes;
  readonly walker: Walker;
  readonly u8: Uint8Array<ArrayBuffer>;
  readonly i32: Int32Array<ArrayBuffer>;
  /** The report of a walk, with the stack behind it. */
  readonly report: number;
  /** Of each piece, where it begins in this memory. */
  readonly offsets: number;
  readonly statics: number;
  readonly words: number;
  readonly texts: number;
  readonly raws: number;
  readonly window: number;
  /** Windows for leases. They belong to the memory, so a lease of an older one is given back to its own. */
  readonly slots: Pool;
}

/**
 * Lays out a new memory with areas of these sizes, walked in WebAssembly where that can be had.
 *
 * Why a new memory and not a grown one: growing detaches every view of it, and a socket may still be reading a
 * leased one. The old memory lives as long as a lease of it does.
 *
 * @throws WATT_CONDUIT_TOO_LARGE above `MEMORY_MAX`
 */
export function layOut(sizes: Sizes, executor?: KernelExecutor): Layout {
  const parts = [STACK_BYTES, OFFSET_BYTES, STATIC_BYTES, sizes.words * 4, sizes.texts, sizes.raws, sizes.window];
  const needed = parts.reduce((sum, bytes) => sum + bytes + SLACK, SLOTS * SLOT_BYTES + SLACK);
  if (needed > MEMORY_MAX) throw conduitError("WATT_CONDUIT_TOO_LARGE", { bytes: needed, limit: MEMORY_MAX });
  const pages = Math.ceil(needed / PAGE);
  const walker = (executor === "scalar" ? undefined : createWasmWalker(pages)) ?? new ScalarWalker(pages);
  const { buffer } = walker;
  const arena = new Arena({ buffer });
  const area = (bytes: number): number => arena.alloc(bytes + SLACK, 16);
  const [report, offsets, statics, words, texts, raws, window] = parts.map(area) as unknown as Seven;
  const slots = new Pool({ start: area(SLOTS * SLOT_BYTES), slotBytes: SLOT_BYTES, slots: SLOTS });
  walker.place(report, offsets);
  const views = { u8: new Uint8Array(buffer), i32: new Int32Array(buffer) };
  return { sizes, walker, ...views, report, offsets, statics, words, texts, raws, window, slots };
}

type Seven = readonly [number, number, number, number, number, number, number];

/** The report of a walk, and two words for each record that waits for a child to end. */
const STACK_BYTES = (REPORT_WORDS + DEPTH_MAX * WAITING_WORDS) * 4;
const OFFSET_BYTES = (STATICS_MAX + 1) * 4;
