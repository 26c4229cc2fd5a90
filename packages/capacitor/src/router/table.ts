import type { Match, RouterOptions } from "../api.ts";
import { HEAD_BYTES, HEAD_ROUTE_IDS, HEAD_STATICS, HEAD_TESTS } from "../image/layout.ts";
import { MOST_PACKED } from "../match/packed-span.ts";
import { PlainMatch } from "../match/plain-match.ts";
import { RouteMatch } from "../match/route-match.ts";
import { StaticMatch } from "../match/static-match.ts";
import { canonicalPath } from "../path/canonical.ts";
import { toRawOffsets } from "../path/raw-offsets.ts";
import { type Executor, NO_ROUTE } from "../radix/executor.ts";
import { findStatic } from "../static/find-static.ts";
import type { RouteRecord } from "./route-record.ts";

const SLASHES = /\/{2,}/g;

interface Spelling {
  /** What the offsets of the params count in. */
  readonly path: string;
  /** The same, in lower case where case is ignored. */
  readonly searched: string;
}

interface Found extends Spelling {
  readonly id: number;
}

/** What a table is made of. */
export interface TableParts<T> {
  /** Finds the dynamic routes, and holds the image. */
  readonly executor: Executor;
  /** Columns of the table: the methods that some route answers, HEAD included where there is a GET. */
  readonly methods: readonly string[];
  /** Canonical paths of the static routes; the place of one is its leaf. */
  readonly staticPaths: readonly string[];
  /** By id; those of other tables are missing. */
  readonly routes: readonly RouteRecord<T>[];
  /** Where the params of a route lie in a canonical path: of those that are not plain. */
  readonly locate: (route: RouteRecord<T>, path: string) => Int32Array;
  /** Ids of the routes that end at a leaf, by leaf. Expensive. */
  readonly rows: () => readonly (readonly number[])[];
}

/** A built table; never changed afterwards. */
export class Table<T> {
  readonly parts: TableParts<T>;
  readonly #routes: readonly RouteRecord<T>[];
  readonly #methods: readonly string[];
  readonly #staticPaths: readonly string[];
  readonly #staticWords: Int32Array;
  readonly #routeIds: Int32Array;
  readonly #words: Int32Array;
  // By id. Why: a match without params is the same for every request, so it costs nothing.
  readonly #matches: (StaticMatch<T> | undefined)[] = [];
  // The same, by the place in the route ids. Why: what lies beside its leaf is near (measured: 30 ns of GitHub's static paths
  // instead of 40, 90 instead of 125 of 10,000 routes').
  readonly #fixed: (StaticMatch<T> | undefined)[];
  readonly #executor: Executor;
  // By id. Why: a byte that is near instead of four objects on the way to it (measured: 10 ns).
  readonly #fitsPlain: Uint8Array;
  readonly #options: RouterOptions;
  readonly #isLoose: boolean;
  // Whether a path can be looked for as it comes.
  readonly #takesPaths: boolean;

