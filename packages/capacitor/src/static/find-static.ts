import { GROUP_COUNT, GROUP_POSITIONS, GROUP_SHIFT, HASH_FACTOR } from "./plan-static.ts";

const ALL_BITS = 0xffff_ffff;

/**
 * Index of the static path that `path` equals, or -1. Reads a few characters of `path`, then compares once (more often
 * only where chosen characters collide). Allocates nothing.
 *
 * @param words as written by `planStatic`.
 * @param paths the paths that were planned.
 */
export function findStatic(words: Int32Array, paths: readonly string[], path: string): number {
  const length = path.length;
  if (length === 0 || length >= (words[0] as number)) return -1;
  const group = words[length] as number;
  if (group === 0) return -1;
  const shift = words[group + GROUP_SHIFT] as number;
  const first = group + GROUP_POSITIONS;
  const slots = first + (words[group + GROUP_COUNT] as number);
  let hash = 0;
  // Why not by a function: in a young process every call counts (ADR 17), and this would be up to six.
  for (let at = first; at < slots; at++) hash = Math.imul(hash ^ path.charCodeAt(words[at] as number), HASH_FACTOR);
  for (let slot = hash >>> shift; ; slot = (slot + 1) & (ALL_BITS >>> shift)) {
    const index = (words[slots + slot] as number) - 1;
    if (index < 0 || paths[index] === path) return index;
  }
}
