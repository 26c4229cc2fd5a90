import { canonicalSegment, isPlain } from "../path/canonical.ts";
import { ASCII, type CharSet, charSet, union } from "./char-set.ts";

/** A regular expression of the safe set, as a tree. */
export type Expression =
  | { readonly kind: "set"; readonly set: CharSet }
  | { readonly kind: "sequence" | "choice"; readonly items: readonly Expression[] }
  | { readonly kind: "repeat"; readonly item: Expression; readonly least: number; readonly most: number }
  /** What the item accepts, but for the empty text. */
  | { readonly kind: "some"; readonly item: Expression };

/** Where an expression leaves the safe set. */
export interface ConstraintProblem {
  /** Index in the text. */
  readonly at: number;
  readonly problem: string;
}

const MOST_REPEATS = 64;
const DIGIT = charSet("0-9");
const WORD = charSet("A-Z", "a-z", "0-9", "_");
const SPECIAL = /[\\^$.*+?()[\]{}|]/;
const SLASH = 47;
const OUTSIDE = "is not in the safe set";

/**
 * Reads `\d+`, `[a-z]{2,8}`, `draft|published`, `\d{4}-\d\d`: characters, classes, `\d`, `\w`, groups, `|`, `?`, `*`,
 * `+` and `{n,m}`. What needs backtracking (references, looking around) is no part of it, nor are `.`, `^`, `$` and `[^…]`:
 * a constraint always spans the whole param.
 *
 * @returns the expression, or where it goes wrong.
 */
export function parseConstraint(text: string): Expression | ConstraintProblem {
  try {
    return new Reader(text).read();
  } catch (error) {
    if (error instanceof Refusal) return { at: error.at, problem: error.message };
    throw error;
  }
}

class Refusal extends Error {
  readonly at: number;

  constructor(at: number, problem: string) {
    super(problem);
    this.at = at;
  }
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Expression {
    const expression = this.#choice();
    if (this.#at < this.#text.length) throw this.#refusal(`'${this.#next}' closes nothing`);
    return expression;
  }

  get #next(): string {
    return this.#text[this.#at] ?? "";
  }

