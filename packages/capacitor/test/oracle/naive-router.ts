// Written from docs/reference/routing.md: tries every route in every way on every path, no tables, no sharing.

export type OracleParam = { readonly name: string; readonly constraint?: string };
export type OraclePiece =
  | { readonly parts: readonly (string | OracleParam)[] }
  | { readonly wildcard: string }
  | { readonly group: readonly OraclePiece[] };
export interface OracleRoute {
  readonly method: string;
  readonly pieces: readonly OraclePiece[];
}
export interface OracleMatch {
  readonly route: OracleRoute;
  readonly params: Readonly<Record<string, string | number>>;
}
/** One way in which a route matches: what each segment of the path is, the better the less, and the params. */
interface Way {
  readonly ranks: readonly string[];
  readonly params: readonly (readonly [string, string | number])[];
}

export const NAMED: Readonly<Record<string, string>> = {
  int: "-?\\d{1,15}",
  alpha: "[A-Za-z]+",
  uuid: "[\\dA-Fa-f]{8}(?:-[\\dA-Fa-f]{4}){3}-[\\dA-Fa-f]{12}",
};
/** Which way of reading paths; as `RouterOptions` has it. */
export interface OracleOptions {
  readonly ignoreCase?: boolean;
  readonly mergeSlashes?: boolean;
  readonly trailingSlash?: "strict" | "loose";
}
type Fold = (text: string) => string;
const END: readonly Way[] = [{ ranks: [], params: [] }];

export function textOf(pieces: readonly OraclePiece[]): string {
  // A letter after the name of a param would be part of the name.
  const part = (one: string | OracleParam, i: number, all: readonly (string | OracleParam)[]): string => {
    const before = all[i - 1];
    if (typeof one !== "string") return `:${one.name}${one.constraint === undefined ? "" : `(${one.constraint})`}`;
    const isName = typeof before === "object" && before.constraint === undefined && /^\w/.test(one);
    return isName ? `%${one.charCodeAt(0).toString(16)}${one.slice(1)}` : one;
  };
  const piece = (one: OraclePiece): string => {
    if ("group" in one) return `{${textOf(one.group)}}?`;
    return "wildcard" in one ? `/*${one.wildcard}` : `/${one.parts.map(part).join("")}`;
  };
  return pieces.map(piece).join("");
}

