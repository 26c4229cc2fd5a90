/** Bytes that are copied into a slab. Longer ones have memory of their own. */
const SHORT = 1024;
const SLAB = 16 * 1024;

interface Threads {
  markAsUntransferable(buffer: ArrayBuffer): void;
}

// Why not an import: browsers have no such module.
const { process } = globalThis as { process?: { getBuiltinModule?(name: string): Threads | undefined } };
const threads = process?.getBuiltinModule?.("node:worker_threads");

let slab: Int32Array<ArrayBuffer> | undefined;
let used = 0;

/**
 * Bytes [start, end) of a memory, copied for the caller to own. Short ones lie in a slab with others, as those of Node's `Buffer` do: a
 * buffer for each would take longer than all the rest of a short render (measured: 400 ns). Only where a slab can be kept from
 * being transferred to another thread, which would take the others along.
 */
export function ownBytes(u8: Uint8Array<ArrayBuffer>, i32: Int32Array, start: number, end: number): Uint8Array {
  const length = end - start;
  if (length > SHORT || (start & 3) !== 0 || threads?.markAsUntransferable === undefined) return u8.slice(start, end);
  if (slab === undefined || used + length > SLAB) {
    slab = new Int32Array(SLAB / 4);
    threads.markAsUntransferable(slab.buffer);
    used = 0;
  }
  const from = start >> 2;
  const to = used >> 2;
  const words = (length + 3) >> 2;
  for (let i = 0; i < words; i++) slab[to + i] = i32[from + i]!;
  const bytes = new Uint8Array(slab.buffer, used, length);
  used += words * 4;
  return bytes;
}
