/** Options of `createOutputPool`. */
export interface OutputPoolOptions {
  /** Leases that may be out at one time without a copy. @defaultValue 16 */
  readonly slots?: number;
}

/**
 * The leases of one server. Why it only counts: the slots belong to the memory that all renders of a process share, and
 * one server whose clients read slowly must not take all of them.
 */
export class OutputPool {
  /** How many leases may be out at one time. */
  readonly slots: number;
  /** @internal */
  _leased = 0;

  /** @internal */
  constructor(slots: number) {
    this.slots = slots;
  }

  /** Leases that are out now and not copies. */
  get leased(): number {
    return this._leased;
  }
}

/** Makes a pool for `renderInto`. It takes no memory: the process has 32 slots of 256 KiB for all pools. */
export function createOutputPool(options: OutputPoolOptions = {}): OutputPool {
  return new OutputPool(options.slots ?? 16);
}
