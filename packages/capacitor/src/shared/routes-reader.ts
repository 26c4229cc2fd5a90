import type { RouteLookup } from "../api.ts";
import { wrongImage } from "../compiled/container.ts";
import { type LoadOptions, loadRouter, type RouteValues } from "../compiled/load-router.ts";
import { imageError } from "../errors.ts";
import { NONE, SharedLayout } from "./shared-layout.ts";

/**
 * The routes that a `RoutesPublisher` in another thread has published last. Used by one thread.
 *
 * @example
 * using reader = new RoutesReader(workerData, ({ method, pattern }) => handlers[`${method} ${pattern}`]);
 * reader.current().match("GET", "/users/7");
 */
export class RoutesReader<T> {
  /** Its number, for `RoutesPublisher.release`. */
  readonly reader: number;
  readonly #layout: SharedLayout;
  readonly #values: RouteValues<T>;
  readonly #options: LoadOptions;
  #version = NONE;
  #router: RouteLookup<T> | undefined;

  /**
   * @param values asked again for each version.
   * @throws WATT_CAPACITOR_IMAGE when the memory holds something else; WATT_CAPACITOR_SHARED_READERS when it has no place left.
   */
  constructor(memory: SharedArrayBuffer, values: RouteValues<T>, options: LoadOptions = {}) {
    this.#layout = SharedLayout.from(memory);
    this.#values = values;
    this.#options = options;
    this.reader = this.#claim();
  }

  /** The version that `current` gave last; -1 before. */
  get version(): number {
    return this.#version;
  }

  /**
   * The current routes: all of one version, and unchanged until the next call. Ask anew for each request, or more rarely; never
   * keep them. One atomic load, but when there is a new version: that is opened then. Never waits.
   *
   * @throws WATT_CAPACITOR_IMAGE when nothing is published yet, or something else than `compile` made.
   */
  current(): RouteLookup<T> {
    const { words, currentAt } = this.#layout;
    const version = Atomics.load(words, currentAt);
    return version === this.#version && this.#router !== undefined ? this.#router : this.#open(version);
  }

  #open(seen: number): RouteLookup<T> {
    const { words, currentAt } = this.#layout;
    const at = this.#layout.readerAt(this.reader);
    let version = seen;
    for (;;) {
      if (version === NONE) throw wrongImage("no routes are published yet");
      Atomics.store(words, at, version + 1);
      // Safety: between the load and the store the publisher may have taken the slot. When it has not by now, it never will.
      const now = Atomics.load(words, currentAt);
      if (now === version) break;
      version = now;
    }
    this.#router = loadRouter(this.#layout.slot(version), this.#values, this.#options);
    this.#version = version;
    return this.#router;
  }

  /** Gives its place back. */
  close(): void {
    const { words } = this.#layout;
    this.#router = undefined;
    this.#version = NONE;
    Atomics.store(words, this.#layout.readerAt(this.reader), NONE + 1);
    Atomics.store(words, this.#layout.claimAt(this.reader), 0);
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #claim(): number {
    const { words, readers } = this.#layout;
    for (let reader = 0; reader < readers; reader++) {
      if (Atomics.compareExchange(words, this.#layout.claimAt(reader), 0, 1) === 0) return reader;
    }
    throw imageError("WATT_CAPACITOR_SHARED_READERS", { readers });
  }
}
