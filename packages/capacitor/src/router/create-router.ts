import type {
  ExecutorName,
  Explanation,
  Match,
  Route,
  RouteOptions,
  Router,
  RouterOptions,
  RouterStats,
} from "../api.ts";
import { capacitorError } from "../errors.ts";
import { bytesText, utf8Path } from "../path/path-text.ts";
import { canonicalPath } from "../path/canonical.ts";
import { ParamsShape, shapeKey } from "../match/params-shape.ts";
import type { PatternParam } from "../pattern/pattern.ts";
import { callSite } from "../pattern/call-site.ts";
import { hostSegment } from "../pattern/host-pattern.ts";
import { parsePattern } from "../pattern/parse-pattern.ts";
import { printRoutes } from "./print-routes.ts";
import { hasPlainParams, isStatic, type RouteRecord } from "./route-record.ts";
import { withOtherEnd } from "./table.ts";
import { Tables } from "./tables.ts";

const EXECUTORS: readonly ExecutorName[] = ["wasm", "walker", "code"];
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
  if (options.executor !== undefined && !EXECUTORS.includes(options.executor))
    throw optionError("executor", options.executor);
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
  #tables: Tables<T> | undefined;
  readonly options: RouterOptions;

  constructor(options: RouterOptions) {
    this.options = options;
  }

  add<const P extends string>(method: string, pattern: P, value: T, options: RouteOptions = {}): Route<P, T> {
    const { source = callSite(this.add), doc, host } = options;
    if (!METHOD.test(method)) throw capacitorError("WATT_CAPACITOR_METHOD_INVALID", { method, pattern, source });
    const segment = host === undefined ? "" : hostSegment(host);
    if (segment === undefined) throw optionError("host", host);
    // Before what its host adds to it, so that positions are right.
    const path = parsePattern(pattern, source, this.options.ignoreCase === true);
    const parsed =
      segment === "" ? path : parsePattern(`/${segment}${pattern}`, source, this.options.ignoreCase === true);
    // A host has dots, or might be taken for a path: each has its own shapes.
    const kind = segment === "" ? method : `${method} host`;
    const shapes = this.#byMethod.get(kind) ?? new Map<string, RouteRecord<T>>();
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
      host,
      doc,
      parsed,
      shape: this.#shapeOf(parsed.params),
      hasPlainParams: hasPlainParams(parsed),
    };
    this.#routes.push(route);
    this.#byMethod.set(kind, shapes.set(parsed.shape, route));
    this.#tables = undefined;
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
    const kind = record.host === undefined ? record.method : `${record.method} host`;
    this.#byMethod.get(kind)?.delete(record.parsed.shape);
    this.#tables = undefined;
    return true;
  }

  match(method: string, path: string, host?: string): Match<T> | undefined {
    return (this.#tables ?? this.#build()).match(method, path, host);
  }

  matchBytes(
    method: string,
    path: Uint8Array,
    start: number = 0,
    end: number = path.length,
    host?: string,
  ): Match<T> | undefined {
    const tables = this.#tables ?? this.#build();
    const isPlain = tables.hosted === undefined || host === undefined;
    const found = isPlain ? tables.plain.matchPlain(method, bytesText(path, start, end)) : undefined;
    if (found !== undefined) return found;
    const text = utf8Path(path, start, end);
    return text === undefined ? undefined : tables.match(method, text, host);
  }

  matchAll(method: string, path: string, host?: string): Match<T>[] {
    return (this.#tables ?? this.#build()).matchAll(method, path, host);
  }

  matchInto(method: string, path: string, out: Int32Array): number {
    return (this.#tables ?? this.#build()).plain.matchInto(method, path, out);
  }

  explain(method: string, path: string, host?: string): Explanation {
    if (canonicalPath(path) === undefined) return { status: 400, allow: [] };
    const allow = this.#allowed(path, host);
    if (allow.length > 0) return { status: allow.includes(method) ? 200 : 405, allow };
    if (this.options.trailingSlash !== "redirect") return { status: 404, allow };
    const end = path.search(/[?#]|$/);
    const location = withOtherEnd(path.slice(0, end)) + path.slice(end);
    const there = this.#allowed(location, host);
    if (there.includes(method)) return { status: 308, allow: there, location };
    return { status: there.length > 0 ? 405 : 404, allow: there };
  }

  #allowed(path: string, host: string | undefined): string[] {
    const answered = (this.#tables ?? this.#build()).methodsOf(path, host);
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
    const { plain, hosted } = this.#tables ?? this.#build();
    const records = this.#records();
    const statics = records.filter((route) => isStatic(route.parsed)).length;
    return {
      routes: records.length,
      static: statics,
      dynamic: records.length - statics,
      imageBytes: plain.imageBytes + (hosted?.imageBytes ?? 0),
      executor: plain.executor,
    };
  }

  #records(): RouteRecord<T>[] {
    return this.#routes.filter((route) => route !== undefined);
  }

  #build(): Tables<T> {
    return (this.#tables = new Tables(this.#records(), this.options));
  }
}
