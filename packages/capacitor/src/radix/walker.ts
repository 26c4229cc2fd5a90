import type { Image } from "../image/image.ts";
import {
  CHILD,
  GOES_ON,
  HEAD_CAPTURES,
  HEAD_CHOICES,
  HEAD_COLUMNS,
  HEAD_MAX_PARAM,
  HEAD_RECORDS,
  HEAD_ROUTE_IDS,
  HEAD_TESTS,
  HEAD_TRIPLETS,
  IS_CROSSING,
  IS_TESTED,
  IS_WILDCARD,
  LABEL,
  LEAF,
  LENGTH_SHIFT,
  LITERALS_MASK,
  MANY,
  META,
  RECORD_WORDS,
  SEGMENTS_SHIFT,
  TEST_BYTES,
  TEST_WORDS,
} from "../image/layout.ts";
import { passesTest } from "../image/passes-test.ts";
import { isPlain, oddIn } from "../path/canonical.ts";
import { type Executor, NO_ROUTE, ODD_CHARACTER } from "./executor.ts";

const SLASH = 47;
const CHOICE_WORDS = 4;
// No string of V8 is longer.
const MOST_CHARACTERS = 2 ** 29;

/** A leaf that a path ends at, and its segments on the way that are no text, as in `Executor.offsets`. */
export interface LeafHit {
  readonly leaf: number;
  readonly offsets: Int32Array;
}

/**
 * The JavaScript executor of the radix image: depth first, explicit stack, the best alternative first.
 *
 * ```text
 * at a record: compare its label; at the end of the path, its leaf if it has one for the method
 *              otherwise remember the segments that can follow, go to the literal child of the next character
 * stuck:       take the one remembered last, let it have its segment, go to its record
 *              (a wildcard: all up to the next slash; remember it once more, to take more)
 * ```
 *
 * A record is reached at one position only, since segments are taken whole; except below a wildcard that something
 * follows, and where optional parts meet again. There it is remembered where nothing was found, and not searched again. So
 * the work is at most the size of the table, times the segments of the path below such places.
 */
export class Walker implements Executor {
  readonly name = "walker";
  readonly offsets: Int32Array;
  readonly image: Image;
  readonly #choices: Int32Array;
  readonly #odd: RegExp;
  // What follows crossing records, by the first child, and wildcards, by the complement of the record: each with the
  // positions where it was searched.
  readonly #searched = new Set<number>();

  // While all leaves of a path are gathered.
  #hits: LeafHit[] | undefined;

  constructor(image: Image) {
    const { words } = image;
    this.offsets = new Int32Array((words[HEAD_CAPTURES] as number) * 2);
    this.image = image;
    this.#odd = oddIn(words[HEAD_TRIPLETS] === 1);
    this.#choices = new Int32Array((words[HEAD_CHOICES] as number) * CHOICE_WORDS);
  }

