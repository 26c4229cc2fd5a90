import { isWattError } from "@watt/electron";
import { capacitorErrors, type CapacitorErrorCode } from "../errors.ts";
import { parsePattern } from "../pattern/parse-pattern.ts";
import type { Pattern } from "../pattern/pattern.ts";
import { createRouter } from "../router/create-router.ts";
import type { AnalyzableRoute, AnalyzeOptions, Finding, RouteReference } from "./report.ts";
import type { ParsedRoute, Shape } from "./route-tree.ts";

/** The routes that a router takes, and what is to be said of the others. */
export interface ReadRoutes {
  /** Of all that were given. */
  readonly count: number;
  readonly routes: readonly ParsedRoute[];
  readonly shapes: readonly Shape[];
  readonly findings: readonly Finding[];
}

/**
 * Registers the routes, one by one, and goes on where one is refused.
 *
 * @throws WATT_CAPACITOR_OPTION
 */
export function readRoutes(given: Iterable<AnalyzableRoute>, options: AnalyzeOptions): ReadRoutes {
  // Why a router: what is reported is exactly what it refuses.
  const router = createRouter<undefined>(options);
  const read = ({ pattern, source }: RouteReference): Pattern =>
    parsePattern(pattern, source, options.ignoreCase === true);
  const shapes = new Map<string, Shape & { readonly routes: ParsedRoute[] }>();
  const routes: ParsedRoute[] = [];
  const findings: Finding[] = [];
  let count = 0;
  for (const { method, pattern, source = "unknown" } of given) {
    const reference = { index: count++, method, pattern, source };
    try {
      router.add(method, pattern, undefined, { source });
    } catch (error) {
      const first = (): RouteReference =>
        shapes.get(read(reference).shape)?.routes.find((route) => route.method === method) as RouteReference;
      findings.push(refusal(error, reference, first));
      continue;
    }
    const parsed = read(reference);
    const shape = shapes.get(parsed.shape) ?? { index: shapes.size, routes: [] };
    const route = { ...reference, parsed, shape: shape.index };
    shapes.set(parsed.shape, shape);
    shape.routes.push(route);
    routes.push(route);
  }
  return { count, routes, shapes: [...shapes.values()], findings };
}

/**
 * The finding of an error that `add` throws.
 *
 * @param first gives the route that a duplicate is like.
 * @throws any other error.
 */
export function refusal(error: unknown, route: RouteReference, first: () => RouteReference): Finding {
  if (!isWattError(error) || !Object.hasOwn(capacitorErrors, error.code)) throw error;
  const { remedy } = capacitorErrors[error.code as CapacitorErrorCode];
  const message = error.message.slice(`${error.code}: `.length, -` ${remedy}`.length);
  if (error.code === "WATT_CAPACITOR_ROUTE_DUPLICATE") {
    return { kind: "duplicate", severity: "error", message, routes: [route, referenceOf(first())], remedy };
  }
  return { kind: "invalid", severity: "error", message, routes: [route], remedy, code: error.code };
}

/** What reports say of a route: no more than that. */
export function referenceOf({ index, method, pattern, source }: RouteReference): RouteReference {
  return { index, method, pattern, source };
}
