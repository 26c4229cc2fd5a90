// Written from docs/reference/routing.md and docs/guide/checking-routes.md: tries all paths of a list, with all routes.
import { oracleMatch, type OracleRoute } from "../../oracle/naive-router.ts";

export interface NaiveRoute extends OracleRoute {
  readonly pattern: string;
}

/** What is found, each as a line: `kind`, then the indices of routes. */
export interface NaiveFindings {
  readonly neverMatches: readonly string[];
  readonly unreachable: readonly string[];
  readonly ambiguous: readonly string[];
  readonly methodPartial: readonly string[];
}

/** A path, and the indices of the routes that match it. */
export interface NaivePath {
  readonly path: string;
  readonly matching: readonly number[];
}

// Tables of few patterns ask the same questions again and again.
const known = new Map<string, Map<string, boolean>>();

function remembered(patterns: string, path: string, answer: () => boolean): boolean {
  const answers = known.get(patterns) ?? new Map<string, boolean>();
  known.set(patterns, answers);
  const value = answers.get(path) ?? answer();
  answers.set(path, value);
  return value;
}

export function matchesPath(route: NaiveRoute, path: string): boolean {
  return remembered(route.pattern, path, () => oracleMatch([route], route.method, path) !== undefined);
}

/** Whether one route is better than another on a path that both match, whatever their methods. */
export function isBetter(one: NaiveRoute, other: NaiveRoute, path: string): boolean {
  return remembered(`${one.pattern} ${other.pattern}`, path, () => {
    const [a, b] = [
      { ...other, method: "GET" },
      { ...one, method: "GET" },
    ];
    return oracleMatch([a, b], "GET", path)?.route === b;
  });
}

export function pathsOf(routes: readonly NaiveRoute[], paths: readonly string[]): readonly NaivePath[] {
  return paths
    .map((path) => ({ path, matching: [...routes.keys()].filter((i) => matchesPath(routes[i]!, path)) }))
    .filter(({ matching }) => matching.length > 0);
}

/** The index of the route that answers, or -1. */
export function answerTo(routes: readonly NaiveRoute[], { path, matching }: NaivePath, method: string): number {
  const [only, ...others] = matching.filter((i) => answersMethod(routes[i]!, method));
  if (only === undefined || others.length === 0) return only ?? -1;
  const match = oracleMatch(
    matching.map((i) => routes[i]!),
    method,
    path,
  );
  return routes.indexOf(match!.route as NaiveRoute);
}

function answersMethod(route: NaiveRoute, method: string): boolean {
  return route.method === method || (method === "HEAD" && route.method === "GET");
}

/**
 * Looks at each path of a list.
 *
 * @param routes no two have the same method and shape.
 * @param paths all that can make a difference.
 */
export function naiveFindings(routes: readonly NaiveRoute[], paths: readonly NaivePath[]): NaiveFindings {
  const answered = paths.map((path) => {
    const byMethod = new Map<string, number>();
    return (method: string): number => {
      const answer = byMethod.get(method) ?? answerTo(routes, path, method);
      byMethod.set(method, answer);
      return answer;
    };
  });
  const all = [...routes.keys()];
  const reached = all.filter((i) => paths.some((_, at) => answered[at]!(routes[i]!.method) === i));
  const matched = all.filter((i) => paths.some(({ matching }) => matching.includes(i)));
  const has = (i: number, j: number): boolean =>
    paths.some(({ matching }) => matching.includes(i) && !matching.includes(j));
  const ambiguous = all.flatMap((i) =>
    all
      .filter((j) => i < j && routes[i]!.method === routes[j]!.method && has(i, j) && has(j, i))
      .flatMap((j) => {
        const shared = [...paths.entries()].filter(([, { matching }]) => matching.includes(i) && matching.includes(j));
        if (shared.length === 0) return [];
        const isOpen = shared.some(([at]) => [i, j].includes(answered[at]!(routes[i]!.method)));
        return [`${i} ${j} ${isOpen ? "warning" : "info"}`];
      }),
  );
  const methodPartial = all.flatMap((i) =>
    all
      .filter((j) => j !== i && !answersMethod(routes[j]!, routes[i]!.method))
      .filter((j) =>
        paths.some(
          ({ path }, at) =>
            answered[at]!(routes[i]!.method) === i &&
            answered[at]!(routes[j]!.method) === j &&
            isBetter(routes[j]!, routes[i]!, path),
        ),
      )
      .map((j) => `${i} ${j}`),
  );
  return {
    neverMatches: all.filter((i) => !matched.includes(i)).map(String),
    unreachable: matched.filter((i) => !reached.includes(i)).map(String),
    ambiguous,
    methodPartial,
  };
}
