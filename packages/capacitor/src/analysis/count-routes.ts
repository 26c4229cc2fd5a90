import { AFFIXED, CONSTRAINED, OPTIONAL, PARAM, STATIC, WILDCARD } from "../pattern/pattern.ts";
import { statesOf } from "./find-pitfalls.ts";
import type { ReadRoutes } from "./read-routes.ts";
import type { RouteStatistics } from "./report.ts";
import { segmentsOf } from "./segments-of.ts";

/** Counts what a table is made of. */
export function countRoutes({ count, routes, tables }: ReadRoutes): RouteStatistics {
  const segments = routes.map(({ own }) => segmentsOf(own));
  const all = segments.flat();
  const ofKind = (kind: number): number => all.filter((segment) => segment.kind === kind).length;
  const depths = segments.map(({ length }) => length);
  const statics = routes.filter(({ parsed }) => parsed.params.length === 0 && parsed.skips === 0).length;
  const methods = [...new Set(routes.map(({ method }) => method))].sort();
  return {
    routes: count,
    refused: count - routes.length,
    static: statics,
    dynamic: routes.length - statics,
    hosted: routes.filter(({ host }) => host !== undefined).length,
    shapes: tables.flat().length,
    methods: Object.fromEntries(methods.map((name) => [name, routes.filter(({ method }) => method === name).length])),
    segments: {
      static: ofKind(STATIC),
      affixed: ofKind(AFFIXED),
      constrained: ofKind(CONSTRAINED),
      param: ofKind(PARAM),
      optional: ofKind(OPTIONAL),
      wildcard: ofKind(WILDCARD),
    },
    optionalParts: routes.reduce((sum, { parsed }) => sum + parsed.skips, 0),
    depth: {
      least: depths.length === 0 ? 0 : depths.reduce((a, b) => Math.min(a, b)),
      most: most(depths),
      mean: depths.length === 0 ? 0 : all.length / depths.length,
    },
    mostParams: most(routes.map(({ parsed }) => parsed.params.length)),
    mostStates: most(all.map(statesOf)),
  };
}

// Why not Math.max(...): a large table has more values than a call takes arguments.
function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), 0);
}
