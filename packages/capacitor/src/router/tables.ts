import type { Match } from "../api.ts";
import { Layers } from "../match/layers.ts";
import { RouteMatch } from "../match/route-match.ts";
import { StaticMatch } from "../match/static-match.ts";
import { hostName } from "../pattern/host-pattern.ts";
import type { Table } from "./table.ts";

/** The routes of a router, built: those for all hosts, and before them those with a rule for hosts. Never changed afterwards. */
export class Tables<T> {
  readonly plain: Table<T>;
  readonly hosted: Table<T> | undefined;
  #layers: readonly [plain: Layers<T>, hosted: Layers<T> | undefined] | undefined;

  constructor(plain: Table<T>, hosted: Table<T> | undefined) {
    this.plain = plain;
    this.hosted = hosted;
  }

  match(method: string, path: string, host: string | undefined): Match<T> | undefined {
    if (this.hosted !== undefined && host !== undefined) {
      for (const hosted of withHost(path, host)) {
        const found = this.hosted.match(method, hosted);
        if (found !== undefined) return found;
      }
    }
    return this.plain.match(method, path);
  }

  /** See `Router.matchAll`. */
  matchAll(method: string, path: string, host: string | undefined): Match<T>[] {
    const [plain, hosted] = (this.#layers ??= [
      new Layers(this.plain.parts),
      this.hosted && new Layers(this.hosted.parts),
    ]);
    const best = this.#allOf(plain, method, path);
    if (hosted === undefined || host === undefined) return best.reverse();
    return [...withHost(path, host).flatMap((one) => this.#allOf(hosted, method, one)), ...best].reverse();
  }

  #allOf(layers: Layers<T>, method: string, raw: string): Match<T>[] {
    for (const { path, searched } of this.plain.spellings(raw)) {
      const found = layers.find(method, searched);
      if (found.size === 0) continue;
      return Array.from(found, ([route, offsets]) => {
        return route.shape.params.length === 0 ? new StaticMatch(route) : new RouteMatch(route, path, false, offsets);
      });
    }
    return [];
  }

  /** The methods that a path answers. */
  methodsOf(path: string, host: string | undefined): string[] {
    const methods = new Set([...this.plain.parts.methods, ...(this.hosted?.parts.methods ?? [])]);
    return [...methods].filter((method) => this.match(method, path, host) !== undefined);
  }
}

// The path behind its host. A second one for `/`, which is also what is left of a pattern of which all is left out.
function withHost(path: string, host: string): string[] {
  const name = hostName(host);
  if (name === undefined) return [];
  return /^\/(?:[?#]|$)/.test(path) ? [`/${name}/`, `/${name}`] : [`/${name}${path}`];
}