export function decode(text: string): string | undefined {
  try {
    return /\p{Surrogate}/u.test(text) ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const spelled = (text: string): string => encodeURI(decode(text)!).replace(/[/?#]/g, encodeURIComponent);
const pathOf = (raw: string): string => raw.split("?")[0]!.split("#")[0]!;
export const isMalformed = (raw: string): boolean => decode(pathOf(raw)) === undefined;

// In the order in which they count: what is optional is there before it is not, a wildcard is short before it is long.
function* ways(
  pieces: readonly OraclePiece[],
  path: readonly string[],
  fold: Fold,
  isOptional: boolean = false,
): Generator<[Way, readonly string[]]> {
  const [first, ...rest] = pieces;
  if (first === undefined) {
    yield [END[0]!, path];
    return;
  }
  const heads = function* (): Generator<[Way, readonly string[]]> {
    if ("group" in first) {
      yield* ways(first.group, path, fold, true);
      yield [END[0]!, path];
    } else if ("wildcard" in first) {
      for (let count = 1; count <= path.length && path[0] !== ""; count++) {
        const value = decode(path.slice(0, count).join("/"))!;
        yield [
          { ranks: path.slice(0, count).map((_, i) => (i === 0 ? "5" : "6")), params: [[first.wildcard, value]] },
          path.slice(count),
        ];
      }
    } else if (path.length > 0) {
      const way = segmentWay(first.parts, decode(path[0]!)!, fold, isOptional);
      if (way !== undefined) yield [way, path.slice(1)];
    }
  };
  for (const [head, left] of heads()) {
    for (const [tail, end] of ways(rest, left, fold, isOptional)) {
      yield [{ ranks: [...head.ranks, ...tail.ranks], params: [...head.params, ...tail.params] }, end];
    }
  }
}

function segmentWay(
  parts: readonly (string | OracleParam)[],
  segment: string,
  fold: Fold,
  isOptional: boolean,
): Way | undefined {
  const params = paramsOf(parts, [...segment], fold);
  if (params === undefined) return undefined;
  const inside = parts.filter((part) => typeof part !== "string");
  if (inside.length === 0) return { ranks: ["0"], params };
  if (parts.length === 1 && inside[0]!.constraint === undefined) return { ranks: [isOptional ? "4" : "3"], params };
  const letters = spelled(parts.filter((part) => typeof part === "string").join("")).length;
  const text = parts.map((part) =>
    typeof part === "string" ? spelled(part) : `:\0${part.constraint ? `(${part.constraint})` : ""}`,
  );
  return { ranks: [`${parts.length > 1 ? 1 : 2}${1000 - letters}${text.join("")}`], params };
}

// Params from the left, each as short as it can be.
function paramsOf(
  parts: readonly (string | OracleParam)[],
  rest: readonly string[],
  fold: Fold,
): Way["params"] | undefined {
  const [part, ...others] = parts;
  if (part === undefined) return rest.length === 0 ? [] : undefined;
  if (typeof part === "string") {
    const text = [...decode(part)!];
    return text.every((one, i) => fold(rest[i] ?? "") === fold(one))
      ? paramsOf(others, rest.slice(text.length), fold)
      : undefined;
  }
  const { name, constraint } = part;
  for (let length = 1; length <= rest.length; length++) {
    const value = rest.slice(0, length).join("");
    if (
      constraint !== undefined &&
      !new RegExp(`^(?:${NAMED[constraint] ?? constraint})$`, fold("A") === "a" ? "i" : "").test(value)
    )
      continue;
    const after = paramsOf(others, rest.slice(length), fold);
    if (after !== undefined) return [[name, constraint === "int" ? Number(value) : value], ...after];
  }
  return undefined;
}

const groups = ({ pieces }: OracleRoute): number => textOf(pieces).split("}?").length - 1;
const orderOf = ({ pieces }: OracleRoute): string => textOf(pieces).replace(/([:*])[A-Za-z_]\w*/g, "$1");

export function oracleMatch(...request: Parameters<typeof oracleMatches>): OracleMatch | undefined {
  return oracleMatches(...request)[0];
}

/** All of them, the best one first. */
export function oracleMatches(
  routes: readonly OracleRoute[],
  method: string,
  raw: string,
  options: OracleOptions = {},
): OracleMatch[] {
  const path = options.mergeSlashes ? pathOf(raw).replace(/\/+/g, "/") : pathOf(raw);
  const other = path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
  const isLoose = options.trailingSlash === "loose" && path !== "/";
  const fold: Fold = (text) => (options.ignoreCase ? text.replace(/[A-Z]/g, (one) => one.toLowerCase()) : text);
  const found = matches(routes, method, path, fold);
  return found.length > 0 || !isLoose ? found : matches(routes, method, other, fold);
}

function matches(routes: readonly OracleRoute[], method: string, path: string, fold: Fold): OracleMatch[] {
  if (isMalformed(path) || !path.startsWith("/")) return [];
  const segments = path.split("/").slice(1);
  const candidates = routes.flatMap((route) => {
    if (route.method !== method && !(method === "HEAD" && route.method === "GET")) return [];
    const found = [...ways(route.pieces, segments, fold)].filter(([, left]) => left.length === 0).map(([way]) => way);
    // What is left out altogether is the root.
    if (path === "/") found.push(...[...ways(route.pieces, [], fold)].map(() => ({ ranks: ["0"], params: [] })));
    const [first] = found;
    if (first === undefined) return [];
    const best = found.map(({ ranks }) => ranks).sort(compareRanks)[0]!;
    const last = [String(groups(route)), route.method === method ? "0" : "1", orderOf(route)];
    return [{ match: { route, params: Object.fromEntries(first.params) }, ranks: [...best, ...last] }];
  });
  return candidates.sort((a, b) => compareRanks(a.ranks, b.ranks)).map(({ match }) => match);
}

function compareRanks(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((rank, i) => rank !== b[i]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

export function oracleExplain(
  routes: readonly OracleRoute[],
  method: string,
  raw: string,
  options: OracleOptions = {},
): unknown {
  if (isMalformed(raw)) return { status: 400, allow: [] };
  const methods = new Set([...routes.map((r) => r.method), "HEAD"]);
  const answered = [...methods].filter((m) => oracleMatch(routes, m, raw, options));
  if (answered.length === 0) return { status: 404, allow: [] };
  const allow = [...new Set([...answered, "OPTIONS"])].sort();
  return { status: allow.includes(method) ? 200 : 405, allow };
}
