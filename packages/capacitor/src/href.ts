import type { Route } from "./api.ts";
import { capacitorError } from "./errors.ts";
import { parsePattern, type Segment } from "./pattern/parse-pattern.ts";
import type { ParamNames } from "./pattern/params.ts";

/** What a param may be given as; it is written with `String`. */
export type HrefParam = string | number | bigint;

/** The params that `href` needs for a pattern. */
export type HrefParams<P extends string> = { readonly [Name in ParamNames<P>]: HrefParam };

/** A query for `href`: `undefined` and `null` are left out, an array repeats its name. */
export type HrefQuery = Readonly<Record<string, HrefQueryValue | readonly HrefQueryValue[]>>;

/** One value of a query. */
export type HrefQueryValue = string | number | bigint | boolean | null | undefined;

/** The arguments of `href` after the pattern: params are only asked for where the pattern has some. */
export type HrefArguments<P extends string> = string extends P
  ? [params?: HrefParams<P>, query?: HrefQuery]
  : [ParamNames<P>] extends [never]
    ? [params?: Readonly<Record<string, never>>, query?: HrefQuery]
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
  target: P | Route<P, unknown>,
  ...[params, query]: HrefArguments<P>
): string {
  const pattern: string = typeof target === "string" ? target : target.pattern;
  const { segments } = parsePattern(pattern, typeof target === "string" ? "href" : target.source);
  const values: Readonly<Record<string, HrefParam>> = params ?? {};
  const path = segments.map((segment) => `/${writeSegment(pattern, segment, values)}`).join("");
  const search = query ? writeQuery(query) : "";
  return search === "" ? path : `${path}?${search}`;
}

function writeSegment(pattern: string, segment: Segment, values: Readonly<Record<string, HrefParam>>): string {
  const { kind, text: name } = segment;
  if (kind === "static") return name;
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined || value === null) throw paramError(pattern, name, "missing");
  const text = String(value);
  if (text === "") throw paramError(pattern, name, "empty");
  const parts = kind === "wildcard" ? text.split("/") : [text];
  if (parts[0] === "") throw paramError(pattern, name, "a path that begins with '/'");
  return parts.map((part) => encode(pattern, name, part)).join("/");
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

function writeQuery(query: HrefQuery): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? (value as readonly HrefQueryValue[]) : [value as HrefQueryValue]) {
      if (one !== undefined && one !== null) search.append(name, String(one));
    }
  }
  return search.toString();
}

function paramError(pattern: string, name: string, problem: string): Error {
  return capacitorError("WATT_CAPACITOR_HREF_PARAM", { pattern, name, problem });
}
