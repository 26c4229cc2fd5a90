import { isPlain } from "../path/canonical.ts";
import {
  CHILD,
  GOES_ON,
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
} from "./plan-radix.ts";
import { passes, type SegmentTest } from "../pattern/segment-test.ts";

/** `walk` found no route. */
export const NO_ROUTE = -1;
/** `walk` met a character inside a param that may need another spelling, or that ends the path. */
export const ODD_CHARACTER = -2;

const SLASH = 47;
const CHOICE_WORDS = 4;
// No string of V8 is longer.
const MOST_CHARACTERS = 2 ** 29;

/** What a walker walks over. */
export interface WalkerTable {
  readonly records: Int32Array;
  readonly labels: Uint8Array;
  /** By number. */
  readonly tests: readonly SegmentTest[];
  /** `leaf * columns + column` → route id, or -1. */
  readonly routeIds: Int32Array;
  readonly columns: number;
  /** See `RadixPlan.choices`. */
  readonly choices: number;
  /** The most segments of a pattern that are no text. */
  readonly captures: number;
  readonly maxParamLength: number;
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
export class Walker {
  /** Start and end of each segment of the path that is no text. Overwritten by the next walk. */
  readonly offsets: Int32Array;
  readonly #table: WalkerTable;
  readonly #choices: Int32Array;
  // What follows crossing records, by the first child, and wildcards, by the complement of the record: each with the
  // positions where it was searched.
  readonly #searched = new Set<number>();

  constructor(table: WalkerTable) {
    this.offsets = new Int32Array(table.captures * 2);
    this.#table = table;
    this.#choices = new Int32Array(table.choices * CHOICE_WORDS);
  }

  /**
   * The id of the route, `NO_ROUTE` or `ODD_CHARACTER`. Allocates nothing where no record is crossing.
   *
   * A route found without `canonical` is the right one for a path of any spelling: its literals were compared with
   * canonical text, so nothing in them could be spelled otherwise, and its params hold plain characters only. That
   * nothing was found says nothing about a path that is not canonical.
   *
   * @param path begins with `/`.
   * @param column the method's column in the table.
   * @param canonical whether `path` is known to be canonical, without query and hash.
   */
  walk(path: string, column: number, canonical: boolean): number {
    const { records, labels } = this.#table;
    const choices = this.#choices;
    if (this.#searched.size > 0) this.#searched.clear();
    const end = path.length;
    let top = 0;
    let record = 0;
    let position = 0;
    let captures = 0;
    for (;;) {
      const meta = records[record + META] as number;
      let label = records[record + LABEL] as number;
      if ((meta & IS_TESTED) !== 0) label += TEST_BYTES;
      const labelEnd = label + (meta >>> LENGTH_SHIFT);
      while (label < labelEnd && position < end && path.charCodeAt(position) === labels[label]) {
        label++;
        position++;
      }
      if (label === labelEnd) {
        if (position === end) {
          const route = this.#routeAt(records[record + LEAF] as number, column);
          if (route >= 0) return route;
        } else if ((meta & IS_CROSSING) === 0 || this.#isNew(records[record + CHILD] as number, position)) {
          const code = path.charCodeAt(position);
          const literals = meta & LITERALS_MASK;
          const child = records[record + CHILD] as number;
          let segments = (meta >>> SEGMENTS_SHIFT) & MANY;
          if (segments > 0 && code !== SLASH) {
            if (segments === MANY) segments = records[child - 1] as number;
            top = remember(choices, top, child + literals * RECORD_WORDS, segments, position, captures);
          }
          let i = 0;
          while (i < literals && labels[labelEnd + i] !== code) i++;
          if (i < literals) {
            record = child + i * RECORD_WORDS;
            position++;
            continue;
          }
        }
      }
      for (;;) {
        if (top === 0) return NO_ROUTE;
        top -= CHOICE_WORDS;
        record = choices[top] as number;
        const start = choices[top + 1] as number;
        captures = choices[top + 3] as number;
        position = this.#endOf(record, path, start, choices[top + 2] as number, canonical);
        if (position === ODD_CHARACTER) return ODD_CHARACTER;
        if (position < 0) continue;
        if (((records[record + META] as number) & GOES_ON) !== 0 && position < end) {
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

  #routeAt(leaf: number, column: number): number {
    const { routeIds, columns } = this.#table;
    return leaf < 0 ? NO_ROUTE : (routeIds[leaf * columns + column] as number);
  }

  // Where the segment of a record ends that begins at `start`; `NO_ROUTE` when it does not pass, or is searched already.
  #endOf(record: number, path: string, start: number, resume: number, canonical: boolean): number {
    const { records, labels, tests, maxParamLength } = this.#table;
    const meta = records[record + META] as number;
    if ((meta & IS_WILDCARD) === 0) {
      const end = segmentEnd(path, start, canonical);
      if (end - start > maxParamLength) return NO_ROUTE;
      if (end < 0 || (meta & IS_TESTED) === 0) return end;
      const at = records[record + LABEL] as number;
      const test = tests[(labels[at] as number) | ((labels[at + 1] as number) << 8)] as SegmentTest;
      return passes(test, path, start, end) ? end : NO_ROUTE;
    }
    if ((meta & GOES_ON) === 0) return canonical || isPlainFrom(path, start) ? path.length : ODD_CHARACTER;
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

function isPlainFrom(path: string, start: number): boolean {
  for (let position = start; position < path.length; position++) if (!isPlain(path.charCodeAt(position))) return false;
  return true;
}
