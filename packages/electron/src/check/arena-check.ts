import type { Offset } from "../api.ts";
import type { ArenaRegion } from "../arena/arena-options.ts";
import type { Block } from "../arena/block.ts";
import { electronError, optionError } from "../errors.ts";
import { type Allocation, describeAllocation, noteAllocation } from "./allocation.ts";
import { expectNone } from "./ledger.ts";
import { CANARY_BYTES, checkCanary, checkPoison, writeCanary, writePoison } from "./paint.ts";

/** Own memory is made 2^2 times as large as asked for, so that canaries lie between allocations. */
const SCALE = 2;
/** Above this no canaries: the memory would be too large. */
const MAX_SCALED_BYTES = 64 * 1024 * 1024;
/** Released allocations and marks that are remembered. */
const REMEMBERED = 1024;
const OWNER = "the arena";

interface Held {
  readonly allocation: Allocation;
  readonly block: Block;
  /** Where the one before ends: the gap of the alignment begins there. */
  readonly from: number;
  /** The first byte behind it, and behind its canary. */
  readonly end: number;
  readonly canary: boolean;
}

interface OpenMark {
  readonly level: number;
  readonly held: number;
  readonly allocation: Allocation;
}

// Marks are numbers of all arenas together, so that one of another arena is noticed, whatever its level.
let nextMark = 2 ** 30;

/**
 * What checked mode knows of an arena. The arena counts levels as ever, so `used`, what fits and what does not are the
 * same; but in memory of its own the offsets that it hands out are others: each allocation lies a canary further.
 *
 * Why all of them fit: own memory has four times the bytes of the levels. Canaries shift an allocation by at most two
 * times those; aligning the shift to an alignment that the levels could serve takes less than once more.
 */
export class ArenaCheck {
  /** Offsets of a block begin at its origin << scale. */
  readonly scale: number;
  readonly #blocks: readonly Block[];
  readonly #start: number;
  readonly #blockBytes: number;
  // Bytes that each allocation takes more: a given region has its canaries inside.
  readonly #extra: number;
  // Freed bytes are poisoned.
  readonly #poisons: boolean;
  readonly #held: Held[] = [];
  readonly #gone: Held[] = [];
  readonly #marks = new Map<number, OpenMark>();
  readonly #closed = new Map<number, number>();
  // By block: where the bytes that were ever handed out end. Invariant: what is free below is poison.
  readonly #reached = new WeakMap<Block, number>();
  #serial = 0;

  /**
   * @param blocks - the arena's, by number.
   * @param own - the arena made the memory, and nobody else has anything in it.
   * @param explicit - the caller asked for it.
   */
  constructor(blocks: readonly Block[], region: ArenaRegion, own: boolean, explicit: boolean) {
    const { start, capacity, shift } = region;
    this.#blocks = blocks;
    this.#start = start;
    this.#blockBytes = 2 ** shift;
    this.scale = own && capacity <= MAX_SCALED_BYTES ? SCALE : 0;
    this.#extra = !own && explicit ? CANARY_BYTES : 0;
    this.#poisons = own || explicit;
  }

  /** The first offset in a block. */
  base(block: Block): number {
    return block.origin * 2 ** this.scale;
  }

