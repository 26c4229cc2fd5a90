import { MAX_OFFSET } from "../api.ts";
import { optionError } from "../errors.ts";

/** What all arenas can be told. */
export interface ArenaCommonOptions {
  /**
   * Notices overruns, use after release, foreign and stale marks, and leaks. Memory that the arena was given is written
   * to (canaries, poison) only where this is `true` in so many words; it then holds less.
   *
   * @defaultValue true in a development build. There is nothing to switch on in a production build.
   */
  readonly checked?: boolean;
}

/** An arena in a region of a given buffer. */
export interface ArenaRegionOptions extends ArenaCommonOptions {
  /** Memory of a `Space`, of WebAssembly, or shared with other threads. The arena only counts: it never touches it. */
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
  /** First byte of the region. @defaultValue 0 */
  readonly start?: number;
  /** Bytes of the region. @defaultValue up to the end of the buffer */
  readonly bytes?: number;
  /** A region is no chain. */
  readonly limit?: undefined;
}

/** An arena in memory of its own. */
export interface ArenaOwnOptions extends ArenaCommonOptions {
  /** The arena makes its own. */
  readonly buffer?: undefined;
  /** Its own memory begins at 0. */
  readonly start?: undefined;
  /** Size of the buffer that the arena makes; with `limit` of each, and then a power of two from 64 to 2^30. */
  readonly bytes: number;
  /** Makes further buffers when one is full, up to so many bytes in all. @defaultValue `bytes`: one buffer */
  readonly limit?: number;
}

/** Where an arena lies: in a region of a given buffer, or in buffers of its own. */
export type ArenaOptions = ArenaRegionOptions | ArenaOwnOptions;

const MIN_BLOCK_BYTES = 64;

/** Where the levels of an arena lie, and the power of two of its blocks: 31 when there is one block for all. */
export interface ArenaRegion {
  readonly start: number;
  readonly capacity: number;
  readonly shift: number;
}

/** @throws WATT_ELECTRON_OPTION */
export function arenaRegion(options: ArenaOptions): ArenaRegion {
  const { buffer, start = 0, bytes = (buffer?.byteLength ?? Number.NaN) - start, limit = bytes } = options;
  const room = Math.min(buffer?.byteLength ?? MAX_OFFSET, MAX_OFFSET);
  const chained = options.limit !== undefined;
  const chains = !chained || (bytes >= MIN_BLOCK_BYTES && (bytes & (bytes - 1)) === 0 && bytes <= limit);
  if (![start, bytes, limit].every(isOffset) || start + limit > room || !chains) {
    const range = `what lies in ${room} bytes; in a chain, bytes is a power of two from ${MIN_BLOCK_BYTES}`;
    throw optionError("an arena", "start, bytes, limit", [start, bytes, limit], range);
  }
  return { start, capacity: limit, shift: chained ? 31 - Math.clz32(bytes) : 31 };
}

function isOffset(value: number): boolean {
  return (value | 0) === value && value >= 0;
}
