import type { Image } from "../image/image.ts";
import {
  HEAD_CAPTURES,
  HEAD_MAX_PARAM,
  HEAD_ROUTE_IDS,
  HEAD_TESTS,
  HEAD_TRIPLETS,
  TEST_WORDS,
} from "../image/layout.ts";
import { passesTest } from "../image/passes-test.ts";
import { isPlain, oddIn } from "../path/canonical.ts";
import { type Executor, NO_ROUTE, ODD_CHARACTER } from "./executor.ts";

const SLASH = 47;
const CODES = 128;
// No string of V8 is longer.
const MOST_CHARACTERS = 2 ** 29;

// Where a segment ends as the path came, and where it is canonical: 1 for every character that it does not go past.
const RAW: Uint8Array = Uint8Array.from({ length: CODES }, (_, code) => Number(!isPlain(code) || code === SLASH));
const CANONICAL: Uint8Array = Uint8Array.from({ length: CODES }, (_, code) => Number(code === SLASH));

/** What generated code is given; see `generateWalk` for the names. */
export interface GeneratedParts {
  readonly W: (path: string, start: number, length: number, classes: Uint8Array) => number;
  readonly P: (path: string, classes: Uint8Array) => boolean;
  readonly T: (test: number, path: string, start: number, end: number) => boolean;
  readonly N: (place: number, position: number) => boolean;
  readonly F: () => void;
  readonly o: Int32Array;
  readonly i: Int32Array;
  readonly m: number;
}

/** What `generateWalk` makes. */
export type GeneratedWalk = (parts: GeneratedParts) => (path: string, column: number, classes: Uint8Array) => number;

/** The executor that runs code made for its table. */
export class CodeWalker implements Executor {
  readonly name = "code";
  readonly image: Image;
  readonly offsets: Int32Array;
  readonly #walk: ReturnType<GeneratedWalk>;
  readonly #odd: RegExp;

  constructor(image: Image, generated: GeneratedWalk) {
    const { words } = image;
    const tests = words[HEAD_TESTS] as number;
    const searched = new Set<number>();
    const odd = oddIn(words[HEAD_TRIPLETS] === 1);
    this.image = image;
    this.#odd = odd;
    this.offsets = new Int32Array((words[HEAD_CAPTURES] as number) * 2);
    this.#walk = generated({
      W: segmentEnd,
      P: (path, classes) => classes === CANONICAL || !odd.test(path),
      T: (test, path, start, end) => passesTest(image, tests + test * TEST_WORDS, path, start, end),
      N: (place, position) => {
        const key = place * MOST_CHARACTERS + position;
        if (searched.has(key)) return false;
        searched.add(key);
        return true;
      },
      F: () => searched.clear(),
      o: this.offsets,
      i: words.subarray(words[HEAD_ROUTE_IDS], tests),
      m: words[HEAD_MAX_PARAM] as number,
    });
  }

  walk(path: string, column: number, canonical: boolean): number {
    if (canonical) return this.#walk(path, column, CANONICAL);
    const id = this.#walk(path, column, RAW);
    return id === NO_ROUTE && this.#odd.test(path) ? ODD_CHARACTER : id;
  }
}

function segmentEnd(path: string, start: number, length: number, classes: Uint8Array): number {
  for (let at = start; at < length; at++) {
    const code = path.charCodeAt(at);
    if (code < CODES && classes[code] === 0) continue;
    return code === SLASH ? at : ODD_CHARACTER;
  }
  return length;
}
