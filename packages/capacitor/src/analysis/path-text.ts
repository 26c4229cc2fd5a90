import { type Automaton, createAutomaton } from "../constraint/automaton.ts";
import { ASCII, type CharSet, charSet } from "../constraint/char-set.ts";
import type { Expression } from "../constraint/parse-constraint.ts";
import { isPlain } from "../path/canonical.ts";

const SLASH = 47;
const DIGITS = ["0-9", "A-F"];

// Why kept: it takes longer to make than a table of ten routes to analyse.
const known = new Map<boolean, Automaton>();

/**
 * The automaton of all texts that a segment of a canonical path can be, but for the empty one: plain characters, and the
 * triplets of well-formed UTF-8. What is not in it comes in no path, so it decides no question.
 *
 * @see https://www.unicode.org/versions/latest/core-spec/chapter-3/ Table 3-7, well-formed UTF-8 byte sequences
 */
export function pathText(ignoreCase: boolean): Automaton {
  const automaton = known.get(ignoreCase) ?? (createAutomaton(repeated(character()), ignoreCase) as Automaton);
  known.set(ignoreCase, automaton);
  return automaton;
}

/** The automaton of the names that hosts have: in lower case, without a port, and without a dot at the end. */
export function hostText(): Automaton {
  const set = (...ranges: readonly string[]): Expression => ({
    kind: "set",
    set: charSet("a-z", "0-9", "_", "-", ...ranges),
  });
  return createAutomaton(
    sequence({ kind: "repeat", item: set("."), least: 0, most: Infinity }, set()),
    false,
  ) as Automaton;
}

/**
 * One or more characters of a segment, whatever bytes their triplets spell. Enough for what is compared with texts of
 * paths anyway, and small: an affixed segment has an automaton of its own.
 */
export function someCharacters(): Expression {
  const hex: Expression = { kind: "set", set: charSet(...DIGITS) };
  const triplet = sequence({ kind: "set", set: charSet("%") }, hex, hex);
  return repeated({ kind: "choice", items: [{ kind: "set", set: plainSet() }, triplet] });
}

// One character of well-formed text.
function character(): Expression {
  const plain = plainSet();
  const encoded = Array.from({ length: ASCII }, (_, code) => code)
    .filter((code) => plain[code] === 0)
    .map((code) => textExpression(encodeURIComponent(String.fromCharCode(code))));
  const next = byte(["8", "9", "A", "B"], DIGITS);
  const wide = [
    sequence(byte(["C"], ["2-9", "A-F"]), next),
    sequence(byte(["D"], DIGITS), next),
    sequence(byte(["E"], ["0"]), byte(["A", "B"], DIGITS), next),
    sequence(byte(["E"], ["1-9", "A-C", "E", "F"]), next, next),
    sequence(byte(["E"], ["D"]), byte(["8", "9"], DIGITS), next),
    sequence(byte(["F"], ["0"]), byte(["9", "A", "B"], DIGITS), next, next),
    sequence(byte(["F"], ["1-3"]), next, next, next),
    sequence(byte(["F"], ["4"]), byte(["8"], DIGITS), next, next),
  ];
  return { kind: "choice", items: [{ kind: "set", set: plain }, ...encoded, ...wide] };
}

/** The expression of one text. */
export function textExpression(text: string): Expression {
  return { kind: "sequence", items: [...text].map((one) => ({ kind: "set", set: charSet(one) })) };
}

function byte(high: readonly string[], low: readonly string[]): Expression {
  const sets = [charSet("%"), charSet(...high), charSet(...low)];
  return { kind: "sequence", items: sets.map((set) => ({ kind: "set", set })) };
}

function sequence(...items: readonly Expression[]): Expression {
  return { kind: "sequence", items };
}

function repeated(item: Expression): Expression {
  return { kind: "repeat", item, least: 1, most: Infinity };
}

function plainSet(): CharSet {
  return Uint8Array.from({ length: ASCII }, (_, code) => Number(isPlain(code) && code !== SLASH));
}
