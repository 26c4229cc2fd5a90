import { groupBy } from "../group-by.ts";

/**
 * The flat hash of static paths, laid out for `findStatic`.
 *
 * Why not a Map: on a string that comes fresh from a socket V8 has to hash every character first, which is most of the
 * cost of a lookup (measured: 50 ns of 55). A few characters, chosen when the table is built so that they tell the
 * paths of one length apart, and a single comparison do the same in a third of the time.
 *
 * Words: `[longest length + 1, group of length 1, of length 2, …, of the longest]`, 0 for none (no path is
 * empty); a group is `[shift, number of positions, positions…, slots…]`; a slot holds the index of a path + 1, or 0.
 */
export interface StaticPlan {
  /** Int32 words that `write` fills. */
  readonly words: number;
  write(out: Int32Array): void;
}

interface Group {
  readonly length: number;
  readonly members: readonly number[];
  readonly positions: readonly number[];
  readonly slots: Int32Array;
}

export const GROUP_SHIFT = 0;
export const GROUP_COUNT = 1;
export const GROUP_POSITIONS = 2;

// Why bounds: to look at every position of every path of a large table would be most of its build.
const MAX_POSITIONS = 6;
const MAX_SAMPLE = 64;
// A chain longer than this means that the chosen characters do not tell the paths apart: then all are hashed.
const MAX_CHAIN = 8;

// Why the upper bits of a product with the golden ratio: sampled digits differ in few bits, and the lower bits of a
// hash of them come in runs (measured: chains of more than 8 at a load of 0.3).
export const HASH_FACTOR = 0x9e3779b1;
const HASH_BITS = 32;

/** One step of the hash over chosen characters, as in `findStatic`. Its upper bits are the slot. */
function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, HASH_FACTOR);
}

/** Chooses the layout for canonical, distinct static paths. O(total length). */
export function planStatic(paths: readonly string[]): StaticPlan {
  const byLength = groupBy(paths.keys(), (index) => paths[index]?.length ?? 0);
  const groups = Array.from(byLength, ([length, members]) => planGroup(paths, length, members));
  const heads = groups.reduce((longest, group) => Math.max(longest, group.length), 0) + 1;
  const words = groups.reduce((sum, group) => sum + groupWords(group), heads);
  return { words, write: (out) => writeGroups(groups, heads, out) };
}

function groupWords(group: Group): number {
  return GROUP_POSITIONS + group.positions.length + group.slots.length;
}

function writeGroups(groups: readonly Group[], heads: number, out: Int32Array): void {
  out.fill(0, 0, heads);
  out[0] = heads;
  let at = heads;
  for (const group of groups) {
    out[group.length] = at;
    out[at + GROUP_SHIFT] = shiftOf(group.slots.length);
    out[at + GROUP_COUNT] = group.positions.length;
    out.set(group.positions, at + GROUP_POSITIONS);
    out.set(group.slots, at + GROUP_POSITIONS + group.positions.length);
    at += groupWords(group);
  }
}

function planGroup(paths: readonly string[], length: number, members: readonly number[]): Group {
  const chosen = choosePositions(paths, length, members);
  const short = fillSlots(paths, members, chosen);
  if (short.chain <= MAX_CHAIN) return { length, members, positions: chosen, slots: short.slots };
  const every = Array.from({ length }, (_, position) => position);
  return { length, members, positions: every, slots: fillSlots(paths, members, every).slots };
}

// Greedy: the position that tells most of them apart, then the best one for those that are still alike, and so on.
function choosePositions(paths: readonly string[], length: number, members: readonly number[]): number[] {
  let alike: string[][] = [members.map((index) => paths[index] ?? "")].filter(isCrowd);
  const positions: number[] = [];
  while (alike.length > 0 && positions.length < MAX_POSITIONS) {
    const sample = sampleOf(alike);
    let best = -1;
    let most = sample.length;
    for (let position = 0; position < length; position++) {
      const classes = sample.reduce((sum, crowd) => sum + new Set(crowd.map((path) => path[position])).size, 0);
      if (classes <= most) continue;
      most = classes;
      best = position;
    }
    if (best < 0) break;
    positions.push(best);
    alike = alike.flatMap((crowd) => [...groupBy(crowd, (path) => path[best]).values()].filter(isCrowd));
  }
  return positions;
}

function isCrowd(crowd: readonly string[]): boolean {
  return crowd.length > 1;
}

// The largest crowds, and of a very large one a part.
function sampleOf(alike: readonly string[][]): string[][] {
  const sample: string[][] = [];
  let room = MAX_SAMPLE;
  for (const crowd of alike.toSorted((a, b) => b.length - a.length)) {
    if (room < 2) break;
    const stride = Math.ceil(crowd.length / room);
    sample.push(crowd.filter((_, i) => i % stride === 0));
    room -= crowd.length;
  }
  return sample;
}

function fillSlots(
  paths: readonly string[],
  members: readonly number[],
  positions: readonly number[],
): { slots: Int32Array; chain: number } {
  // Invariant: at most half full, so that a probe always meets an empty slot.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(members.length * 2)));
  const mask = slots.length - 1;
  const shift = shiftOf(slots.length);
  let chain = 0;
  for (const index of members) {
    const path = paths[index] ?? "";
    const hash = positions.reduce((sum, position) => hashStep(sum, path.charCodeAt(position)), 0);
    let slot = hash >>> shift;
    let length = 1;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) length++;
    slots[slot] = index + 1;
    chain = Math.max(chain, length);
  }
  return { slots, chain };
}

function shiftOf(slots: number): number {
  return HASH_BITS - Math.log2(slots);
}
