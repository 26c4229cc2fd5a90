import type { Automaton } from "../constraint/automaton.ts";
import type { Segment } from "../pattern/pattern.ts";
import type { SegmentTest } from "../pattern/segment-test.ts";
import type { Image } from "./image.ts";
import {
  AUTOMATON_COLUMNS,
  AUTOMATON_ENDS,
  AUTOMATON_NEXT,
  AUTOMATON_WIDTH,
  AUTOMATON_WORDS,
  TEST_AUTOMATON,
  TEST_IS_WHOLE,
  TEST_PREFIX,
  TEST_PREFIX_LENGTH,
  TEST_SUFFIX,
  TEST_SUFFIX_LENGTH,
  TEST_WORDS,
} from "./layout.ts";

/** The tests of a table's segments, numbered as they come, and what they take in its image. */
export class TestsPlan {
  readonly #tests: SegmentTest[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #automata = new Map<string, Automaton>();
  /** Transitions. */
  halves = 0;
  bytes = 0;

  get words(): number {
    return this.#tests.length * TEST_WORDS + this.#automata.size * AUTOMATON_WORDS;
  }

  /** The number of a segment's test; 0 for one without. Equal for segments that no path tells apart. */
  numberOf({ key, test }: Segment): number {
    if (test === undefined) return 0;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#tests.length);
    this.bytes += test.prefix.length + test.suffix.length;
    this.#count(test.automaton);
    return this.#tests.push(test) - 1;
  }

  #count(automaton: Automaton | undefined): void {
    if (automaton === undefined || this.#automata.has(automaton.key)) return;
    this.#automata.set(automaton.key, automaton);
    this.halves += automaton.next.length;
    this.bytes += automaton.columns.length + automaton.accepts.length;
  }

  /** Writes all of it from these places on: a word, a half and a byte of the image. */
  write({ words, halves, bytes }: Image, word: number, half: number, byte: number): void {
    const automata = new Map<string, number>();
    const writeBytes = (source: Uint8Array): number => {
      bytes.set(source, byte);
      byte += source.length;
      return byte - source.length;
    };
    const writeText = (text: string): number => writeBytes(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
    let at = word + this.#tests.length * TEST_WORDS;
    for (const [key, { columns, width, next, accepts }] of this.#automata) {
      automata.set(key, at);
      words[at + AUTOMATON_COLUMNS] = writeBytes(columns);
      words[at + AUTOMATON_WIDTH] = width;
      words[at + AUTOMATON_NEXT] = half;
      words[at + AUTOMATON_ENDS] = writeBytes(accepts);
      halves.set(next, half);
      half += next.length;
      at += AUTOMATON_WORDS;
    }
    for (const [number, { prefix, suffix, isWhole, automaton }] of this.#tests.entries()) {
      const test = word + number * TEST_WORDS;
      words[test + TEST_PREFIX] = writeText(prefix);
      words[test + TEST_PREFIX_LENGTH] = prefix.length;
      words[test + TEST_SUFFIX] = writeText(suffix);
      words[test + TEST_SUFFIX_LENGTH] = suffix.length;
      words[test + TEST_IS_WHOLE] = Number(isWhole);
      words[test + TEST_AUTOMATON] = automaton === undefined ? 0 : (automata.get(automaton.key) as number);
    }
  }
}
