import type { ExecutorName, Route, RouteOptions, Router, RouterOptions, RouterStats } from "../api.ts";
import { capacitorError } from "../errors.ts";
import type { PatternCheck } from "../pattern/params.ts";
import { createTable } from "./create-table.ts";
import { Lookup } from "./lookup.ts";
import { printRoutes } from "./print-routes.ts";
import { Registry } from "./registry.ts";
import { Tables } from "./tables.ts";

const EXECUTORS: readonly ExecutorName[] = ["wasm", "walker", "code"];

/**
 * Tables of one router for which code is made. Why a bound: a table that changes so often does not repay its code, and the V8 of
 * Node 26 never forgets a text that was compiled (measured: 4.4 KB for each change of four routes).
 */
const MOST_BUILDS_WITH_CODE = 64;

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

class RouteTable<T> extends Lookup<T> implements Router<T> {
  readonly #registry: Registry<T>;
  #builds = 0;

  constructor(options: RouterOptions) {
    super(options);
    this.#registry = new Registry(options.ignoreCase === true);
  }

  add<const P extends string>(
    method: string,
    pattern: P & PatternCheck<P>,
    value: T,
    options: RouteOptions = {},
  ): Route<P, T> {
    const route = this.#registry.add({ method, pattern, value, options, below: this.add });
    this.built = undefined;
    // Safety: its pattern is this one.
    return route as unknown as Route<P, T>;
  }

  remove(route: Route<string, T>): boolean {
    if (!this.#registry.remove(route)) return false;
    this.built = undefined;
    return true;
  }

  override doc(id: number): unknown {
    return this.#registry.get(id)?.doc;
  }

  override routes(): readonly Route<string, T>[] {
    return this.#registry.all();
  }

  print(): string {
    return printRoutes(this.#registry.all(), (route) => this.#registry.patternOf(route));
  }

  override stats(): RouterStats {
    const { plain, hosted } = this.tables();
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

  protected override tables(): Tables<T> {
    return (this.built ??= this.#build());
  }

  #build(): Tables<T> {
    const routes = this.#registry.all();
    const hosted = routes.filter(({ host }) => host !== undefined);
    const plain = routes.filter(({ host }) => host === undefined);
    const makesCode = this.#builds++ < MOST_BUILDS_WITH_CODE;
    const tables = new Tables(
      createTable(plain, this.#registry, this.options, makesCode),
      hosted.length === 0 ? undefined : createTable(hosted, this.#registry, this.options, makesCode),
    );
    this.#registry.settle();
    return tables;
  }
}
