import type { RouterOptions } from "../api.ts";
import { Layers } from "../match/layers.ts";
import { locateParams } from "../match/locate-params.ts";
import { RouteMatch } from "../match/route-match.ts";
import { hostName } from "../pattern/host-pattern.ts";
import type { RouteRecord } from "./route-record.ts";
import { Table } from "./table.ts";

/** The routes of a router, built: those for all hosts, and before them those with a rule for hosts. Never changed afterwards. */
export class Tables<T> {
  readonly plain: Table<T>;
  readonly hosted: Table<T> | undefined;
  readonly #routes: readonly RouteRecord<T>[];
  readonly #options: RouterOptions;
  #layers: readonly [plain: Layers<T>, hosted: Layers<T>] | undefined;

  constructor(routes: readonly RouteRecord<T>[], options: RouterOptions) {
    const [plain, hosted] = divide(routes);
    this.plain = new Table(plain, options);
    this.hosted = hosted.length === 0 ? undefined : new Table(hosted, options);
    this.#routes = routes;
    this.#options = options;
  }

  match(method: string, path: string, host: string | undefined): RouteMatch<T> | undefined {
    if (this.hosted !== undefined && host !== undefined) {
      for (const hosted of withHost(path, host)) {
        const found = this.hosted.match(method, hosted);
        if (found !== undefined) return found;
      }
    }
    return this.plain.match(method, path);
  }

  /** See `Router.matchAll`. */
  matchAll(method: string, path: string, host: string | undefined): RouteMatch<T>[] {
    const [plain, hosted] = (this.#layers ??= layersOf(this.#routes, this.#options));
    const paths = this.hosted === undefined || host === undefined ? [] : withHost(path, host);
    const best = [...paths.flatMap((one) => this.#allOf(hosted, method, one)), ...this.#allOf(plain, method, path)];
    return best.reverse();
  }

  #allOf(layers: Layers<T>, method: string, raw: string): RouteMatch<T>[] {
    for (const { path, searched } of this.plain.spellings(raw)) {
      const routes = layers.find(method, searched);
      if (routes.length === 0) continue;
      return routes.map((route) => new RouteMatch(route, path, false, locateParams(route.parsed, searched)));
    }
    return [];
  }

  /** The methods that a path answers. */
  methodsOf(path: string, host: string | undefined): string[] {
    const methods = new Set([...this.plain.methods, ...(this.hosted?.methods ?? [])]);
    return [...methods].filter((method) => this.match(method, path, host) !== undefined);
  }
}

// The path behind its host. A second one for `/`, which is also what is left of a pattern of which all is left out.
function withHost(path: string, host: string): string[] {
  const name = hostName(host);
  if (name === undefined) return [];
  return /^\/(?:[?#]|$)/.test(path) ? [`/${name}/`, `/${name}`] : [`/${name}${path}`];
}

function divide<T>(routes: readonly RouteRecord<T>[]): [plain: RouteRecord<T>[], hosted: RouteRecord<T>[]] {
  return [routes.filter(({ host }) => host === undefined), routes.filter(({ host }) => host !== undefined)];
}

function layersOf<T>(
  routes: readonly RouteRecord<T>[],
  { maxParamLength = Infinity }: RouterOptions,
): [Layers<T>, Layers<T>] {
  const [plain, hosted] = divide(routes);
  return [new Layers(plain, maxParamLength), new Layers(hosted, maxParamLength)];
}
