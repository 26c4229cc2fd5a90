import type { PatternCheck } from "./pattern/params.ts";

/** A registered route. The same object for as long as the router lives. */
export interface Route<P extends string, T> {
  /** 0 for the first route that was added, and so on. */
  readonly id: number;
  /** As it was registered; a GET route answers HEAD, too. */
  readonly method: string;
  /** The pattern as it was written. */
  readonly pattern: P;
  /** What it leads to. */
  readonly value: T;
  /** Where the route was registered, `file:line`, or `unknown`. */
  readonly source: string;
  /** The rule for hosts that the route was registered with. */
  readonly host: string | undefined;
  /** What `add` was told of the route, for lists and documentation. */
  readonly doc: unknown;
}

/** Options of `createRouter`. */
export interface RouterOptions {
  /**
   * What a slash at the end of a path means, where no route has it as it stands: `strict`, nothing else; `loose`, the route
   * of the path without it, or with one, answers; `redirect`, `explain` says where that route is, and `match` finds nothing.
   *
   * @defaultValue "strict"
   */
  readonly trailingSlash?: "strict" | "loose" | "redirect";
  /** `/Users` is `/users`, and constraints take both cases; params come as they are. ASCII letters only. @defaultValue false */
  readonly ignoreCase?: boolean;
  /** `//` in a path is `/`. @defaultValue false */
  readonly mergeSlashes?: boolean;
  /** The most characters, percent-encoded, of a segment that a param is read from; a longer one does not match. @defaultValue Infinity */
  readonly maxParamLength?: number;
  /**
   * What finds dynamic routes, for tests and for processes that live for few requests: all find the same. One that cannot run
   * here (no WebAssembly; a policy against code from strings) is `walker`. @defaultValue by the size of the table
   */
  readonly executor?: ExecutorName;
}

/** Options of `add`. */
export interface RouteOptions {
  /** `file:line` for the messages. @defaultValue taken from the stack */
  readonly source?: string;
  /**
   * For requests to these hosts only, and then before all routes without: `api.example.com`, `:tenant.example.com` (one
   * label), `*sub.example.com` (one or more), with constraints as in patterns. Its params come with those of the path.
   */
  readonly host?: string;
  /** Anything to be found again by `doc`. */
  readonly doc?: unknown;
}

/** What a param is read as: a number where its constraint says `int`. */
export type ParamValue = string | number;

/**
 * One match. Holds nothing of any other request. For a route with params, a fresh object that keeps the path alive;
 * its params are sliced and decoded when they are read and not before. For a static route it is always the same object,
 * whose empty `params` are frozen.
 */
export interface Match<T> {
  /** What the route leads to. */
  readonly value: T;
  /** The route itself. */
  readonly route: Route<string, T>;
  /**
   * All params by name, decoded, on an object without `Object.prototype` (a param may be called `__proto__`). One that is
   * absent, since it stands in an optional part, has no property. Built at the first read, the same object at every later one.
   */
  readonly params: Record<string, ParamValue>;
  /** The text of the param at position `i` of the pattern, decoded; `""` when it is absent: one that matched is never empty. */
  param(i: number): string;
}

/** Why a request matches or does not. */
export interface Explanation {
  /**
   * 308: the route is at `location`. 400: the path's percent-encoding is malformed. 404: no route. 405: a route, but not for
   * this method.
   */
  readonly status: 200 | 308 | 400 | 404 | 405;
  /** The path, and its query, with a slash less or more at the end; with 308 only. */
  readonly location?: string;
  /** The methods that this path answers, sorted, with HEAD beside GET and with OPTIONS; empty for 400 and 404. */
  readonly allow: readonly string[];
}

/**
 * What finds dynamic routes: WebAssembly over the table's image, JavaScript over the same image, or JavaScript that was made
 * for the table.
 */
export type ExecutorName = "wasm" | "walker" | "code";

