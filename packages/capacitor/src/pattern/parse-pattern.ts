import { type Constraint, createConstraint } from "../constraint/constraint.ts";
import { capacitorError } from "../errors.ts";
import { canonicalSegment } from "../path/canonical.ts";
import type { Place } from "./place.ts";
import { readSimple } from "./read-simple.ts";
import { createSegmentTest } from "./segment-test.ts";
import {
  AFFIXED,
  CONSTRAINED,
  isSkip,
  MARK,
  OPTIONAL,
  PARAM,
  type Part,
  type Pattern,
  type PatternParam,
  type Segment,
  STATIC,
  type Step,
  WILDCARD,
} from "./pattern.ts";

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const TEXT = /[^/:*?#(){}]+/y;
const MOST_CHARACTERS = 2_000;

/**
 * Reads a pattern.
 *
 * @param source where it stands, for the messages.
 * @param ignoreCase make it one for paths in lower case.
 * @throws WATT_CAPACITOR_PATTERN_SYNTAX, WATT_CAPACITOR_PARAM_DUPLICATE
 */
export function parsePattern(text: string, source: string | Place, ignoreCase: boolean = false): Pattern {
  const simple = ignoreCase ? undefined : readSimple(text);
  return simple ?? new Reader(text, source, ignoreCase).read();
}

class Reader {
  readonly #text: string;
  readonly #source: string | Place;
  readonly #ignoreCase: boolean;
  readonly #steps: Step[] = [];
  readonly #params: PatternParam[] = [];
  #at = 0;

  constructor(text: string, source: string | Place, ignoreCase: boolean) {
    this.#text = text;
    this.#source = source;
    this.#ignoreCase = ignoreCase;
  }

  read(): Pattern {
    const text = this.#text;
    if (!text.startsWith("/") && !text.startsWith("{/")) throw this.#error("it does not begin with '/'");
    if (text.length > MOST_CHARACTERS)
      throw this.#error(`it is longer than ${MOST_CHARACTERS} characters`, MOST_CHARACTERS);
    this.#readPieces(false);
    if (this.#at < text.length)
      throw this.#error(`'${text[this.#at]}' ${this.#isNext("}") ? "closes nothing" : "cannot stand here"}`);
    const steps = this.#steps;
    const shape = steps.map((step) => (isSkip(step) ? `${MARK}${step.to}` : step.key)).join("/");
    const order = text.replace(/([:*])[A-Za-z_]\w*/g, "$1");
    return { text, steps, params: this.#params, shape, skips: steps.filter(isSkip).length, order };
  }

  // Segments and groups, up to what is neither.
  #readPieces(isOptional: boolean): void {
    for (;;) {
      if (this.#take("{")) this.#readGroup();
      else if (this.#take("/")) this.#readSegment(isOptional);
      else return;
    }
  }

  // After the `{`.
  #readGroup(): void {
    const at = this.#at - 1;
    const skip = this.#steps.push({ to: 0 }) - 1;
    this.#readPieces(true);
    if (!this.#take("}?")) throw this.#error("a group ends in '}?'", this.#isNext("") ? at : this.#at);
    if (this.#steps.length === skip + 1) throw this.#error("a group holds no segment", at);
    this.#steps[skip] = { to: this.#steps.length };
  }

  // After the `/`.
  #readSegment(isOptional: boolean): void {
    const at = this.#at;
    if (this.#take("*")) {
      const name = this.#readName();
      this.#add({ name, constraint: undefined, isOptional, isWildcard: true }, at);
      this.#steps.push({
        kind: WILDCARD,
        parts: [this.#params.length - 1],
        text: `*${name}`,
        key: `${MARK}*`,
        order: "*",
        test: undefined,
      });
      return;
    }
    const parts: Part[] = [];
    const known = this.#params.length;
    for (;;) {
      if (this.#isNext(":")) {
        if (typeof parts.at(-1) === "number") throw this.#error("two params need text between them");
        parts.push(this.#readParam(isOptional));
      } else {
        const run = this.#match(TEXT);
        if (run === "") break;
        parts.push(this.#canonical(run));
      }
    }
    if (!this.#take("?")) {
      this.#steps.push(this.#segment(parts, isOptional, at));
      return;
    }
    // `/:id?` is `{/:id}?`.
    if (parts.length !== 1 || this.#params.length !== known + 1) {
      throw this.#error("'?' stands after a param that is a whole segment, or after a group", this.#at - 1);
    }
    this.#params.push({ ...(this.#params.pop() as PatternParam), isOptional: true });
    this.#steps.push({ to: this.#steps.length + 2 }, this.#segment(parts, true, at));
  }

  #segment(parts: readonly Part[], isOptional: boolean, at: number): Segment {
    const key = parts.map((part) => (typeof part === "string" ? part : this.#keyOf(part))).join("");
    const order = parts.map((part) => (typeof part === "string" ? part : this.#orderOf(part))).join("");
    const text = this.#text.slice(at, this.#at);
    const untested = { parts: parts.length === 0 ? [""] : parts, text, key, order, test: undefined };
    if (parts.every((part) => typeof part === "string")) return { ...untested, kind: STATIC };
    if (parts.length === 1 && this.#params.at(-1)?.constraint === undefined) {
      return isOptional ? { ...untested, kind: OPTIONAL, key: `${key}?` } : { ...untested, kind: PARAM };
    }
    const test = createSegmentTest(parts, this.#params, this.#ignoreCase);
    if (test === undefined) throw this.#error("the constraints of a segment are too large", at);
    return { parts, text, key, order, test, kind: parts.length > 1 ? AFFIXED : CONSTRAINED };
  }

  #keyOf(param: number): string {
    const constraint = this.#params[param]?.constraint;
    return constraint === undefined ? `${MARK}:` : `${MARK}(${constraint.automaton.key}${MARK})`;
  }

  #orderOf(param: number): string {
    const constraint = this.#params[param]?.constraint;
    // Why the mark: a colon may be text, too.
    if (constraint === undefined) return `:${MARK}`;
    // What every param of a host has: any other constraint says more, and goes first.
    return /^labels?$/.test(constraint.text) ? `:${MARK}(~${constraint.text})` : `:${MARK}(${constraint.text})`;
  }

  #readParam(isOptional: boolean): number {
    const at = this.#at++;
    const name = this.#readName();
    const constraint = this.#take("(") ? this.#readConstraint() : undefined;
    // Elsewhere it means "one or more".
    if (this.#isNext("+")) throw this.#error("'+' after a param is text: write %2B, or *name for several segments");
    this.#add({ name, constraint, isOptional, isWildcard: false }, at);
    return this.#params.length - 1;
  }

  #add(param: PatternParam, position: number): void {
    const { name } = param;
    if (this.#params.some((other) => other.name === name)) {
      throw capacitorError("WATT_CAPACITOR_PARAM_DUPLICATE", {
        pattern: this.#text,
        name,
        position,
        source: String(this.#source),
      });
    }
    this.#params.push(param);
  }

  // After the `(`.
  #readConstraint(): Constraint {
    const start = this.#at;
    const end = closing(this.#text, start);
    if (end < 0) throw this.#error("a ')' is missing", start - 1);
    const constraint = createConstraint(this.#text.slice(start, end), this.#ignoreCase);
    if ("problem" in constraint) throw this.#error(constraint.problem, start + constraint.at);
    this.#at = end + 1;
    return constraint;
  }

  #readName(): string {
    const name = this.#match(NAME);
    if (name === "") {
      throw this.#error(
        /[0-9]/.test(this.#text.charAt(this.#at)) ? "a param name begins with a digit" : "a param name is missing",
      );
    }
    return name;
  }

  #canonical(run: string): string {
    const canonical = canonicalSegment(run);
    if (canonical !== undefined) return this.#ignoreCase ? canonical.toLowerCase() : canonical;
    throw this.#error("the percent-encoding is not that of UTF-8 text", this.#at - run.length);
  }

  #match(token: RegExp): string {
    token.lastIndex = this.#at;
    const found = token.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }

  #isNext(wanted: string): boolean {
    return wanted === "" ? this.#at === this.#text.length : this.#text.startsWith(wanted, this.#at);
  }

  #take(wanted: string): boolean {
    if (!this.#isNext(wanted)) return false;
    this.#at += wanted.length;
    return true;
  }

  #error(problem: string, position: number = this.#at): Error {
    return capacitorError("WATT_CAPACITOR_PATTERN_SYNTAX", {
      pattern: this.#text,
      position,
      problem,
      source: String(this.#source),
    });
  }
}

// Index of the `)` that closes, or -1. A constraint holds no `/`: that separates segments wherever it stands.
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length && text[at] !== "/"; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at;
  }
  return -1;
}
