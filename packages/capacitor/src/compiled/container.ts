import type { RouterOptions } from "../api.ts";
import { imageError } from "../errors.ts";

/**
 * The file of compiled routes: six words, then the images of their tables, each at a multiple of 8, then what else is to be
 * known of them, as JSON in UTF-8, with spaces up to a multiple of 4.
 *
 * ```text
 * MAGIC | VERSION | SUM of all words behind it | META_AT, the byte where the JSON begins | META_BYTES | 0
 * ```
 */
export const CONTAINER_HEAD = 24;
const SUM = 2;
/** `WATT`, little-endian. */
const MAGIC = 0x5454_4157;
/** Changes with the layout of anything in it. */
const VERSION = 1;
const SPACE = 32;

/** Flags of a param. */
export const IS_INTEGER = 1;
export const IS_OPTIONAL = 2;

/** Routes whose params have the same names. */
export interface ShapeMeta {
  readonly params: readonly (readonly [name: string, flags: number])[];
  readonly isPlain: boolean;
  readonly skips: number;
}

/** A route. Its `index` is its place among the routes that were compiled, those included that were left out. */
export interface RouteMeta {
  readonly index: number;
  readonly method: string;
  readonly pattern: string;
  readonly shape: number;
  readonly host?: string;
  readonly doc?: unknown;
}

/** What `locateParams` needs of a route; the numbers are automata. */
export interface PatternMeta {
  readonly steps: readonly (number | readonly [kind: number, ...parts: (string | number)[]])[];
  readonly constraints: readonly (number | null)[];
}

export interface AutomatonMeta {
  readonly columns: readonly number[];
  readonly width: number;
  readonly next: readonly number[];
  readonly ends: readonly number[];
}

export interface TableMeta {
  /** First byte of its image. */
  readonly at: number;
  readonly methods: readonly string[];
  /** Canonical paths of the static routes; a number is the index of a route whose pattern it is. */
  readonly staticPaths: readonly (string | number)[];
  /** Indices of the routes that end at each leaf. */
  readonly rows: readonly (readonly number[])[];
}

export interface ContainerMeta {
  readonly options: Omit<RouterOptions, "executor">;
  readonly shapes: readonly ShapeMeta[];
  readonly routes: readonly RouteMeta[];
  /** By the index of the route: of those of which the walk alone does not say where their params are. */
  readonly patterns: Readonly<Record<number, PatternMeta>>;
  readonly automata: readonly AutomatonMeta[];
  readonly plain: TableMeta;
  readonly hosted?: TableMeta;
}

/** Puts a file together. The `images` lie where the tables' metas say. */
export function writeContainer(meta: ContainerMeta, images: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(meta));
  const bytes = new Uint8Array((images.length + text.length + 3) & ~3).fill(SPACE);
  bytes.set(images);
  bytes.set(text, images.length);
  const words = new Uint32Array(bytes.buffer);
  words.set([MAGIC, VERSION, 0, images.length, bytes.length - images.length]);
  words[SUM] = sumOf(words);
  return bytes;
}

/** A file as it is read: its bytes are not copied. */
export interface Container {
  readonly buffer: ArrayBufferLike;
  /** Its first byte in the buffer. */
  readonly start: number;
  readonly meta: ContainerMeta;
}

/**
 * Opens a file, of which every word is read once: what was cut off or damaged is noticed here, and lookups can trust it. Not so
 * one that was made to deceive: that is as good as code.
 *
 * @throws WATT_CAPACITOR_IMAGE when it is none of this version, or damaged.
 */
export function openContainer(bytes: Uint8Array<ArrayBufferLike>): Container {
  // Why: typed arrays of words begin at multiples of 4.
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset: start, byteLength } = aligned;
  if (byteLength < CONTAINER_HEAD) throw wrongImage("it is too short");
  const [magic, version, sum, metaAt = 0, metaBytes = 0] = new Uint32Array(buffer, start, CONTAINER_HEAD / 4);
  if (magic !== MAGIC) throw wrongImage("it does not begin as one");
  if (version !== VERSION) throw wrongImage(`it has version ${version}, and this package reads version ${VERSION}`);
  const end = metaAt + metaBytes;
  if (end > byteLength) throw wrongImage(`it ends ${end - byteLength} bytes early`);
  const isWhole = metaAt >= CONTAINER_HEAD && sumOf(new Uint32Array(buffer, start, end >> 2)) === sum;
  if (!isWhole) throw wrongImage("it is damaged");
  // Why a copy: decoders do not take shared memory.
  const text = new TextDecoder().decode(Uint8Array.from(aligned.subarray(metaAt, end)));
  return { buffer, start, meta: JSON.parse(text) as ContainerMeta };
}

// One changed word never goes unnoticed: each step is one to one. Why so: FxHash takes a multiplication a word, and an
// image is read once.
function sumOf(words: Uint32Array<ArrayBufferLike>): number {
  let sum = 0;
  for (let i = SUM + 1; i < words.length; i++) {
    sum = Math.imul(((sum << 5) | (sum >>> 27)) ^ (words[i] as number), 0x9e37_79b1);
  }
  return sum >>> 0;
}

/** WATT_CAPACITOR_IMAGE. */
export function wrongImage(problem: string): Error {
  return imageError("WATT_CAPACITOR_IMAGE", { problem });
}