  constructor(parts: TableParts<T>, options: RouterOptions) {
    const { words } = parts.executor.image;
    this.parts = parts;
    this.#routes = parts.routes;
    this.#methods = parts.methods;
    this.#staticPaths = parts.staticPaths;
    this.#executor = parts.executor;
    this.#fitsPlain = Uint8Array.from(parts.routes, (route) =>
      Number(route !== undefined && PlainMatch.fits(route.shape)),
    );
    this.#words = words;
    this.#staticWords = words.subarray(words[HEAD_STATICS], words[HEAD_ROUTE_IDS]);
    this.#routeIds = words.subarray(words[HEAD_ROUTE_IDS], words[HEAD_TESTS]);
    this.#options = options;
    this.#fixed = Array.from({ length: parts.staticPaths.length * parts.methods.length }, () => undefined);
    this.#isLoose = options.trailingSlash === "loose";
    this.#takesPaths = options.ignoreCase !== true && options.mergeSlashes !== true;
  }

  /** Bytes of the image. */
  get imageBytes(): number {
    return this.#words[HEAD_BYTES] as number;
  }

  match(method: string, path: string): Match<T> | undefined {
    const column = this.#column(method);
    if (column < 0) return undefined;
    if (this.#takesPaths) {
      const fixed = this.#fixedMatch(path, column);
      if (fixed !== undefined) return fixed;
      const id = this.#executor.walk(path, column, false);
      if (id >= 0) return this.#rawMatch(id, path);
      // There is no other spelling to try.
      if (id === NO_ROUTE && !this.#isLoose) return undefined;
    }
    const found = this.#findSpelled(path, column);
    return found === undefined ? undefined : this.#matchOf(found.id, found.path, found.searched, false);
  }

  /** The match of a path that is as it should be: `undefined` says nothing of others. */
  matchPlain(method: string, path: string): Match<T> | undefined {
    const column = this.#takesPaths ? this.#column(method) : NO_ROUTE;
    if (column < 0) return undefined;
    const fixed = this.#fixedMatch(path, column);
    if (fixed !== undefined) return fixed;
    const id = this.#executor.walk(path, column, false);
    return id < 0 ? undefined : this.#rawMatch(id, path);
  }

  matchInto(method: string, path: string, out: Int32Array): number {
    const column = this.#column(method);
    if (column < 0) return NO_ROUTE;
    if (this.#takesPaths) {
      const id = this.#find(path, column, false);
      if (id >= 0) this.#writeOffsets(id, path, out);
      if (id >= 0 || (id === NO_ROUTE && !this.#isLoose)) return id;
    }
    const found = this.#findSpelled(path, column);
    if (found === undefined) return NO_ROUTE;
    toRawOffsets(path, out, this.#writeOffsets(found.id, found.searched, out), this.#options.mergeSlashes === true);
    return found.id;
  }

  // By the canonical spelling of the path, as the options want it.
  #findSpelled(raw: string, column: number): Found | undefined {
    for (const { path, searched } of this.spellings(raw)) {
      const id = this.#find(searched, column, true);
      if (id >= 0) return { id, path, searched };
    }
    return undefined;
  }

  /** Canonical spellings of a raw path under which the options let it be found, the first one first. None when it is malformed. */
  spellings(raw: string): Spelling[] {
    const { mergeSlashes, ignoreCase } = this.#options;
    const canonical = canonicalPath(raw);
    if (canonical === undefined) return [];
    const path = mergeSlashes === true ? canonical.replace(SLASHES, "/") : canonical;
    const all = this.#isLoose && path.length > 1 ? [path, withOtherEnd(path)] : [path];
    return all.map((one) => ({ path: one, searched: ignoreCase === true ? one.toLowerCase() : one }));
  }

  // A path that is not canonical is found only when all that is odd in it may be so; see `Walker.walk`.
  #find(path: string, column: number, canonical: boolean): number {
    const id = this.#staticId(path, column);
    return id >= 0 ? id : this.#executor.walk(path, column, canonical);
  }

  // Of a static route.
  #fixedMatch(path: string, column: number): StaticMatch<T> | undefined {
    const leaf = findStatic(this.#staticWords, this.#staticPaths, path);
    if (leaf < 0) return undefined;
    const place = leaf * this.#methods.length + column;
    const known = this.#fixed[place];
    if (known !== undefined) return known;
    const id = this.#routeIds[place] as number;
    return id < 0 ? undefined : (this.#fixed[place] = this.#staticMatch(id));
  }

  #staticMatch(id: number): StaticMatch<T> {
    return (this.#matches[id] ??= new StaticMatch(this.#routes[id] as RouteRecord<T>));
  }

  // Of a path that was found as it came.
  #rawMatch(id: number, path: string): Match<T> {
    if (this.#fitsPlain[id] === 1 && path.length <= MOST_PACKED) {
      return new PlainMatch(this.#routes[id] as RouteRecord<T>, path, this.#executor.offsets);
    }
    return this.#matchOf(id, path, path, true);
  }

  #matchOf(id: number, path: string, searched: string, isRaw: boolean): Match<T> {
    const route = this.#routes[id] as RouteRecord<T>;
    if (route.shape.params.length === 0) return this.#staticMatch(id);
    // What the walk has found as text may be a param, where an optional part is rather filled: so it may hold triplets.
    const isPlain = isRaw && (route.shape.isPlain || !path.includes("%"));
    return new RouteMatch(route, path, isPlain, this.#offsetsOf(route, searched));
  }

  #offsetsOf(route: RouteRecord<T>, path: string): Int32Array {
    return route.shape.isPlain ? this.#executor.offsets : this.parts.locate(route, path);
  }

  // Answers how many there are.
  #writeOffsets(id: number, path: string, out: Int32Array): number {
    const route = this.#routes[id] as RouteRecord<T>;
    const count = Math.min(2 * route.shape.params.length, out.length);
    if (count === 0) return 0;
    const offsets = this.#offsetsOf(route, path);
    for (let i = 0; i < count; i++) out[i] = offsets[i] as number;
    return count;
  }

  #column(method: string): number {
    const methods = this.#methods;
    for (let i = 0; i < methods.length; i++) if (methods[i] === method) return i;
    return -1;
  }

  #staticId(path: string, column: number): number {
    const leaf = findStatic(this.#staticWords, this.#staticPaths, path);
    return leaf < 0 ? NO_ROUTE : (this.#routeIds[leaf * this.#methods.length + column] as number);
  }
}

/** The path with a slash less at its end, or with one more. */
export function withOtherEnd(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
}
