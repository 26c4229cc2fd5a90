import type { Explanation, Match, Route, RouteLookup, RouterOptions, RouterStats } from "../api.ts";
import { canonicalPath } from "../path/canonical.ts";
import { asciiText, utf8Path } from "../path/path-text.ts";
import { withOtherEnd } from "./table.ts";
import type { Tables } from "./tables.ts";

/** What a router answers by its tables. */
export abstract class Lookup<T> implements RouteLookup<T> {
  readonly options: RouterOptions;

  constructor(options: RouterOptions) {
    this.options = options;
  }

  /** What is looked up in; missing until it is built. */
  protected built: Tables<T> | undefined;

  /** What is looked up in; built when it is not there. */
  protected abstract tables(): Tables<T>;

  abstract doc(id: number): unknown;
  abstract routes(): readonly Route<string, T>[];
  abstract stats(): RouterStats;

  match(method: string, path: string, host?: string): Match<T> | undefined {
    // Why not by `tables`, and not by `Tables.match` in most cases: in a young process every call counts (ADR 17).
    const tables = this.built ?? this.tables();
    return tables.hosted === undefined ? tables.plain.match(method, path) : tables.match(method, path, host);
  }

  matchBytes(
    method: string,
    path: Uint8Array,
    start: number = 0,
    end: number = path.length,
    host?: string,
  ): Match<T> | undefined {
    const tables = this.tables();
    const isPlain = tables.hosted === undefined || host === undefined;
    const ascii = isPlain ? asciiText(path, start, end) : undefined;
    const found = ascii === undefined ? undefined : tables.plain.matchPlain(method, ascii);
    if (found !== undefined) return found;
    const text = utf8Path(path, start, end);
    return text === undefined ? undefined : tables.match(method, text, host);
  }

  matchAll(method: string, path: string, host?: string): Match<T>[] {
    return this.tables().matchAll(method, path, host);
  }

  matchInto(method: string, path: string, out: Int32Array): number {
    return this.tables().plain.matchInto(method, path, out);
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
    const answered = this.tables().methodsOf(path, host);
    // A path that has a route can always be asked what it answers.
    return answered.length === 0 ? [] : [...new Set([...answered, "OPTIONS"])].sort();
  }
}
