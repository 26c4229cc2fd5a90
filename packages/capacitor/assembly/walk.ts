import {
  CHILD,
  GOES_ON,
  HEAD_COLUMNS,
  HEAD_MAX_PARAM,
  HEAD_RECORDS,
  HEAD_ROUTE_IDS,
  HEAD_TESTS,
  IS_CROSSING,
  IS_TESTED,
  IS_WILDCARD,
  LABEL,
  LEAF,
  LENGTH_SHIFT,
  LITERALS_MASK,
  MANY,
  META,
  RECORD,
  SEGMENTS_SHIFT,
  TEST,
} from "./layout";
import { passesTest } from "./passes-test";
import { forgetPlaces, FULL, isNew, setPlaces } from "./places";
import { isPlain } from "./plain";
import { sameBytes } from "./same-bytes";
import { ODD, segmentEnd } from "./segment-end";

const NO_ROUTE: i32 = -1;
const TOO_LARGE: i32 = -3;
const SLASH: u32 = 47;
const LANES: u32 = 16;

// A segment that can be tried yet: its record, where it begins, where a wildcard goes on, how many segments stand before.
const CHOICE: usize = 16;

let path: usize = 0;
let choices: usize = 0;
let offsets: usize = 0;

/**
 * Says where in the memory everything lies; the image begins at byte 0. Behind the path, which comes last, are 16 bytes
 * that nobody needs.
 */
export function place(pathAt: usize, choicesAt: usize, offsetsAt: usize, placesAt: usize, placesRoom: u32): void {
  path = pathAt;
  choices = choicesAt;
  offsets = offsetsAt;
  setPlaces(placesAt, placesRoom);
}

/**
 * The twin of `Walker.walk` in src/radix/walker.ts, over the path of `length` bytes. `TOO_LARGE` when there are more places
 * to remember than there is room.
 */
export function walk(length: u32, column: u32, canonical: bool): i32 {
  const end = path + length;
  let top = choices;
  let record: usize = <usize>load<u32>(HEAD_RECORDS) << 2;
  let position = path;
  let captures: usize = 0;
  let remembers = false;
  while (true) {
    const meta = load<u32>(record, META);
    const size: usize = meta >>> LENGTH_SHIFT;
    const label: usize = load<u32>(record, LABEL);
    if (position + size <= end && sameBytes(position, label, size)) {
      position += size;
      if (position == end) {
        const route = routeAt(load<i32>(record, LEAF), column);
        if (route >= 0) return route;
      } else {
        const child: usize = <usize>load<u32>(record, CHILD) << 2;
        let isOpen = 1;
        if ((meta & IS_CROSSING) != 0) {
          if (!remembers) forgetPlaces();
          remembers = true;
          isOpen = isNew(<u32>child, <u32>position);
          if (isOpen == FULL) return TOO_LARGE;
        }
        if (isOpen != 0) {
          const code = <u32>load<u8>(position);
          const literals = meta & LITERALS_MASK;
          let segments = (meta >>> SEGMENTS_SHIFT) & MANY;
          if (segments > 0 && code != SLASH) {
            if (segments == MANY) segments = load<u32>(child - 4);
            top = remember(top, child + <usize>literals * RECORD, segments, position, captures);
          }
          const found = literals == 0 ? -1 : indexOf(label + size, literals, code);
          if (found >= 0) {
            record = child + <usize>found * RECORD;
            position++;
            continue;
          }
        }
      }
    }
    for (;;) {
      if (top == choices) return canonical || isPlain(path, end) ? NO_ROUTE : ODD;
      top -= CHOICE;
      record = load<u32>(top);
      const start: usize = load<u32>(top, 4);
      const resume: usize = load<u32>(top, 8);
      captures = load<u32>(top, 12);
      const kind = load<u32>(record, META);
      if ((kind & (IS_WILDCARD | IS_TESTED)) == 0) {
        const stop = segmentEnd(start, end, canonical);
        if (stop == ODD) return ODD;
        if (<u32>stop - <u32>start > load<u32>(HEAD_MAX_PARAM)) continue;
        position = stop;
      } else if ((kind & IS_WILDCARD) == 0) {
        const stop = segmentEnd(start, end, canonical);
        if (stop == ODD) return ODD;
        if (<u32>stop - <u32>start > load<u32>(HEAD_MAX_PARAM)) continue;
        const number: usize = load<u16>(<usize>load<u32>(record, LABEL) - 2);
        if (!passesTest((<usize>load<u32>(HEAD_TESTS) << 2) + number * TEST, start, stop)) continue;
        position = stop;
      } else if ((kind & GOES_ON) == 0) {
        if (!canonical && !isPlain(start, end)) return ODD;
        position = end;
      } else {
        const stop = segmentEnd(resume, end, canonical);
        if (stop == ODD) return ODD;
        if (!remembers) forgetPlaces();
        remembers = true;
        const fresh = isNew(~(<u32>record), <u32>stop);
        if (fresh == FULL) return TOO_LARGE;
        // It was here before, from an earlier start, and then tried all that is longer as well.
        if (fresh == 0) continue;
        position = stop;
        if (position < end) {
          store<u32>(top, <u32>position + 1, 8);
          top += CHOICE;
        }
      }
      store<u32>(offsets + (captures << 3), <u32>(start - path));
      store<u32>(offsets + (captures << 3), <u32>(position - path), 4);
      captures++;
      break;
    }
  }
}

function routeAt(leaf: i32, column: u32): i32 {
  if (leaf < 0) return NO_ROUTE;
  const index = load<u32>(HEAD_ROUTE_IDS) + <u32>leaf * load<u32>(HEAD_COLUMNS) + column;
  return load<i32>(<usize>index << 2);
}

// The best one is remembered last.
function remember(from: usize, first: usize, count: u32, position: usize, captures: usize): usize {
  let top = from;
  for (let record = first + (<usize>count - 1) * RECORD; count > 0; count--, record -= RECORD) {
    store<u32>(top, <u32>record);
    store<u32>(top, <u32>position, 4);
    store<u32>(top, <u32>position, 8);
    store<u32>(top, <u32>captures, 12);
    top += CHOICE;
  }
  return top;
}

// Place of the first of `count` bytes that is `byte`, or -1.
function indexOf(at: usize, count: u32, byte: u32): i32 {
  const wanted = i8x16.splat(<i8>byte);
  for (let i: u32 = 0; i < count; i += LANES) {
    const found = <u32>i8x16.bitmask(i8x16.eq(v128.load(at + i), wanted));
    if (found == 0) continue;
    const index = i + ctz(found);
    return index < count ? <i32>index : -1;
  }
  return -1;
}
