import { isWattError } from "@watt/electron";
import { capacitorErrors, type CapacitorErrorCode } from "../errors.ts";
import { hostSegment } from "../pattern/host-pattern.ts";
import { parsePattern } from "../pattern/parse-pattern.ts";
import type { Pattern } from "../pattern/pattern.ts";
import { createRouter } from "../router/create-router.ts";
import type { AnalyzableRoute, AnalyzeOptions, Finding, RouteReference } from "./report.ts";
import { referenceOf } from "./route-reference.ts";
import type { ParsedRoute, Shape } from "./route-tree.ts";

/** The routes that a router takes, and what is to be said of the others. */
export interface ReadRoutes {
  /** Of all that were given. */
  readonly count: number;
  readonly routes: readonly ParsedRoute[];
  /** Shapes of the routes for all hosts, and of those with a rule: a table each, as in the router. */
  readonly tables: readonly (readonly Shape[])[];
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
  const isFolded = options.ignoreCase === true;
  const tables = [new Map<string, WritableShape>(), new Map<string, WritableShape>()] as const;
  const routes: ParsedRoute[] = [];
  const findings: Finding[] = [];
  let count = 0;
  for (const { method, pattern, source = "unknown", host } of given) {
    const reference = { index: count++, method, pattern, source, ...(host !== undefined && { host }) };
    const shapes = tables[host === undefined ? 0 : 1];
    try {
      router.add(method, pattern, undefined, { source, ...(host !== undefined && { host }) });
    } catch (error) {
      const first = (): RouteReference =>
        shapes.get(patternOf(reference, isFolded).shape)?.routes.find((one) => one.method === method) as ParsedRoute;
      findings.push(refusal(error, reference, first));
      continue;
    }
    const parsed = patternOf(reference, isFolded);
    const shape = shapes.get(parsed.shape) ?? { index: shapes.size, routes: [] };
    const own = host === undefined ? parsed : parsePattern(pattern, source, isFolded);
    const route = { ...reference, parsed, own, shape: shape.index };
    shapes.set(parsed.shape, shape);
    shape.routes.push(route);
    routes.push(route);
  }
  return { count, routes, tables: tables.map((shapes) => [...shapes.values()]), findings };
}

type WritableShape = Shape & { readonly routes: ParsedRoute[] };

// A host is the first segment of a path, and its rule that of a pattern.
function patternOf({ pattern, source, host }: RouteReference, ignoreCase: boolean): Pattern {
  return parsePattern(host === undefined ? pattern : `/${hostSegment(host)}${pattern}`, source, ignoreCase);
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