  /** Allocates nothing where no record is crossing. */
  walk(path: string, column: number, canonical: boolean): number {
    const { words, bytes } = this.image;
    const choices = this.#choices;
    if (this.#searched.size > 0) this.#searched.clear();
    const end = path.length;
    let top = 0;
    let record = words[HEAD_RECORDS] as number;
    let position = 0;
    let captures = 0;
    for (;;) {
      const meta = words[record + META] as number;
      let label = words[record + LABEL] as number;
      const labelEnd = label + (meta >>> LENGTH_SHIFT);
      while (label < labelEnd && position < end && path.charCodeAt(position) === bytes[label]) {
        label++;
        position++;
      }
      if (label === labelEnd) {
        if (position === end) {
          const route = this.#routeAt(words[record + LEAF] as number, column);
          if (route >= 0) return route;
        } else if ((meta & IS_CROSSING) === 0 || this.#isNew(words[record + CHILD] as number, position)) {
          const code = path.charCodeAt(position);
          const literals = meta & LITERALS_MASK;
          const child = words[record + CHILD] as number;
          let segments = (meta >>> SEGMENTS_SHIFT) & MANY;
          if (segments > 0 && code !== SLASH) {
            if (segments === MANY) segments = words[child - 1] as number;
            top = remember(choices, top, child + literals * RECORD_WORDS, segments, position, captures);
          }
          let i = 0;
          while (i < literals && bytes[labelEnd + i] !== code) i++;
          if (i < literals) {
            record = child + i * RECORD_WORDS;
            position++;
            continue;
          }
        }
      }
      for (;;) {
        if (top === 0) return canonical || !this.#odd.test(path) ? NO_ROUTE : ODD_CHARACTER;
        top -= CHOICE_WORDS;
        record = choices[top] as number;
        const start = choices[top + 1] as number;
        captures = choices[top + 3] as number;
        position = this.#endOf(record, path, start, choices[top + 2] as number, canonical);
        if (position === ODD_CHARACTER) return ODD_CHARACTER;
        if (position < 0) continue;
        if (((words[record + META] as number) & GOES_ON) !== 0 && position < end) {
          choices[top + 2] = position + 1;
          top += CHOICE_WORDS;
        }
        this.offsets[captures * 2] = start;
        this.offsets[captures * 2 + 1] = position;
        captures++;
        break;
      }
    }
  }

  /** Every leaf that a canonical path ends at, the best one first; some may come twice. */
  walkAll(path: string): readonly LeafHit[] {
    const hits: LeafHit[] = (this.#hits = []);
    this.walk(path, 0, true);
    this.#hits = undefined;
    return hits;
  }

  #routeAt(leaf: number, column: number): number {
    const { words } = this.image;
    if (leaf < 0) return NO_ROUTE;
    if (this.#hits !== undefined) {
      // Not this one only: goes on as if it were none.
      this.#hits.push({ leaf, offsets: this.offsets.slice() });
      return NO_ROUTE;
    }
    return words[(words[HEAD_ROUTE_IDS] as number) + leaf * (words[HEAD_COLUMNS] as number) + column] as number;
  }

  // Where the segment of a record ends that begins at `start`; `NO_ROUTE` when it does not pass, or is searched already.
  #endOf(record: number, path: string, start: number, resume: number, canonical: boolean): number {
    const { words, bytes } = this.image;
    const meta = words[record + META] as number;
    if ((meta & IS_WILDCARD) === 0) {
      const end = segmentEnd(path, start, canonical);
      if (end - start > (words[HEAD_MAX_PARAM] as number)) return NO_ROUTE;
      if (end < 0 || (meta & IS_TESTED) === 0) return end;
      const at = (words[record + LABEL] as number) - TEST_BYTES;
      const number = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
      const test = (words[HEAD_TESTS] as number) + number * TEST_WORDS;
      return passesTest(this.image, test, path, start, end) ? end : NO_ROUTE;
    }
    if ((meta & GOES_ON) === 0) return canonical || !this.#odd.test(path) ? path.length : ODD_CHARACTER;
    const end = segmentEnd(path, resume, canonical);
    // It was here before, from an earlier start, and then tried all that is longer as well.
    return end < 0 || this.#isNew(~record, end) ? end : NO_ROUTE;
  }

  #isNew(place: number, position: number): boolean {
    // Below 2^53 by far: a sum that no other pair has.
    const key = place * MOST_CHARACTERS + position;
    if (this.#searched.has(key)) return false;
    this.#searched.add(key);
    return true;
  }
}

// The best one is remembered last.
function remember(
  choices: Int32Array,
  from: number,
  first: number,
  count: number,
  position: number,
  captures: number,
): number {
  let top = from;
  for (let i = count - 1; i >= 0; i--) {
    choices[top] = first + i * RECORD_WORDS;
    choices[top + 1] = position;
    choices[top + 2] = position;
    choices[top + 3] = captures;
    top += CHOICE_WORDS;
  }
  return top;
}

// The next slash or the end, or `ODD_CHARACTER`.
function segmentEnd(path: string, from: number, canonical: boolean): number {
  const end = path.length;
  for (let position = from; position < end; position++) {
    const code = path.charCodeAt(position);
    if (code === SLASH) return position;
    if (!canonical && !isPlain(code)) return ODD_CHARACTER;
  }
  return end;
}
