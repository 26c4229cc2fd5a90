import type { ExecutorName, RouterOptions } from "../api.ts";
import { HEAD_ROUTE_IDS, HEAD_STATICS } from "../image/layout.ts";
import { planImage } from "../image/plan-image.ts";
import { canonicalPath, firstOdd } from "../path/canonical.ts";
import { toRawOffsets } from "../path/raw-offsets.ts";
import { createExecutor } from "../radix/create-executor.ts";
import { type Executor, NO_ROUTE } from "../radix/executor.ts";
import { findStatic } from "../static/find-static.ts";
import { locateParams } from "../match/locate-params.ts";
import { RouteMatch } from "../match/route-match.ts";
import { isStatic, type RouteRecord } from "./route-record.ts";

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

/** A built table; never changed afterwards. Leaves are numbered: first those of the static paths, then the others. */
export class Table<T> {
  /** Size of the one allocation that holds the image. */
  readonly imageBytes: number;
  /** Columns of the table: the methods that some route answers, HEAD included where there is a GET. */
  readonly methods: readonly string[];
  // By id; those that were removed are missing.
  readonly #routes: RouteRecord<T>[] = [];
  readonly #staticPaths: readonly string[];
  readonly #staticWords: Int32Array;
  readonly #words: Int32Array;
  // By id. Why: a match without params is the same for every request, so those of static routes cost nothing.
  readonly #staticMatches: (RouteMatch<T> | undefined)[] = [];
  readonly #executor: Executor;

  readonly #options: RouterOptions;
  readonly #isLoose: boolean;
  // Whether a path can be looked for as it comes.
  readonly #takesPaths: boolean;

  /** Builds the table: counts, allocates once, writes. O(total length of the patterns). */
  constructor(routes: readonly RouteRecord<T>[], options: RouterOptions) {
    this.#options = options;
    this.#isLoose = options.trailingSlash === "loose";
    this.#takesPaths = options.ignoreCase !== true && options.mergeSlashes !== true;
    for (const route of routes) {
      this.#routes[route.id] = route;
      if (isStatic(route.parsed)) this.#staticMatches[route.id] = new RouteMatch(route, "", true);
    }
    const plan = planImage(routes, options.maxParamLength ?? Infinity);
    this.methods = plan.methods;
    this.imageBytes = plan.bytes;
    this.#staticPaths = plan.staticPaths;
    this.#executor = createExecutor(plan, plan.rows.length - plan.staticPaths.length, options.executor);
    const { words } = this.#executor.image;
    this.#words = words;
    this.#staticWords = words.subarray(words[HEAD_STATICS], words[HEAD_ROUTE_IDS]);
  }

  /** What finds its dynamic routes. */
  get executor(): ExecutorName {
    return this.#executor.name;
  }

  match(method: string, path: string): RouteMatch<T> | undefined {
    const column = this.#column(method);
    if (column < 0) return undefined;
    if (this.#takesPaths) {
      const id = this.#find(path, column, false);
      if (id >= 0) return this.#matchOf(id, path, path, true);
      // Nothing odd in the path: there is no other spelling to try.
      if (id === NO_ROUTE && !this.#isLoose && firstOdd(path) < 0) return undefined;
    }
    const found = this.#findSpelled(path, column);
    return found === undefined ? undefined : this.#matchOf(found.id, found.path, found.searched, false);
  }

  /** The match of a path that is as it should be: `undefined` says nothing of others. */
  matchPlain(method: string, path: string): RouteMatch<T> | undefined {
    const column = this.#takesPaths ? this.#column(method) : NO_ROUTE;
    const id = column < 0 ? NO_ROUTE : this.#find(path, column, false);
    return id < 0 ? undefined : this.#matchOf(id, path, path, true);
  }

  matchInto(method: string, path: string, out: Int32Array): number {
    const column = this.#column(method);
    if (column < 0) return NO_ROUTE;
    if (this.#takesPaths) {
      const id = this.#find(path, column, false);
      if (id >= 0) this.#writeOffsets(id, path, out);
      if (id >= 0 || (id === NO_ROUTE && !this.#isLoose && firstOdd(path) < 0)) return id;
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

  #matchOf(id: number, path: string, searched: string, isPlain: boolean): RouteMatch<T> {
    const known = this.#staticMatches[id];
    if (known !== undefined) return known;
    return new RouteMatch(this.#routes[id] as RouteRecord<T>, path, isPlain, this.#offsetsOf(id, searched));
  }

  #offsetsOf(id: number, path: string): Int32Array {
    const { hasPlainParams, parsed } = this.#routes[id] as RouteRecord<T>;
    return hasPlainParams ? this.#executor.offsets : locateParams(parsed, path);
  }

  // Answers how many there are.
  #writeOffsets(id: number, path: string, out: Int32Array): number {
    const { params } = (this.#routes[id] as RouteRecord<T>).parsed;
    const count = Math.min(2 * params.length, out.length);
    if (count === 0) return 0;
    const offsets = this.#offsetsOf(id, path);
    for (let i = 0; i < count; i++) out[i] = offsets[i] as number;
    return count;
  }

  #column(method: string): number {
    const methods = this.methods;
    for (let i = 0; i < methods.length; i++) if (methods[i] === method) return i;
    return -1;
  }

  #staticId(path: string, column: number): number {
    const leaf = findStatic(this.#staticWords, this.#staticPaths, path);
    if (leaf < 0) return NO_ROUTE;
    return this.#words[(this.#words[HEAD_ROUTE_IDS] as number) + leaf * this.methods.length + column] as number;
  }
}

/** The path with a slash less at its end, or with one more. */
export function withOtherEnd(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
}
