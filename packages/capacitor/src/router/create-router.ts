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
import { canonicalPath } from "../path/canonical.ts";
import { bytesText, utf8Path } from "../path/path-text.ts";
import { createTable } from "./create-table.ts";
import { printRoutes } from "./print-routes.ts";
import { Registry } from "./registry.ts";
import { withOtherEnd } from "./table.ts";
import { Tables } from "./tables.ts";

const EXECUTORS: readonly ExecutorName[] = ["wasm", "walker", "code"];

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
  readonly options: RouterOptions;
  readonly #registry: Registry<T>;
  #tables: Tables<T> | undefined;

  constructor(options: RouterOptions) {
    this.options = options;
    this.#registry = new Registry(options.ignoreCase === true);
  }

  add<const P extends string>(method: string, pattern: P, value: T, options: RouteOptions = {}): Route<P, T> {
    const route = this.#registry.add({ method, pattern, value, options, below: this.add });
    this.#tables = undefined;
    // Safety: its pattern is this one.
    return route as unknown as Route<P, T>;
  }

  remove(route: Route<string, T>): boolean {
    if (!this.#registry.remove(route)) return false;
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
    return this.#registry.get(id)?.doc;
  }

  routes(): readonly Route<string, T>[] {
    return this.#registry.all();
  }

  print(): string {
    return printRoutes(this.#registry.all(), (route) => this.#registry.patternOf(route));
  }

  stats(): RouterStats {
    const { plain, hosted } = this.#tables ?? this.#build();
    const routes = this.#registry.all();
    const statics = routes.filter(({ shape }) => shape.params.length === 0 && shape.skips === 0).length;
    return {
      routes: routes.length,
      static: statics,
      dynamic: routes.length - statics,
      imageBytes: plain.imageBytes + (hosted?.imageBytes ?? 0),
      executor: plain.parts.executor.name,
    };
  }

  #build(): Tables<T> {
    const routes = this.#registry.all();
    const hosted = routes.filter(({ host }) => host !== undefined);
    const plain = routes.filter(({ host }) => host === undefined);
    this.#tables = new Tables(
      createTable(plain, this.#registry, this.options),
      hosted.length === 0 ? undefined : createTable(hosted, this.#registry, this.options),
    );
    this.#registry.settle();
    return this.#tables;
  }
}
