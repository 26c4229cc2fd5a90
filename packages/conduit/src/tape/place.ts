import type { Records } from "./records.ts";
import type { Tape } from "./tape.ts";
import { RAWS, REPORT_WORDS, TEXT_AT, TEXTS, TOP, WAITING_WORDS, WORD, WORDS } from "./walker.ts";

/** Where a walk goes on, whatever lies where by then: pairs of the next word and its text, counted from where their areas begin. */
export type Place = Int32Array;

/** Where the walk that stopped goes on. O(depth). */
export function placeOf({ i32, layout }: Tape, { words, texts }: Records): Place {
  const report = layout.report >> 2;
  const bottom = report + REPORT_WORDS;
  const top = i32[report + TOP]! >> 2;
  const place = new Int32Array(top - bottom + WAITING_WORDS);
  place.set(i32.subarray(bottom, top));
  place[place.length - 2] = i32[report + WORD]!;
  place[place.length - 1] = i32[report + TEXT_AT]!;
  return place.map((at, i) => at - (i % WAITING_WORDS === 0 ? words : texts));
}

/** Lets the next walk go on there. */
export function goTo({ i32, layout }: Tape, { words, texts, raws }: Records, place: Place): void {
  const report = layout.report >> 2;
  const bottom = report + REPORT_WORDS;
  const last = place.length - WAITING_WORDS;
  i32[report + WORDS] = words;
  i32[report + TEXTS] = texts;
  i32[report + RAWS] = raws;
  i32[report + WORD] = words + place[last]!;
  i32[report + TEXT_AT] = texts + place[last + 1]!;
  i32[report + TOP] = (bottom + last) * 4;
  for (let i = 0; i < last; i++) i32[bottom + i] = place[i]! + (i % WAITING_WORDS === 0 ? words : texts);
}
