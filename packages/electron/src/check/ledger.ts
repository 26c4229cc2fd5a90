import { electronError } from "../errors.ts";
import { type Allocation, describeAllocation, listAllocation, noteAllocation } from "./allocation.ts";

export type { Allocation } from "./allocation.ts";

/** Released numbers that are remembered, to tell a second release from a handle that was never given out. */
const REMEMBERED = 1024;
/** Leaks that a message names. */
const NAMED = 5;

/** What is lent out of one pool in checked mode, by handle: an integer, or the object itself. Development only. */
export class Ledger {
  readonly #owner: string;
  readonly #held = new Set<Allocation>();
  // Weak for objects: a buffer that nobody gives back is garbage in checked mode, too. What is released stays known.
  readonly #objects = new WeakMap<object, Allocation>();
  readonly #numbers = new Map<number, Allocation>();
  readonly #released: number[] = [];
  #serial = 0;

  /** @param owner - who lends, for the messages: "a pool". */
  constructor(owner: string) {
    this.#owner = owner;
  }

  /** How many are held. */
  get count(): number {
    return this.#held.size;
  }

  /** The number of the latest allocation, for `expectNoneSince`. */
  get serial(): number {
    return this.#serial;
  }

  /** Notes that `key` was given out. A key may come again after its release. */
  take(key: number | object, bytes: number, offset: number, name?: string): Allocation {
    this.#serial++;
    const allocation = noteAllocation(this.#serial, bytes, offset, name);
    if (typeof key === "object") this.#objects.set(key, allocation);
    else this.#numbers.set(key, allocation);
    this.#held.add(allocation);
    return allocation;
  }

  /**
   * Notes that `key` came back.
   *
   * @throws WATT_ELECTRON_DOUBLE_FREE when it came back before, naming the allocation.
   * @throws WATT_ELECTRON_FOREIGN_HANDLE when it was never given out, or was released more than 1,024 releases ago.
   */
  release(key: number | object): Allocation {
    const allocation = this.#known(key);
    if (!this.#held.delete(allocation)) {
      const details = { owner: this.#owner, allocation: describeAllocation(allocation) };
      throw electronError("WATT_ELECTRON_DOUBLE_FREE", details);
    }
    if (typeof key === "number") this.#remember(key);
    return allocation;
  }

  /** The allocation of a key that is held. */
  find(key: number | object): Allocation | undefined {
    const allocation = this.#lookUp(key);
    return allocation !== undefined && this.#held.has(allocation) ? allocation : undefined;
  }

  /**
   * The allocation of `key`, which must be held.
   *
   * @param what - what is shown for a key that is not known: "handle 17", "a buffer".
   * @throws WATT_ELECTRON_USE_AFTER_RELEASE when it was released, naming the allocation.
   * @throws WATT_ELECTRON_FOREIGN_HANDLE when it was never given out.
   */
  expectHeld(key: number | object, what?: string): Allocation {
    const allocation = this.#known(key, what);
    if (this.#held.has(allocation)) return allocation;
    const details = { owner: this.#owner, allocation: describeAllocation(allocation) };
    throw electronError("WATT_ELECTRON_USE_AFTER_RELEASE", details);
  }

  /**
   * @param serial - `serial` at the beginning of the scope.
   * @throws WATT_ELECTRON_LEAK when one that was taken since is held, naming the first five.
   */
  expectNoneSince(serial: number): void {
    const leaked = [...this.#held].filter((allocation) => allocation.serial > serial);
    expectNone(this.#owner, leaked);
  }

  #lookUp(key: number | object): Allocation | undefined {
    return typeof key === "object" ? this.#objects.get(key) : this.#numbers.get(key);
  }

  #known(key: number | object, what?: string): Allocation {
    const allocation = this.#lookUp(key);
    if (allocation !== undefined) return allocation;
    const value = what ?? (typeof key === "object" ? "an object" : `handle ${key}`);
    throw electronError("WATT_ELECTRON_FOREIGN_HANDLE", { owner: this.#owner, value });
  }

  #remember(key: number): void {
    this.#released.push(key);
    if (this.#released.length <= REMEMBERED) return;
    const oldest = this.#released.shift() as number;
    // It may have been given out again since.
    if (this.find(oldest) === undefined && !this.#released.includes(oldest)) this.#numbers.delete(oldest);
  }
}

/** @throws WATT_ELECTRON_LEAK when `leaked` is not empty, naming the first five. */
export function expectNone(owner: string, leaked: readonly Allocation[]): void {
  if (leaked.length === 0) return;
  const allocations = leaked.slice(0, NAMED).map(listAllocation).join(", ");
  throw electronError("WATT_ELECTRON_LEAK", { count: leaked.length, owner, allocations });
}
