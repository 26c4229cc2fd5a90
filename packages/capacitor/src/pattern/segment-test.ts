import { type Automaton, createAutomaton } from "../constraint/automaton.ts";
import { ASCII, charSet } from "../constraint/char-set.ts";
import type { Expression } from "../constraint/parse-constraint.ts";
import { isPlain } from "../path/canonical.ts";
import type { Part, PatternParam } from "./pattern.ts";

/** What a segment of a path must be like. Its text is canonical. */
export interface SegmentTest {
  /** How it begins and ends; there is at least one character between. */
  readonly prefix: string;
  readonly suffix: string;
  /** What accepts all of it, where it `isWhole`, or what stands between. */
  readonly automaton: Automaton | undefined;
  readonly isWhole: boolean;
}

const SLASH = 47;
const PLAIN = Uint8Array.from({ length: ASCII }, (_, code) => Number(isPlain(code) && code !== SLASH));
const HEX: Expression = { kind: "set", set: charSet("0-9", "A-F") };
const CHARACTER: Expression = {
  kind: "choice",
  items: [
    { kind: "set", set: PLAIN },
    { kind: "sequence", items: [{ kind: "set", set: charSet("%") }, HEX, HEX] },
  ],
};
const ANYTHING: Expression = { kind: "repeat", item: CHARACTER, least: 1, most: Infinity };

/**
 * The test of an affixed or constrained segment.
 *
 * @returns `undefined` when what accepts it would be too large.
 */
export function createSegmentTest(
  parts: readonly Part[],
  params: readonly PatternParam[],
  ignoreCase: boolean,
): SegmentTest | undefined {
  const [first, last] = [parts[0] as Part, parts.at(-1) as Part];
  const prefix = typeof first === "string" ? first : "";
  const suffix = typeof last === "string" ? last : "";
  const inner = parts.filter((part) => typeof part === "number");
  if (inner.length === 1) {
    return { prefix, suffix, automaton: params[inner[0] as number]?.constraint?.automaton, isWhole: false };
  }
  const items = parts.map((part): Expression => {
    if (typeof part === "string") return textExpression(part);
    // A param is never empty, whatever its constraint says.
    return { kind: "some", item: params[part]?.constraint?.expression ?? ANYTHING };
  });
  const automaton = createAutomaton({ kind: "sequence", items }, ignoreCase);
  return automaton && { prefix, suffix, automaton, isWhole: true };
}

function textExpression(text: string): Expression {
  return { kind: "sequence", items: [...text].map((one) => ({ kind: "set", set: charSet(one) })) };
}
