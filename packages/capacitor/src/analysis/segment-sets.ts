import { accepts, type Automaton, createAutomaton } from "../constraint/automaton.ts";
import type { Expression } from "../constraint/parse-constraint.ts";
import { AFFIXED, CONSTRAINED, type Pattern, type Segment, STATIC, WILDCARD } from "../pattern/pattern.ts";
import { hostName } from "../pattern/host-pattern.ts";
import type { SegmentTest } from "../pattern/segment-test.ts";
import { type Budget, BudgetExhausted } from "./budget.ts";
import { hostText, pathText, someCharacters, textExpression } from "./path-text.ts";
import { TextClasses } from "./text-classes.ts";

// Longer segments come in no request, and an example of one would be no help.
const MOST_CHARACTERS = 8_000;

/** One text. */
export interface TextSet {
  readonly id: number;
  readonly kind: "text";
  readonly text: string;
}

/** The texts that an affixed or constrained segment takes. */
export interface TestSet {
  readonly id: number;
  readonly kind: "test";
  readonly segment: Segment;
  /** Of which the segment is. */
  readonly pattern: Pattern;
  /** It is a rule for hosts. */
  readonly isHost: boolean;
}

/** `any` that is not empty; the first segment of a `wildcard`, that is any, however long; the `rest` of its segments; and `none`. */
export interface WideSet {
  readonly id: number;
  readonly kind: "any" | "wildcard" | "rest" | "none";
}

/** The segments of a path that one segment of a pattern takes. Those with equal ids are the same object. */
export type SegmentSet = TextSet | TestSet | WideSet;

/** How paths are read, as far as it decides which segments are in a set. */
export interface SegmentOptions {
  readonly ignoreCase: boolean;
  readonly maxParamLength: number;
}

/** The sets of a table. */
export class SegmentSets {
  readonly any: SegmentSet = { id: 0, kind: "any" };
  readonly wildcard: SegmentSet = { id: 1, kind: "wildcard" };
  readonly rest: SegmentSet = { id: 2, kind: "rest" };
  readonly none: SegmentSet = { id: 3, kind: "none" };
  #count = 4;
  readonly #texts = new Map<string, TextSet>();
  readonly #tests = new Map<string, TestSet>();
  readonly #automata = new Map<TestSet, Automaton | undefined>();
  readonly #samples = new Map<string, readonly string[]>();
  readonly #classes = new Map<string, TextClasses | undefined>();
  readonly #pathText: Automaton;
  readonly #ignoreCase: boolean;
  readonly #most: number;
  readonly #budget: Budget;

  constructor({ ignoreCase, maxParamLength }: SegmentOptions, budget: Budget) {
    this.#ignoreCase = ignoreCase;
    this.#most = maxParamLength > MOST_CHARACTERS ? Infinity : Math.floor(maxParamLength);
    this.#pathText = pathText(ignoreCase);
    this.#budget = budget;
  }

  /** The set of a pattern's segment, which may be a rule for hosts. */
  of(segment: Segment, pattern: Pattern, isHost: boolean = false): SegmentSet {
    if (segment.kind === STATIC) {
      const text = segment.parts[0] as string;
      return isHost && hostName(text) !== text ? this.none : this.text(text);
    }
    if (segment.kind !== AFFIXED && segment.kind !== CONSTRAINED)
      return segment.kind === WILDCARD ? this.wildcard : this.any;
    const key = isHost ? `host ${segment.key}` : segment.key;
    const set = this.#tests.get(key) ?? { id: this.#count++, kind: "test", segment, pattern, isHost };
    this.#tests.set(key, set);
    return set;
  }

  /** The set of one text. */
  text(text: string): TextSet {
    const set = this.#texts.get(text) ?? { id: this.#count++, kind: "text", text };
    this.#texts.set(text, set);
    return set;
  }

  /** Whether a segment of a path is in a set. O(its length). */
  has(set: SegmentSet, text: string): boolean {
    const isParam = text !== "" && text.length <= this.#most;
    if (set.kind === "text") return set.text === text;
    if (set.kind === "test") return isParam && passes(set.segment.test as SegmentTest, text);
    if (set.kind === "none") return false;
    return set.kind === "rest" || (set.kind === "wildcard" ? text !== "" : isParam);
  }

  /**
   * A text that is in both sets, or `undefined`.
   *
   * @throws BudgetExhausted
   */
  shared(a: SegmentSet, b: SegmentSet): string | undefined {
    const guess = guessOf(a, b);
    if (guess === undefined) return undefined;
    const isShared = (text: string): boolean => this.has(a, text) && this.has(b, text);
    return isShared(guess) ? guess : this.samples(a === b ? [a] : [a, b]).find(isShared);
  }

