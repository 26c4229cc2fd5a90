import type { RouterOptions } from "../api.ts";
import type { RouteDefinition } from "./compile.ts";

/** Routes that a module exports, and how they are got from there. */
export interface ExportedRoutes {
  readonly routes: readonly RouteDefinition[];
  /** Of their router. */
  readonly options: RouterOptions;
  /** Of the export. */
  readonly name: string;
  /** The list, in JavaScript: of the export under the name `source`. */
  readonly expression: string;
}

/** A file that cannot be loaded, or has no routes; `cause` is what it threw. */
export class LoadError extends Error {}

// In this order, before all others. Only these are called when they are functions: who knows what others do.
const USUAL_NAMES = ["default", "router", "routes"];

/**
 * Finds the routes of a module: a router, a list of routes, an object with `routes` (and `options`), or a function that
 * answers one of these.
 *
 * @param name of the export; the usual ones, or the only one that fits, when it is left out.
 * @param path of the file, for messages.
 * @param flag what names an export, for messages.
 * @throws LoadError, and what the function throws.
 */
export async function exportedRoutes(
  module: Readonly<Record<string, unknown>>,
  name: string | undefined,
  path: string,
  flag: string,
): Promise<ExportedRoutes> {
  const names = Object.keys(module).sort();
  const listed = names.length === 0 ? "it exports nothing" : `it exports ${names.join(", ")}`;
  if (name !== undefined) {
    if (!names.includes(name)) throw new LoadError(`${path} has no export ${name}: ${listed}`);
    const routes = await routesOf(module, name, true);
    if (routes === undefined) throw new LoadError(`the export ${name} of ${path} is no router and has no routes`);
    return routes;
  }
  for (const usual of USUAL_NAMES) {
    const routes = await routesOf(module, usual, true);
    if (routes !== undefined) return routes;
  }
  const others = await Promise.all(names.map((one) => routesOf(module, one, false).catch(() => undefined)));
  // An empty list is one of anything.
  const found = others.filter((one) => one !== undefined && one.routes.length > 0);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const many = found.length > 1 ? "more than one export that has routes" : "no export that has routes";
  throw new LoadError(`${path} has ${many}; ${listed}. Name one by ${flag}`);
}

// A router, or what it is made of; undefined for all else.
async function routesOf(
  module: Readonly<Record<string, unknown>>,
  name: string,
  isCalled: boolean,
): Promise<ExportedRoutes | undefined> {
  let value = module[name];
  let expression = "source";
  if (typeof value === "function") {
    if (!isCalled) return undefined;
    const answer: unknown = (value as () => unknown)();
    value = await answer;
    expression = value === answer ? "source()" : "(await source())";
  }
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) return { routes: value.map(checked), options: {}, name, expression };
  if (!("routes" in value)) return undefined;
  const { routes, options = {} } = value as { routes: unknown; options?: RouterOptions };
  const list: unknown = typeof routes === "function" ? routes.call(value) : routes;
  if (!Array.isArray(list)) return undefined;
  expression += list === routes ? ".routes" : ".routes()";
  return { routes: list.map(checked), options, name, expression };
}

function checked(route: unknown, index: number): RouteDefinition {
  const { method, pattern, source, value, host, doc } = (route ?? {}) as Partial<RouteDefinition>;
  if (typeof method !== "string" || typeof pattern !== "string") {
    throw new LoadError(`route ${index} has no method and pattern: a route is { method, pattern, source? }`);
  }
  return { method, pattern, value, host, doc, ...(typeof source === "string" && { source }) };
}
