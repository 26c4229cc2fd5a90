// Written from docs/reference/routing.md: tries every route on every path, no tables, no backtracking.

export interface OracleRoute {
  readonly method: string;
  readonly pattern: string;
}

export interface OracleMatch {
  readonly route: OracleRoute;
  readonly params: Readonly<Record<string, string>>;
}

type Kind = 0 | 1 | 2;
const kindOf = (segment: string): Kind => (segment.startsWith(":") ? 1 : segment.startsWith("*") ? 2 : 0);
const segmentsOf = (path: string): string[] => path.split("/").slice(1);
const pathOf = (raw: string): string => raw.split("?")[0]!.split("#")[0]!;

function decode(text: string): string | undefined {
  try {
    return /\p{Surrogate}/u.test(text) ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

export const isMalformed = (raw: string): boolean => decode(pathOf(raw)) === undefined;

export function sameShape(a: OracleRoute, b: OracleRoute): boolean {
  const [left, right] = [segmentsOf(a.pattern), segmentsOf(b.pattern)];
  return (
    left.length === right.length &&
    left.every((s, i) => kindOf(s) === kindOf(right[i]!) && (kindOf(s) > 0 || decode(s) === decode(right[i]!)))
  );
}

function tryRoute(route: OracleRoute, path: string): OracleMatch | undefined {
  const params: [string, string][] = [];
  const rest = segmentsOf(path);
  if (!path.startsWith("/")) return undefined;
  for (const segment of segmentsOf(route.pattern)) {
    const kind = kindOf(segment);
    const raw = kind === 2 ? rest.splice(0).join("/") : rest.shift();
    if (raw === undefined) return undefined;
    if (kind === 0 && decode(raw) !== decode(segment)) return undefined;
    if (kind > 0 && (raw === "" || raw.startsWith("/"))) return undefined;
    if (kind > 0) params.push([segment.slice(1), decode(raw)!]);
  }
  return rest.length > 0 ? undefined : { route, params: Object.fromEntries(params) };
}

const rank = ({ pattern, method }: OracleRoute): string =>
  `${segmentsOf(pattern).map(kindOf).join("")}${method === "HEAD" ? "" : "9"}`;

export function oracleMatch(routes: readonly OracleRoute[], method: string, raw: string): OracleMatch | undefined {
  if (isMalformed(raw)) return undefined;
  const answering = routes.filter((r) => r.method === method || (method === "HEAD" && r.method === "GET"));
  const matches = answering.map((route) => tryRoute(route, pathOf(raw))).filter((match) => match !== undefined);
  return matches.sort((a, b) => (rank(a.route) < rank(b.route) ? -1 : 1))[0];
}

export function oracleExplain(routes: readonly OracleRoute[], method: string, raw: string): unknown {
  if (isMalformed(raw)) return { status: 400, allow: [] };
  const methods = new Set([...routes.map((r) => r.method), "HEAD"]);
  const answered = [...methods].filter((m) => oracleMatch(routes, m, raw));
  if (answered.length === 0) return { status: 404, allow: [] };
  const allow = [...new Set([...answered, "OPTIONS"])].sort();
  return { status: allow.includes(method) ? 200 : 405, allow };
}
