import { type Field, readValue } from "./field.ts";
import type { QueryProblem, QueryResult } from "./query-api.ts";

/** A query that has been read and found good. */
export interface Plan {
  readonly fields: readonly Field[];
  /**
   * All names, `undefined`. Every result begins as a copy of it, so all have one shape. They are its own properties, so
   * `__proto__` is a name like any other.
   */
  readonly blank: Readonly<Values>;
  readonly maxLength: number;
  readonly maxPairs: number;
}

/** By name: what was read; until the end, also what is wrong with it. */
type Values = Record<string, unknown>;

const AMPERSAND = 38;
const EQUALS = 61;
const HASH = 35;
const PERCENT = 37;
const PLUS = 43;
const FIRST_SURROGATE = 0xd800;
const LONE_SURROGATE = /\p{Surrogate}/u;
// What stands before a query: a path or a URL, and `?`.
const BEFORE = /(?:(?:\/|[a-z][a-z0-9+.-]*:\/\/)[^?#]*)?\??/iy;
// What has to be decoded, or looked at once more.
const ODD_NAME = 1;
const ODD_VALUE = 2;

/**
 * Reads a query in one pass. Never throws. O(length × fields).
 *
 * @see https://url.spec.whatwg.org/#urlencoded-parsing for what is the same, and docs/guide/typed-query.md for what is not.
 */
export function parseQuery({ fields, blank, maxLength, maxPairs }: Plan, raw: string): QueryResult<Values> {
  const values: Values = { ...blank };
  BEFORE.lastIndex = 0;
  BEFORE.test(raw);
  const start = BEFORE.lastIndex;
  let pairs = 0;
  let code = 0;
  for (let at = start; at <= raw.length && code !== HASH; at++) {
    const from = at;
    let equals = -1;
    let odd = 0;
    for (; at < raw.length && at - start <= maxLength; at++) {
      code = raw.charCodeAt(at);
      if (code === AMPERSAND || code === HASH) break;
      if (code === EQUALS && equals < 0) equals = at;
      else if (code === PERCENT || code === PLUS || code >= FIRST_SURROGATE) odd |= equals < 0 ? ODD_NAME : ODD_VALUE;
    }
    // Why a negation: a limit that is no number lets nothing pass.
    if (!(at - start <= maxLength)) return finish(fields, values, "too-long", maxLength);
    if (at > from && !(++pairs <= maxPairs)) return finish(fields, values, "too-many", maxPairs);
    if (at > from) takePair(fields, values, raw, from, equals, at, odd);
  }
  return finish(fields, values);
}

// Puts the value, or what is wrong with it, into its place. The first problem of a name is the one that is told.
function takePair(
  fields: readonly Field[],
  values: Values,
  raw: string,
  from: number,
  equals: number,
  to: number,
  odd: number,
): void {
  const nameEnd = equals < 0 ? to : equals;
  // A name that is malformed is none of ours.
  const name = (odd & ODD_NAME) === 0 ? undefined : (decode(raw.slice(from, nameEnd)) ?? "");
  const field = fieldOf(fields, name ?? raw, name === undefined ? from : 0, name?.length ?? nameEnd);
  if (field === undefined) return;
  const before = values[field.name];
  const isFlag = equals < 0 && field.values[0] === true;
  const written = raw.slice(nameEnd + 1, to);
  // Why: a form sends the inputs that nobody has filled in, too. Only a text can be empty.
  if (isProblem(before) || (written === "" && field.type !== "string" && !isFlag)) return;
  const isRepeated = before !== undefined && !field.isList;
  const text = (odd & ODD_VALUE) === 0 ? written : decode(written);
  const value = isRepeated || text === undefined ? undefined : isFlag || readValue(field, text);
  if (value === undefined) {
    const problem = isRepeated ? "repeated" : text === undefined ? "malformed" : "invalid";
    values[field.name] = problemOf(field, problem, text ?? written);
  } else if (!field.isList) values[field.name] = value;
  else if (before === undefined) values[field.name] = [value];
  else (before as unknown[]).push(value);
}

function fieldOf(fields: readonly Field[], text: string, from: number, to: number): Field | undefined {
  // `tag[]=a` is how PHP, Rails and many clients spell a list.
  const bracket = text.endsWith("[]", to) ? to - 2 : to;
  for (const field of fields) {
    const end = from + field.name.length;
    if ((end === to || (field.isList && end === bracket)) && text.startsWith(field.name, from)) return field;
  }
  return undefined;
}

// `undefined` when it is not the percent-encoding of text, or holds half of a surrogate pair.
function decode(raw: string): string | undefined {
  try {
    const text = decodeURIComponent(raw.replaceAll("+", " "));
    return LONE_SURROGATE.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

// With a problem of the query as a whole, nothing is said of what is not there: it may not have been reached.
function finish(
  fields: readonly Field[],
  values: Values,
  exceeded?: QueryProblem["problem"],
  most?: number,
): QueryResult<Values> {
  let problems = exceeded && [problemOf({ name: "", expected: `at most ${most}` }, exceeded)];
  for (const field of fields) {
    const { name, isOptional, fallback } = field;
    let value = values[name] ?? fallback;
    if (value === undefined && !isOptional && !exceeded) value = problemOf(field, "missing");
    if (isProblem(value)) {
      (problems ??= []).push(value);
      value = fallback;
    }
    values[name] = value;
  }
  return { ok: problems === undefined, values, problems } as QueryResult<Values>;
}

function problemOf(
  { name, expected }: Pick<Field, "name" | "expected">,
  problem: QueryProblem["problem"],
  value?: string,
): QueryProblem {
  return { name, problem, expected, value };
}

// Values are never objects, but for lists.
function isProblem(value: unknown): value is QueryProblem {
  return typeof value === "object" && !Array.isArray(value);
}
