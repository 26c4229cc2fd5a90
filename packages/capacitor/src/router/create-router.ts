import type { Explanation, Match, Route, Router, RouterStats } from "../api.ts";
import { capacitorError } from "../errors.ts";
import { canonicalPath } from "../path/canonical.ts";
import { callSite } from "../pattern/call-site.ts";
import { parsePattern } from "../pattern/parse-pattern.ts";
import { isStatic, type RouteRecord } from "./route-record.ts";
import { Table } from "./table.ts";

const METHOD = /^[A-Z][A-Z0-9-]*$/;

/**
 * Makes an empty router.
 *
 * @typeParam T what a route leads to: a handler, a name, anything.
 * @example
 * const router = createRouter<string>();
 * router.add("GET", "/users/:id", "user");
 * router.match("GET", "/users/7")?.params["id"]; // "7"
 */
export function createRouter<T>(): Router<T> {
  return new RouteTable<T>();
}

class RouteTable<T> implements Router<T> {
  readonly #routes: RouteRecord<T>[] = [];
  // Method, then shape. The shapes that a method has are all it takes to see a duplicate.
  readonly #byMethod: Map<string, Map<string, RouteRecord<T>>> = new Map();
  #table: Table<T> | undefined;

  add<const P extends string>(method: string, pattern: P, value: T, source: string = callSite(this.add)): Route<P, T> {
    if (!METHOD.test(method)) throw capacitorError("WATT_CAPACITOR_METHOD_INVALID", { method, pattern, source });
    const parsed = parsePattern(pattern, source);
    const shapes = this.#byMethod.get(method) ?? new Map<string, RouteRecord<T>>();
    const other = shapes.get(parsed.shape);
    if (other) {
      throw capacitorError("WATT_CAPACITOR_ROUTE_DUPLICATE", {
        method,
        pattern,
        source,
        otherMethod: other.method,
        otherPattern: other.pattern,
        otherSource: other.source,
      });
    }
    const route = { id: this.#routes.length, method, pattern, value, source, parsed };
    this.#routes.push(route);
    this.#byMethod.set(method, shapes.set(parsed.shape, route));
    this.#table = undefined;
    return route;
  }

  match(method: string, path: string): Match<T> | undefined {
    return (this.#table ??= new Table(this.#routes.slice())).match(method, path);
  }

  explain(method: string, path: string): Explanation {
    if (canonicalPath(path) === undefined) return { status: 400, allow: [] };
    const table = (this.#table ??= new Table(this.#routes.slice()));
    const answered = table.methods.filter((known) => table.match(known, path));
    if (answered.length === 0) return { status: 404, allow: [] };
    // A path that has a route can always be asked what it answers.
    const allow = [...new Set([...answered, "OPTIONS"])].sort();
    return { status: allow.includes(method) ? 200 : 405, allow };
  }

  stats(): RouterStats {
    const { imageBytes } = (this.#table ??= new Table(this.#routes.slice()));
    const routes = this.#routes.length;
    const statics = this.#routes.filter((route) => isStatic(route.parsed)).length;
    return { routes, static: statics, dynamic: routes - statics, imageBytes, executor: "walker" };
  }
}