  #refusal(problem: string, at: number = this.#at): Refusal {
    return new Refusal(at, problem);
  }

  #take(wanted: string): boolean {
    if (!this.#text.startsWith(wanted, this.#at)) return false;
    this.#at += wanted.length;
    return true;
  }

  #choice(): Expression {
    const items = [this.#sequence()];
    while (this.#take("|")) items.push(this.#sequence());
    return items.length === 1 ? (items[0] as Expression) : { kind: "choice", items };
  }

  #sequence(): Expression {
    const items: Expression[] = [];
    while (this.#next !== "" && this.#next !== "|" && this.#next !== ")") items.push(this.#repeated());
    if (items.length === 0) throw this.#refusal("an alternative is empty");
    return { kind: "sequence", items };
  }

  #repeated(): Expression {
    const item = this.#atom();
    const at = this.#at;
    if (this.#take("?")) return this.#bounded(item, 0, 1, at);
    if (this.#take("*")) return this.#bounded(item, 0, Infinity, at);
    if (this.#take("+")) return this.#bounded(item, 1, Infinity, at);
    const counts = /^\{(\d+)(,(\d*))?\}/.exec(this.#text.slice(at));
    if (counts === null) return item;
    this.#at += counts[0].length;
    const least = Number(counts[1]);
    const most = counts[2] === undefined ? least : counts[3] === "" ? Infinity : Number(counts[3]);
    return this.#bounded(item, least, most, at);
  }

  #bounded(item: Expression, least: number, most: number, at: number): Expression {
    if (/^[?*+{]/.test(this.#next)) throw this.#refusal("two quantifiers follow each other");
    if (least > most || most === 0) throw this.#refusal("a quantifier allows nothing", at);
    if (least > MOST_REPEATS || (most > MOST_REPEATS && most !== Infinity)) {
      throw this.#refusal(`a quantifier counts to more than ${MOST_REPEATS}`, at);
    }
    return { kind: "repeat", item, least, most };
  }

  #atom(): Expression {
    if (this.#take("(?:") || this.#take("(")) {
      const inner = this.#choice();
      if (!this.#take(")")) throw this.#refusal("a ')' is missing");
      return inner;
    }
    if (this.#take("[")) return spelled(this.#class());
    const set = this.#escapedSet();
    if (set !== undefined) return { kind: "set", set };
    return this.#literal();
  }

  #escapedSet(): CharSet | undefined {
    if (this.#take("\\d")) return DIGIT;
    return this.#take("\\w") ? WORD : undefined;
  }

  // One character, which takes three or more in a canonical path when it is not plain.
  #literal(): Expression {
    const at = this.#at;
    const character = this.#character();
    if (character === "%") throw this.#refusal("'%' encodes nothing in a constraint: write the character itself", at);
    const canonical = canonicalSegment(character);
    if (canonical === undefined) throw this.#refusal("half of a surrogate pair stands for nothing", this.#at - 1);
    return { kind: "sequence", items: [...canonical].map((one) => ({ kind: "set", set: charSet(one) })) };
  }

  #character(): string {
    const at = this.#at;
    const isEscaped = this.#take("\\");
    const code = this.#text.codePointAt(this.#at);
    if (code === undefined) throw this.#refusal("a '\\' ends it", at);
    const character = String.fromCodePoint(code);
    const isSpecial = SPECIAL.test(character);
    if (isEscaped ? !isSpecial && !/[-/]/.test(character) : isSpecial) {
      throw this.#refusal(`'${this.#text.slice(at, this.#at + 1)}' ${OUTSIDE}`, at);
    }
    this.#at += character.length;
    return character;
  }

  // After the `[`.
  #class(): CharSet {
    if (this.#next === "^") throw this.#refusal(`'[^' ${OUTSIDE}`, this.#at - 1);
    const sets: CharSet[] = [];
    while (!this.#take("]")) {
      if (this.#next === "") throw this.#refusal("a ']' is missing");
      sets.push(this.#escapedSet() ?? this.#range());
    }
    if (sets.length === 0) throw this.#refusal("a class is empty", this.#at - 1);
    return union(sets);
  }

  #range(): CharSet {
    const at = this.#at;
    const first = this.#member();
    const isRange = this.#next === "-" && !/^-(?:\]|$)/.test(this.#text.slice(this.#at));
    if (!isRange) return charSet(first);
    this.#at++;
    const last = this.#member();
    if (last < first) throw this.#refusal("a range runs backwards", at);
    return charSet(`${first}-${last}`);
  }

  // Only what a canonical path spells as one character can be a member, or an end of a range.
  #member(): string {
    const at = this.#at;
    this.#take("\\");
    const character = this.#next;
    if (character === "" || canonicalSegment(character) !== character) {
      throw this.#refusal(`'${character}' cannot stand in a class`, at);
    }
    this.#at++;
    return character;
  }
}

/**
 * The characters of a set as they are spelled in a canonical path: those that are not plain, which a range may hold, as
 * triplets. Grouped by their first digit, to take few positions.
 */
function spelled(set: CharSet): Expression {
  const plain = new Uint8Array(ASCII);
  const digits = new Map<string, string[]>();
  for (let code = 0; code < ASCII; code++) {
    if (set[code] !== 1) continue;
    if (isPlain(code) && code !== SLASH) {
      plain[code] = 1;
      continue;
    }
    const [high = "", low = ""] = code.toString(16).toUpperCase().padStart(2, "0");
    digits.set(high, [...(digits.get(high) ?? []), low]);
  }
  const triplets = Array.from(digits, ([high, low]): Expression => {
    const sets = [charSet("%"), charSet(high), charSet(...low)];
    return { kind: "sequence", items: sets.map((one) => ({ kind: "set", set: one })) };
  });
  const single: Expression = { kind: "set", set: plain };
  return triplets.length === 0 ? single : { kind: "choice", items: [single, ...triplets] };
}
