import type { Route } from "./api.ts";
import { capacitorError } from "./errors.ts";
import { accepts } from "./constraint/automaton.ts";
import { canonicalSegment } from "./path/canonical.ts";
import { parsePattern } from "./pattern/parse-pattern.ts";
import { isSkip, type Part, type Pattern, type PatternParam } from "./pattern/pattern.ts";
import { type HrefQuery, writeQuery } from "./query/write-query.ts";
import type { ParamNames, Params, PatternCheck, RequiredParamNames } from "./pattern/params.ts";

/** What a param may be given as; it is written with `String`. */
export type HrefParam = string | number | bigint;

/** The params that `href` needs for a pattern; where the pattern says more of one than that it is text, so does the type. */
export type HrefParams<P extends string> =
  {} extends Record<P, unknown>
    ? Readonly<Record<string, HrefParam | undefined>>
    : { readonly [Name in keyof Params<P>]: HrefValue<Params<P>[Name]> | OrUndefined<Params<P>, Name> };

// What is optional may be given as `undefined`, too.
type OrUndefined<T, Name extends keyof T> = {} extends Pick<T, Name> ? undefined : never;

type HrefValue<T> = string extends T
  ? HrefParam | Exclude<T, string>
  : number extends T
    ? number | bigint | Exclude<T, number>
    : T;

/** The arguments of `href` after the pattern: params are only asked for where the pattern has some. */
export type HrefArguments<P extends string> =
  {} extends Record<P, unknown>
    ? [params?: HrefParams<P>, query?: HrefQuery]
    : [ParamNames<P>] extends [never]
      ? [params?: Readonly<Record<string, never>>, query?: HrefQuery]
      : [RequiredParamNames<P>] extends [never]
        ? [params?: HrefParams<P>, query?: HrefQuery]
        : [params: HrefParams<P>, query?: HrefQuery];

/**
 * The link to a route: the opposite of `match`, which reads the same params from it. O(length).
 *
 * A param is percent-encoded as one segment, a wildcard segment by segment, so that its slashes stay.
 *
 * @param target a pattern, or what `add` returned.
 * @throws WATT_CAPACITOR_HREF_PARAM when a param is missing, empty, a dot segment or not well-formed text.
 * @throws WATT_CAPACITOR_PATTERN_SYNTAX, WATT_CAPACITOR_PARAM_DUPLICATE when the pattern is not one.
 * @example
 * href("/users/:id", { id: 7 }, { tab: "posts" }); // "/users/7?tab=posts"
 */
export function href<const P extends string>(
  target: (P & PatternCheck<P>) | Route<P, unknown>,
  ...[params, query]: HrefArguments<P>
): string {
  const pattern: string = typeof target === "string" ? target : target.pattern;
  const parsed = parsePattern(pattern, typeof target === "string" ? "href" : target.source);
  const values = (params ?? {}) as Values;
  const path = writePath(parsed, values) || "/";
  const search = query ? writeQuery(query) : "";
  return search === "" ? path : `${path}?${search}`;
}

type Values = Readonly<Record<string, HrefParam | undefined>>;

function writePath(pattern: Pattern, values: Values): string {
  let path = "";
  for (let i = 0; i < pattern.steps.length; i++) {
    const step = pattern.steps[i] as Pattern["steps"][number];
    if (!isSkip(step)) path += `/${step.parts.map((part) => writePart(pattern, part, values)).join("")}`;
    // What is optional is written when one of its params is given.
    else if (!paramsBetween(pattern, i, step.to).some((param) => valueOf(param, values) !== undefined)) i = step.to - 1;
  }
  return path;
}

function paramsBetween({ steps, params }: Pattern, from: number, to: number): PatternParam[] {
  const parts = steps.slice(from, to).flatMap((step) => (isSkip(step) ? [] : step.parts));
  return parts.flatMap((part) => (typeof part === "number" ? [params[part] as PatternParam] : []));
}

function valueOf({ name }: PatternParam, values: Values): HrefParam | undefined {
  return Object.hasOwn(values, name) ? (values[name] ?? undefined) : undefined;
}

function writePart({ text: pattern, params }: Pattern, part: Part, values: Values): string {
  if (typeof part === "string") return part;
  const param = params[part] as PatternParam;
  const { name, constraint, isWildcard } = param;
  const value = valueOf(param, values);
  if (value === undefined) throw paramError(pattern, name, "missing");
  const text = String(value);
  if (text === "") throw paramError(pattern, name, "empty");
  if (constraint !== undefined) {
    const canonical = canonicalSegment(encode(pattern, name, text)) ?? "";
    if (!accepts(constraint.automaton, canonical, 0, canonical.length))
      throw paramError(pattern, name, `no (${constraint.text})`);
  }
  const pieces = isWildcard ? text.split("/") : [text];
  if (pieces[0] === "") throw paramError(pattern, name, "a path that begins with '/'");
  return pieces.map((piece) => encode(pattern, name, piece)).join("/");
}

function encode(pattern: string, name: string, part: string): string {
  // Safety: every URL parser takes these away, encoded or not, and the link would lead elsewhere.
  if (part === "." || part === "..") throw paramError(pattern, name, `the dot segment '${part}'`);
  try {
    return encodeURIComponent(part);
  } catch {
    throw paramError(pattern, name, "not well-formed: it holds half of a surrogate pair");
  }
}

function paramError(pattern: string, name: string, problem: string): Error {
  return capacitorError("WATT_CAPACITOR_HREF_PARAM", { pattern, name, problem });
}
