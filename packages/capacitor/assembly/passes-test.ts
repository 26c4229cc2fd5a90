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
} from "./layout";
import { sameBytes } from "./same-bytes";

const PERCENT: u32 = 37;

/** Whether the segment [start, end) passes the test at `test`; the image begins at byte 0. The twin of src/image/passes-test.ts. */
export function passesTest(test: usize, start: usize, end: usize): bool {
  const prefix = load<u32>(test, TEST_PREFIX_LENGTH);
  const suffix = load<u32>(test, TEST_SUFFIX_LENGTH);
  const from = start + prefix;
  const to = end - suffix;
  if (<i32>from >= <i32>to) return false;
  if (!sameBytes(start, load<u32>(test, TEST_PREFIX), prefix)) return false;
  if (!sameBytes(to, load<u32>(test, TEST_SUFFIX), suffix)) return false;
  // A triplet is one character: no text begins inside of it.
  if (load<u8>(to - 1) == PERCENT || (to - 2 >= from && load<u8>(to - 2) == PERCENT)) return false;
  const automaton = <usize>load<u32>(test, TEST_AUTOMATON) << 2;
  if (automaton == 0) return true;
  const isWhole = load<u32>(test, TEST_IS_WHOLE) == 1;
  return isWhole ? accepts(automaton, start, end) : accepts(automaton, from, to);
}

function accepts(automaton: usize, start: usize, end: usize): bool {
  const columns: usize = load<u32>(automaton, AUTOMATON_COLUMNS);
  const width = load<u32>(automaton, AUTOMATON_WIDTH);
  const next = <usize>load<u32>(automaton, AUTOMATON_NEXT) << 1;
  let state: u32 = 1;
  for (let at = start; at < end && state != 0; at++) {
    const code = <u32>load<u8>(at);
    state = code < 128 ? load<u16>(next + ((state * width + load<u8>(columns + code)) << 1)) : 0;
  }
  return load<u8>(<usize>load<u32>(automaton, AUTOMATON_ENDS) + state) == 1;
}
