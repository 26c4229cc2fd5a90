import { ASCII } from "../constraint/char-set.ts";
import type { Image } from "./image.ts";
import {
  AUTOMATON_COLUMNS,
  AUTOMATON_ENDS,
  AUTOMATON_NEXT,
  AUTOMATON_WIDTH,
  TEST_AUTOMATON,
  TEST_IS_WHOLE,
  TEST_PREFIX,
  TEST_PREFIX_LENGTH,
  TEST_SUFFIX,
  TEST_SUFFIX_LENGTH,
} from "./layout.ts";

const PERCENT = 37;

/**
 * Whether the segment [start, end) of a canonical path passes a test, which is a word of the image. Between its texts
 * stands at least one character. O(end - start), allocates nothing.
 */
export function passesTest(image: Image, test: number, path: string, start: number, end: number): boolean {
  const { words } = image;
  const from = start + (words[test + TEST_PREFIX_LENGTH] as number);
  const to = end - (words[test + TEST_SUFFIX_LENGTH] as number);
  if (from >= to) return false;
  if (!stands(image, words[test + TEST_PREFIX] as number, path, start, from)) return false;
  if (!stands(image, words[test + TEST_SUFFIX] as number, path, to, end)) return false;
  // A triplet is one character: no text begins inside of it.
  if (path.charCodeAt(to - 1) === PERCENT || (to - 2 >= from && path.charCodeAt(to - 2) === PERCENT)) return false;
  const automaton = words[test + TEST_AUTOMATON] as number;
  if (automaton === 0) return true;
  const isWhole = words[test + TEST_IS_WHOLE] === 1;
  return isWhole ? accepts(image, automaton, path, start, end) : accepts(image, automaton, path, from, to);
}

// Whether the text at a byte of the image is what [start, end) is.
function stands({ bytes }: Image, text: number, path: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (path.charCodeAt(at) !== bytes[text + at - start]) return false;
  return true;
}

function accepts(image: Image, automaton: number, path: string, start: number, end: number): boolean {
  const { words, halves, bytes } = image;
  const columns = words[automaton + AUTOMATON_COLUMNS] as number;
  const width = words[automaton + AUTOMATON_WIDTH] as number;
  const next = words[automaton + AUTOMATON_NEXT] as number;
  let state = 1;
  for (let at = start; at < end && state !== 0; at++) {
    const code = path.charCodeAt(at);
    state = code < ASCII ? (halves[next + state * width + (bytes[columns + code] as number)] as number) : 0;
  }
  return bytes[(words[automaton + AUTOMATON_ENDS] as number) + state] === 1;
}