  /**
   * A few texts that stand for all: each text that is in some of the sets is in the same ones as one of them.
   *
   * @throws BudgetExhausted
   */
  samples(sets: readonly SegmentSet[]): readonly string[] {
    const [only] = sets;
    if (sets.length === 1 && only?.kind === "text") return [only.text];
    const key = sets.map(({ id }) => id).join();
    const samples = this.#samples.get(key) ?? this.#sampled(sets);
    this.#samples.set(key, samples);
    return samples;
  }

  #sampled(sets: readonly SegmentSet[]): readonly string[] {
    const texts = new Set(sets.filter((set) => set.kind === "text").map(({ text }) => text));
    const samples = new Set(texts);
    const add = (sample: string | undefined): void => void (sample === undefined || samples.add(sample));
    const tests = sets.filter((set) => set.kind === "test");
    const takesAny = sets.some(({ kind }) => kind === "any" || kind === "wildcard" || kind === "rest");
    const takesLong = sets.some(({ kind }) => kind === "wildcard" || kind === "rest");
    if (tests.length > 0 || takesAny) {
      const classes = this.#classesOf(tests);
      // A text that no test accepts is in none of the sets, if there are only tests.
      const names = classes.names.filter((name) => takesAny || name.includes("1"));
      this.#budget.spend(texts.size + names.length);
      for (const name of names) add(classes.find(name, texts, 1, this.#most));
    }
    if (takesLong && this.#most < Infinity) {
      // Longer than each of the texts, so none of them.
      const length = [...texts].reduce((most, text) => Math.max(most, text.length), this.#most) + 1;
      samples.add("x".repeat(length));
    }
    if (sets.includes(this.rest)) samples.add("");
    return [...samples];
  }

  #classesOf(tests: readonly TestSet[]): TextClasses {
    const key = tests.map(({ id }) => id).join();
    if (!this.#classes.has(key)) {
      // What is too large stays so: it is not tried again.
      this.#classes.set(key, undefined);
      const automata = tests.map((test) => this.#automatonOf(test));
      const all = tests[0]?.isHost === true ? hostText() : this.#pathText;
      this.#classes.set(key, new TextClasses(all, automata, this.#budget));
    }
    const classes = this.#classes.get(key);
    if (classes === undefined) throw new BudgetExhausted();
    return classes;
  }

  #automatonOf(set: TestSet): Automaton {
    if (!this.#automata.has(set)) this.#automata.set(set, createSegmentAutomaton(set, this.#ignoreCase));
    const automaton = this.#automata.get(set);
    if (automaton === undefined) throw new BudgetExhausted();
    return automaton;
  }
}

// A text that two sets may share, by how what is in them begins and ends; `undefined` when they share none. Why: most
// affixed segments are told apart by that, or share this text, and an automaton for each pair takes long.
function guessOf(a: SegmentSet, b: SegmentSet): string | undefined {
  const [one, other] = [affixesOf(a), affixesOf(b)];
  const [prefix, less] =
    one.prefix.length < other.prefix.length ? [other.prefix, one.prefix] : [one.prefix, other.prefix];
  const [suffix, end] =
    one.suffix.length < other.suffix.length ? [other.suffix, one.suffix] : [one.suffix, other.suffix];
  return prefix.startsWith(less) && suffix.endsWith(end) ? `${prefix}x${suffix}` : undefined;
}

function affixesOf(set: SegmentSet): { readonly prefix: string; readonly suffix: string } {
  if (set.kind === "text") return { prefix: set.text, suffix: set.text };
  return set.kind === "test" ? (set.segment.test as SegmentTest) : { prefix: "", suffix: "" };
}

// As the router does.
function passes({ prefix, suffix, automaton, isWhole }: SegmentTest, text: string): boolean {
  if (!text.startsWith(prefix) || !text.endsWith(suffix)) return false;
  const inner = text.slice(prefix.length, text.length - suffix.length);
  // At least one character is between; and a triplet is one: no text begins inside of it.
  if (text.length <= prefix.length + suffix.length || /%.?$/.test(inner)) return false;
  const tested = isWhole ? text : inner;
  return automaton === undefined || accepts(automaton, tested, 0, tested.length);
}

// Of all that passes, the empty text perhaps included: that is looked at nowhere.
function createSegmentAutomaton({ segment, pattern }: TestSet, ignoreCase: boolean): Automaton | undefined {
  const { prefix, suffix, automaton, isWhole } = segment.test as SegmentTest;
  if (isWhole || (prefix === "" && suffix === "")) return automaton;
  const param = segment.parts.find((part) => typeof part === "number") as number;
  const expression = pattern.params[param]?.constraint?.expression;
  const inner: Expression = { kind: "some", item: expression ?? someCharacters() };
  const items = [textExpression(prefix), inner, textExpression(suffix)];
  return createAutomaton({ kind: "sequence", items }, ignoreCase);
}
