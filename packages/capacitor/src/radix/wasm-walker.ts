import {
  Arena,
  compileModule,
  type WasmMemory,
  type WasmModule,
  webAssembly,
  type WebAssemblyHost,
} from "@watt/electron";
import type { Image } from "../image/image.ts";
import { walkBase64, walkDigest } from "../wasm/walk.generated.ts";
import { type Executor, ODD_CHARACTER } from "./executor.ts";
import { Walker } from "./walker.ts";

const PAGE = 65_536;
const CHOICE_BYTES = 16;
const CAPTURE_BYTES = 8;
// Places that are remembered of one path, in a table of which half stays free; see assembly/places.ts.
const PLACES = 1_024;
const PLACE_BYTES = 16;
// A longer path is walked in JavaScript. UTF-8 takes at most three bytes a character.
const MOST_CHARACTERS = 4_096;
const PATH_BYTES = 3 * MOST_CHARACTERS;
// Kernels read so many bytes behind what they look at.
const SLACK = 16;
const TOO_LARGE = -3;

interface Exports {
  readonly place: (path: number, choices: number, offsets: number, places: number, placesRoom: number) => void;
  readonly walk: (length: number, column: number, canonical: 0 | 1) => number;
}

/** An image to be written to memory. */
export interface ImageSource {
  readonly bytes: number;
  readonly choices: number;
  readonly captures: number;
  readonly remembers: boolean;
  write(buffer: ArrayBufferLike, at: number): Image;
}

/** Node's `Buffer`, as far as it is used here. */
interface Writer {
  utf8Write(text: string, at: number, most: number): number;
}

/** The module that walks, or `undefined` where there is none: see `compileModule`. */
export function walkModule(): WasmModule | undefined {
  return compileModule(walkBase64, walkDigest);
}

/**
 * The WebAssembly executor: the same walk as `Walker`, over the path's bytes. The image lies in its memory, which belongs to
 * this table alone: whole pages of 64 KB.
 *
 * What it cannot do, `Walker` does over the same image: paths that are not ASCII or have more than 4,096 characters, and
 * those of which too many places would have to be remembered.
 */
export class WasmWalker implements Executor {
  readonly name = "wasm";
  readonly image: Image;
  readonly offsets: Int32Array;
  readonly #walk: Exports["walk"];
  readonly #write: (path: string) => number;
  #walker: Walker | undefined;

  /** Writes the image into memory of its own. `undefined` where no such memory can be had. */
  static create(plan: ImageSource, module: WasmModule): WasmWalker | undefined {
    const scratch = plan.choices * CHOICE_BYTES + plan.captures * CAPTURE_BYTES + placesOf(plan) * PLACE_BYTES;
    const pages = Math.ceil((plan.bytes + scratch + PATH_BYTES + 4 * SLACK) / PAGE);
    // Safety: a module was compiled, so there is a host.
    const host = webAssembly() as WebAssemblyHost;
    try {
      return new WasmWalker(plan, module, host, new host.Memory({ initial: pages, maximum: pages }));
    } catch (error) {
      // No room in the address space.
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  private constructor(plan: ImageSource, module: WasmModule, host: WebAssemblyHost, memory: WasmMemory) {
    const { buffer } = memory;
    const arena = new Arena({ buffer, checked: false });
    this.image = plan.write(buffer, arena.alloc(plan.bytes, SLACK));
    const choices = arena.alloc(plan.choices * CHOICE_BYTES, SLACK);
    const offsets = arena.alloc(plan.captures * CAPTURE_BYTES, SLACK);
    const room = placesOf(plan);
    const places = arena.alloc(room * PLACE_BYTES, SLACK);
    const path = arena.alloc(PATH_BYTES, SLACK);
    const exports = new host.Instance(module, { env: { memory } }).exports as unknown as Exports;
    exports.place(path, choices, offsets, places, room);
    this.offsets = new Int32Array(buffer, offsets, plan.captures * 2);
    this.#walk = exports.walk;
    this.#write = writerTo(buffer, path);
  }

  walk(path: string, column: number, canonical: boolean): number {
    const { length } = path;
    // As many bytes as characters: all of them are ASCII.
    if (length <= MOST_CHARACTERS && this.#write(path) === length) {
      const id = this.#walk(length, column, canonical ? 1 : 0);
      if (id !== TOO_LARGE) return id;
    } else if (!canonical && length <= MOST_CHARACTERS) return ODD_CHARACTER;
    return this.#walkInScript(path, column, canonical);
  }

  #walkInScript(path: string, column: number, canonical: boolean): number {
    const walker = (this.#walker ??= new Walker(this.image));
    const id = walker.walk(path, column, canonical);
    this.offsets.set(walker.offsets);
    return id;
  }
}

// Few tables need them, and they are a quarter of a page.
function placesOf({ remembers }: ImageSource): number {
  return remembers ? PLACES : 0;
}

// Writes a path in UTF-8 and answers how many bytes it took.
function writerTo(buffer: ArrayBuffer, at: number): (path: string) => number {
  const bytes = new Uint8Array(buffer, at, PATH_BYTES);
  const { Buffer } = globalThis as unknown as {
    Buffer?: { from(buffer: ArrayBuffer, at: number, length: number): Writer };
  };
  // Why: a sixth faster than a TextEncoder (measured on a loaded machine: 47 ns of 34 characters instead of 57).
  const writer = Buffer?.from(buffer, at, PATH_BYTES);
  if (typeof writer?.utf8Write === "function") return (path) => writer.utf8Write(path, 0, PATH_BYTES);
  const encoder = new TextEncoder();
  return (path) => encoder.encodeInto(path, bytes).written;
}
