import { SlotPool } from "@watt/electron";
import { WINDOW_BYTES } from "../tape/memory.ts";
import { tape } from "../tape/tape.ts";

/** Options of `createOutputPool`. */
export interface OutputPoolOptions {
  /** Leases that may be out at one time without a copy. @defaultValue 16 */
  readonly slots?: number;
}

/** Slots of 64 KiB beside the tape, which `renderInto` writes to and leases out. One a server. */
export class OutputPool {
  /** How many slots there are. */
  readonly slots: number;
  private memory: ArrayBuffer | undefined = undefined;
  private pool: SlotPool | undefined = undefined;

  /** @internal */
  constructor(slots: number) {
    this.slots = slots;
  }

  /** Slots that are leased now. Leases of a memory that was replaced since are not counted. */
  get leased(): number {
    return this.pool?.stats().inUse ?? 0;
  }

  /** @internal The slots in the tape's present memory. Why each time: a larger memory needs new ones. */
  _slots(): SlotPool {
    if (this.pool === undefined || this.memory !== tape.layout.space.buffer) this.pool = this.carve();
    return this.pool;
  }

  private carve(): SlotPool {
    const bytes = this.slots * WINDOW_BYTES;
    let start = tape.layout.arena.tryAlloc(bytes, WINDOW_ALIGN);
    if (start === -1) {
      tape.makeRoom(bytes + WINDOW_ALIGN);
      start = tape.layout.arena.alloc(bytes, WINDOW_ALIGN);
    }
    this.memory = tape.layout.space.buffer;
    return new SlotPool({ start, slotBytes: WINDOW_BYTES, slots: this.slots });
  }
}

const WINDOW_ALIGN = 64;

/** Makes a pool for `renderInto`. Its memory is taken at the first render: 64 KiB a slot. */
export function createOutputPool(options: OutputPoolOptions = {}): OutputPool {
  return new OutputPool(options.slots ?? 16);
}
