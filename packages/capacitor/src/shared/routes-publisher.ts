import { imageError } from "../errors.ts";
import { NONE, SharedLayout } from "./shared-layout.ts";

// Versions stay positive; a reader that is 2^30 publications behind would take an old one for a new one.
const MOST_VERSIONS = 2 ** 30;

/** Options of `RoutesPublisher`. */
export interface RoutesPublisherOptions {
  /** The most bytes of an image. */
  readonly bytes: number;
  /** The most readers at one time. */
  readonly readers: number;
}

/**
 * Replaces the routes of all threads while they are in use: an image is written where nobody reads, and one atomic store makes
 * it the current one. Neither side ever waits for the other. Used by one thread.
 *
 * The memory has room for an image for each reader, and two more: the one before stays where it is until its last reader has
 * seen the new one.
 *
 * @example
 * const publisher = new RoutesPublisher({ bytes: 1 << 20, readers: 4 });
 * publisher.publish(compile(routes).image);
 * new Worker(file, { workerData: publisher.memory }); // there: new RoutesReader(workerData, values)
 */
export class RoutesPublisher {
  readonly #layout: SharedLayout;

  /** @throws WATT_CAPACITOR_SHARED_OPTION for sizes that are none; RangeError of the engine when it gives no such memory. */
  constructor({ bytes, readers }: RoutesPublisherOptions) {
    if (!(Number.isInteger(bytes) && bytes > 0)) throw optionError("bytes", bytes);
    if (!(Number.isInteger(readers) && readers > 0 && readers <= 1_000)) throw optionError("readers", readers);
    this.#layout = SharedLayout.create(bytes, readers);
  }

  /** What the other threads need. */
  get memory(): SharedArrayBuffer {
    return this.#layout.memory;
  }

  /**
   * Makes an image of `compile` the current one; it is copied. O(bytes + readers²).
   *
   * @returns its version: 0 for the first one.
   * @throws WATT_CAPACITOR_SHARED_ROOM when the image is larger than `bytes`; the one before stays.
   */
  publish(image: Uint8Array): number {
    const { words, slotBytes, slots, currentAt } = this.#layout;
    if (image.length > slotBytes)
      throw imageError("WATT_CAPACITOR_SHARED_ROOM", { bytes: image.length, room: slotBytes });
    const current = Atomics.load(words, currentAt);
    let version = current + 1;
    // There is a free one: as many slots as readers, the current one, and one more.
    while (this.#isUsed(version)) version++;
    // A version is told from the one that was in its slot before.
    if (version >= MOST_VERSIONS) version %= slots;
    this.#layout.slot(version).set(image);
    Atomics.store(words, currentAt, version);
    return version;
  }

  /** Takes the place of a reader whose thread has ended without `close`: its image is free then, and it can be claimed. */
  release(reader: number): void {
    const { words } = this.#layout;
    Atomics.store(words, this.#layout.readerAt(reader), NONE + 1);
    Atomics.store(words, this.#layout.claimAt(reader), 0);
  }

  #isUsed(version: number): boolean {
    const { words, slots, readers, currentAt } = this.#layout;
    const slot = version % slots;
    if (Atomics.load(words, currentAt) !== NONE && Atomics.load(words, currentAt) % slots === slot) return true;
    for (let reader = 0; reader < readers; reader++) {
      const used = Atomics.load(words, this.#layout.readerAt(reader)) - 1;
      if (used >= 0 && used % slots === slot) return true;
    }
    return false;
  }
}

function optionError(name: string, value: unknown): Error {
  return imageError("WATT_CAPACITOR_SHARED_OPTION", { name, value });
}
