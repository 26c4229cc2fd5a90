// A naive pool: every lease is an object of its own. Slots are reused last in, first out.

export interface Lease {
  readonly slot: number;
  held: boolean;
}

export class NaivePool {
  readonly slots: number;
  readonly leases: Lease[] = [];
  readonly #free: number[] = [];
  highWater = 0;

  constructor(slots: number) {
    this.slots = slots;
    for (let slot = slots - 1; slot >= 0; slot--) this.#free.push(slot);
  }

  get inUse(): number {
    return this.leases.filter((lease) => lease.held).length;
  }

  acquire(): Lease | undefined {
    const slot = this.#free.pop();
    if (slot === undefined) return undefined;
    const lease = { slot, held: true };
    this.leases.push(lease);
    this.highWater = Math.max(this.highWater, this.inUse);
    return lease;
  }

  release(lease: Lease): boolean {
    if (!lease.held) return false;
    lease.held = false;
    this.#free.push(lease.slot);
    return true;
  }
}