  /** How many bytes the arena takes for a request. */
  room(bytes: number, align: number): number {
    if (align > this.#blockBytes) throw optionError("an arena", "align", align, "at most the size of a block");
    return bytes + this.#extra;
  }

  /** Where an allocation that the arena put at `level` really lies. */
  take(level: number, bytes: number, align: number, block: Block, name: string | undefined): Offset {
    const last = this.#held.at(-1);
    const top = last?.block === block ? last.end : this.#bottom(block);
    if (last?.canary === true) this.#expectCanary(last);
    const at = this.scale === 0 ? level : Math.ceil(top / align) * align;
    const shift = at - this.base(block) - (level - block.origin);
    // An empty allocation may be followed by one with an alignment that only the first byte has.
    const fits = this.scale > 0 && bytes > 0 && shift + CANARY_BYTES <= 2 * (block.end - block.origin);
    const canary = this.#extra > 0 || fits;
    const end = at + bytes + (canary ? CANARY_BYTES : 0);
    if (this.#poisons) {
      this.#expectPoison(block, top, end);
      this.#reached.set(block, Math.max(end, this.#reached.get(block) ?? 0));
      if (canary) writeCanary(this.#bytes(block), end - CANARY_BYTES - this.base(block));
    }
    this.#serial++;
    this.#held.push({ allocation: noteAllocation(this.#serial, bytes, at, name), block, from: top, end, canary });
    return at as Offset;
  }

  /** Opens a mark, and looks at the canaries of what was allocated since the one before. */
  mark(level: number): number {
    const before = [...this.#marks.values()].at(-1);
    for (const held of this.#held.slice(before?.held ?? 0)) this.#expectCanary(held);
    const mark = nextMark++;
    const allocation = noteAllocation(mark - 2 ** 30, 0, level, "mark");
    this.#marks.set(mark, { level, held: this.#held.length, allocation });
    return mark;
  }

  /** The level of an open mark; -1 of none. One that was released, and nothing taken since, is released in vain. */
  levelOf(mark: number, top: number): number {
    const open = this.#marks.get(mark);
    if (open !== undefined) return open.level;
    return this.#closed.get(mark) === top ? top : -1;
  }

  /** Closes a mark and those opened later, and frees. The state is whole before anything is thrown. */
  release(mark: number): void {
    const open = this.#marks.get(mark);
    if (open === undefined) return;
    for (const [later, { level }] of this.#marks) {
      if (later < mark) continue;
      this.#marks.delete(later);
      this.#closed.set(later, level);
    }
    for (const oldest of this.#closed.keys()) {
      if (this.#closed.size <= REMEMBERED) break;
      this.#closed.delete(oldest);
    }
    this.#free(open.held);
  }

  /** Frees all; open marks are leaks. The state is whole before anything is thrown. */
  reset(): void {
    const leaked = [...this.#marks.values()].map((mark) => mark.allocation);
    this.#marks.clear();
    this.#closed.clear();
    try {
      this.verify();
    } finally {
      this.#free(0);
    }
    expectNone(OWNER, leaked);
  }

  /** Looks at every canary and at all poison. */
  verify(): void {
    for (const held of this.#held) this.#expectCanary(held);
    if (!this.#poisons) return;
    const tops = new Map(this.#held.map((held) => [held.block, held.end]));
    for (const block of new Set(this.#blocks)) {
      this.#expectPoison(block, tops.get(block) ?? this.#bottom(block), Number.MAX_SAFE_INTEGER);
    }
  }

  /**
   * @returns a level in the same block.
   * @throws USE_AFTER_RELEASE, FOREIGN_HANDLE, or OVERRUN when the `bytes` at `offset` are not of one held allocation.
   */
  expectHeld(offset: number, bytes: number): number {
    let low = 0;
    let high = this.#held.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#held[middle] as Held).allocation.offset <= offset) low = middle + 1;
      else high = middle;
    }
    const held = this.#held[low - 1];
    const allocation = held?.allocation;
    const end = allocation === undefined ? -1 : allocation.offset + allocation.bytes;
    if (allocation !== undefined && offset + bytes <= end) return (held as Held).block.origin;
    if (allocation !== undefined && offset < end) throw overrun(allocation);
    const gone = this.#goneAt(offset);
    if (gone === undefined) {
      throw electronError("WATT_ELECTRON_FOREIGN_HANDLE", { owner: OWNER, value: `offset ${offset}` });
    }
    throw usedAfterRelease(describeAllocation(gone.allocation));
  }

  #bytes(block: Block): Uint8Array {
    return new Uint8Array(block.buffer);
  }

  // Below the start of a region lie other people's bytes.
  #bottom(block: Block): number {
    return Math.max(this.base(block), this.#start);
  }

  #goneAt(offset: number): Held | undefined {
    return this.#gone.findLast(({ allocation, end }) => allocation.offset <= offset && offset < end);
  }

  // Frees all but the first `count`.
  #free(count: number): void {
    const freed = this.#held.splice(count);
    this.#gone.push(...freed.slice(-REMEMBERED));
    if (this.#gone.length > REMEMBERED) this.#gone.splice(0, this.#gone.length - REMEMBERED);
    const damaged = freed.find((held) => !this.#isWhole(held));
    if (this.#poisons) {
      for (const { block, from, end } of freed) {
        const base = this.base(block);
        writePoison(this.#bytes(block), from - base, end - base);
      }
    }
    if (damaged !== undefined) throw overrun(damaged.allocation);
  }

  #isWhole({ canary, block, end }: Held): boolean {
    return !canary || checkCanary(this.#bytes(block), end - CANARY_BYTES - this.base(block));
  }

  #expectCanary(held: Held): void {
    if (this.#isWhole(held)) return;
    // Told once.
    writeCanary(this.#bytes(held.block), held.end - CANARY_BYTES - this.base(held.block));
    throw overrun(held.allocation);
  }

  #expectPoison(block: Block, from: number, to: number): void {
    const end = Math.min(to, this.#reached.get(block) ?? 0);
    const base = this.base(block);
    const changed = checkPoison(this.#bytes(block), from - base, end - base);
    if (changed < 0) return;
    writePoison(this.#bytes(block), from - base, end - base);
    const gone = this.#goneAt(base + changed);
    throw usedAfterRelease(gone === undefined ? `offset ${base + changed}` : describeAllocation(gone.allocation));
  }
}

function overrun(allocation: Allocation): Error {
  return electronError("WATT_ELECTRON_OVERRUN", { owner: OWNER, allocation: describeAllocation(allocation) });
}

function usedAfterRelease(allocation: string): Error {
  return electronError("WATT_ELECTRON_USE_AFTER_RELEASE", { owner: OWNER, allocation });
}
