import type { Explanation, Match, Route, RouteOptions, Router, RouterOptions, RouterStats } from "../api.ts";
import { capacitorError } from "../errors.ts";
import { canonicalPath } from "../path/canonical.ts";
import { ParamsShape, shapeKey } from "../match/params-shape.ts";
import type { PatternParam } from "../pattern/pattern.ts";
import { callSite } from "../pattern/call-site.ts";
import { parsePattern } from "../pattern/parse-pattern.ts";
import { printRoutes } from "./print-routes.ts";
import { hasPlainParams, isStatic, type RouteRecord } from "./route-record.ts";
import { Table, withOtherEnd } from "./table.ts";

const METHOD = /^[A-Z][A-Z0-9-]*$/;

/**
 * Makes an empty router.
 *
 * @typeParam T what a route leads to: a handler, a name, anything.
 * @throws WATT_CAPACITOR_OPTION
 * @example
 * const router = createRouter<string>();
 * router.add("GET", "/users/:id", "user");
 * router.match("GET", "/users/7")?.params["id"]; // "7"
 */
export function createRouter<T>(options: RouterOptions = {}): Router<T> {
  const { trailingSlash = "strict", maxParamLength = Infinity } = options;
  if (!["strict", "loose", "redirect"].includes(trailingSlash)) throw optionError("trailingSlash", trailingSlash);
  if (!(maxParamLength >= 1)) throw optionError("maxParamLength", maxParamLength);
  return new RouteTable<T>(options);
}

function optionError(name: string, value: unknown): Error {
  return capacitorError("WATT_CAPACITOR_OPTION", { name, value });
}

class RouteTable<T> implements Router<T> {
  // By id; a route that was removed leaves a hole.
  readonly #routes: (RouteRecord<T> | undefined)[] = [];
  // Method, then shape. The shapes that a method has are all it takes to see a duplicate.
  readonly #byMethod: Map<string, Map<string, RouteRecord<T>>> = new Map();
  readonly #shapes: Map<string, ParamsShape> = new Map();
  #table: Table<T> | undefined;
  readonly options: RouterOptions;

  constructor(options: RouterOptions) {
    this.options = options;
  }

  add<const P extends string>(method: string, pattern: P, value: T, options: RouteOptions = {}): Route<P, T> {
    const { source = callSite(this.add), doc } = options;
    if (!METHOD.test(method)) throw capacitorError("WATT_CAPACITOR_METHOD_INVALID", { method, pattern, source });
    const parsed = parsePattern(pattern, source, this.options.ignoreCase === true);
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
    const route = {
      id: this.#routes.length,
      method,
      pattern,
      value,
      source,
      doc,
      parsed,
      shape: this.#shapeOf(parsed.params),
      hasPlainParams: hasPlainParams(parsed),
    };
    this.#routes.push(route);
    this.#byMethod.set(method, shapes.set(parsed.shape, route));
    this.#table = undefined;
    return route;
  }

  #shapeOf(params: readonly PatternParam[]): ParamsShape {
    const key = shapeKey(params);
    const shape = this.#shapes.get(key) ?? new ParamsShape(params);
    this.#shapes.set(key, shape);
    return shape;
  }

  remove(route: Route<string, T>): boolean {
    const record = this.#routes[route.id];
    if (record !== route) return false;
    this.#routes[route.id] = undefined;
    this.#byMethod.get(record.method)?.delete(record.parsed.shape);
    this.#table = undefined;
    return true;
  }

  match(method: string, path: string): Match<T> | undefined {
    return (this.#table ?? this.#build()).match(method, path);
  }

  matchInto(method: string, path: string, out: Int32Array): number {
    return (this.#table ?? this.#build()).matchInto(method, path, out);
  }

  explain(method: string, path: string): Explanation {
    if (canonicalPath(path) === undefined) return { status: 400, allow: [] };
    const allow = this.#allowed(path);
    if (allow.length > 0) return { status: allow.includes(method) ? 200 : 405, allow };
    if (this.options.trailingSlash !== "redirect") return { status: 404, allow };
    const end = path.search(/[?#]|$/);
    const location = withOtherEnd(path.slice(0, end)) + path.slice(end);
    const there = this.#allowed(location);
    if (there.includes(method)) return { status: 308, allow: there, location };
    return { status: there.length > 0 ? 405 : 404, allow: there };
  }

  #allowed(path: string): string[] {
    const table = this.#table ?? this.#build();
    const answered = table.methods.filter((known) => table.match(known, path));
    // A path that has a route can always be asked what it answers.
    return answered.length === 0 ? [] : [...new Set([...answered, "OPTIONS"])].sort();
  }

  doc(id: number): unknown {
    return this.#routes[id]?.doc;
  }

  routes(): readonly Route<string, T>[] {
    return this.#records();
  }

  print(): string {
    return printRoutes(this.#records());
  }

  stats(): RouterStats {
    const { imageBytes, executor } = this.#table ?? this.#build();
    const records = this.#records();
    const statics = records.filter((route) => isStatic(route.parsed)).length;
    return {
      routes: records.length,
      static: statics,
      dynamic: records.length - statics,
      imageBytes,
      executor,
    };
  }

  #records(): RouteRecord<T>[] {
    return this.#routes.filter((route) => route !== undefined);
  }

  #build(): Table<T> {
    return (this.#table = new Table(this.#records(), this.options));
  }
}