/** What a router holds. */
export interface RouterStats {
  /** Routes; `static + dynamic`. */
  readonly routes: number;
  /** Routes without a param, answered by the flat hash. */
  readonly static: number;
  /** Routes with a param or a wildcard, answered by the radix image. */
  readonly dynamic: number;
  /** Bytes of the compiled table, without the JavaScript strings of the static paths. */
  readonly imageBytes: number;
  /** What finds dynamic routes. */
  readonly executor: ExecutorName;
}

/** What finds routes. */
export interface RouteLookup<T> {
  /** What the router was made with. */
  readonly options: RouterOptions;
  /**
   * The route for a request, or `undefined` (no route, not for this method, malformed path: `explain` says which).
   * Never throws. Allocates one `Match` for a dynamic route, nothing for a static one requested by its canonical
   * path. O(path length) for a static route; for a dynamic one at most O(size of the table × longest segment), since no node
   * of the table is visited twice; times the segments of the path below a wildcard that something follows, and where optional
   * parts meet again.
   *
   * @param path raw and percent-encoded, as in the request line; a query or hash may follow and is not looked at.
   * @param host as in the request's `Host`: case, port and a final dot do not matter. Only routes with a rule for hosts look at it.
   */
  match(method: string, path: string, host?: string): Match<T> | undefined;
  /**
   * `match` for a path that is bytes yet, in UTF-8. Makes a string of them once, for params to be sliced from; malformed
   * UTF-8 matches nothing.
   */
  matchBytes(method: string, path: Uint8Array, start?: number, end?: number, host?: string): Match<T> | undefined;
  /**
   * Every route for a request, the most general one first, so that what is said of the more special ones overrides it: for
   * rules such as headers of all that is below `/api`. A fresh array. As expensive as `match` at its worst, always; the first
   * call after `add` builds a table of its own.
   */
  matchAll(method: string, path: string, host?: string): Match<T>[];
  /**
   * As `match`, but answers the id of the route, and writes where its params lie: start and end of each in `path`, in the
   * order of the pattern, -1 and -1 for one that is absent. They are as they came, not decoded.
   *
   * Allocates nothing, but for routes with optional parts or text around params, and for paths that are not canonical.
   *
   * Routes with a rule for hosts are left out.
   *
   * @param out of twice as many elements as the route has params at least, or what is beyond is left out.
   * @returns -1 where `match` answers `undefined`.
   */
  matchInto(method: string, path: string, out: Int32Array): number;
  /** What `add` was told of a route by `doc`; `undefined` when there is no such route. O(1). */
  doc(id: number): unknown;
  /** The routes in the order of registration, without those that were removed. A fresh array. O(n). */
  routes(): readonly Route<string, T>[];
  /** Says why a request matches or does not. For the cold path: as many matches as the router knows methods. */
  explain(method: string, path: string, host?: string): Explanation;
  /** Counts. Builds the table when it is not up to date. */
  stats(): RouterStats;
}

/** A table of routes. */
export interface Router<T> extends RouteLookup<T> {
  /**
   * Registers a route. Cheap: the table is built at the first `match` after it, in one go.
   *
   * @param method upper case, as it stands in a request.
   * @param pattern `/users/:id`, `/files/*path`, …: see docs/reference/routing.md.
   * @throws WATT_CAPACITOR_METHOD_INVALID, WATT_CAPACITOR_PATTERN_SYNTAX, WATT_CAPACITOR_PARAM_DUPLICATE,
   *   WATT_CAPACITOR_ROUTE_DUPLICATE, WATT_CAPACITOR_OPTION (the host); the router is then as it was before.
   */
  add<const P extends string>(
    method: string,
    pattern: P & PatternCheck<P>,
    value: T,
    options?: RouteOptions,
  ): Route<P, T>;
  /**
   * Takes a route out; its id is not given again. The table is built anew at the next `match`.
   *
   * @param route what `add` returned.
   * @returns false when the router does not have it.
   */
  remove(route: Route<string, T>): boolean;
  /** All routes as a tree of segments, the best one first, for people. */
  print(): string;
}
