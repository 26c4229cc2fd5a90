import { type Automaton, createAutomaton } from "./automaton.ts";
import { type ConstraintProblem, type Expression, parseConstraint } from "./parse-constraint.ts";

/** What the text of a param has to be. */
export interface Constraint {
  /** As it was written, without the parentheses. */
  readonly text: string;
  readonly expression: Expression;
  readonly automaton: Automaton;
  /** True when `params` gives a number. */
  readonly isInteger: boolean;
}

const NAMED: Readonly<Record<string, string>> = {
  // 15 digits: every one of them is exact as a number.
  int: "-?\\d{1,15}",
  alpha: "[A-Za-z]+",
  alnum: "[A-Za-z0-9]+",
  hex: "[A-Fa-f0-9]+",
  slug: "[a-z0-9]+(-[a-z0-9]+)*",
  // Of a host: see host-pattern.ts.
  label: "[a-z0-9_-]+",
  labels: "[a-z0-9_.-]+",
  uuid: "[A-Fa-f0-9]{8}(-[A-Fa-f0-9]{4}){3}-[A-Fa-f0-9]{12}",
};
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

// A table of thousands of routes has few different constraints.
const known = new Map<string, Constraint>();
const MOST_KNOWN = 1_000;

/** Reads what stands in the parentheses behind a param's name. */
export function createConstraint(text: string, ignoreCase: boolean): Constraint | ConstraintProblem {
  const key = `${ignoreCase} ${text}`;
  const seen = known.get(key);
  if (seen !== undefined) return seen;
  // A single word would be a static segment: it is the name of one, or a slip of the pen.
  if (NAME.test(text) && !Object.hasOwn(NAMED, text)) {
    return { at: 0, problem: `there is no constraint '${text}'; there are ${Object.keys(NAMED).join(", ")}` };
  }
  const expression = parseConstraint(NAMED[text] ?? text);
  if ("problem" in expression) return expression;
  const automaton = createAutomaton(expression, ignoreCase);
  if (automaton === undefined) return { at: 0, problem: "the constraint is too large" };
  const constraint = { text, expression, automaton, isInteger: text === "int" };
  if (known.size < MOST_KNOWN) known.set(key, constraint);
  return constraint;
}
