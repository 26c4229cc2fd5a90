import { Arena } from "@watt/electron";
import type { RouterOptions } from "../api.ts";
import { groupBy } from "../group-by.ts";
import { canonicalPath, firstOdd } from "../path/canonical.ts";
import { toRawOffsets } from "../path/raw-offsets.ts";
import type { Pattern, Segment } from "../pattern/pattern.ts";
import { planRadix } from "../radix/plan-radix.ts";
import { createRadixTree } from "../radix/radix-node.ts";
import type { SegmentTest } from "../pattern/segment-test.ts";
import { NO_ROUTE, Walker } from "../radix/walker.ts";
import { findStatic } from "../static/find-static.ts";
import { planStatic } from "../static/plan-static.ts";
import { locateParams } from "./locate-params.ts";
import { RouteMatch } from "./route-match.ts";
import { hasPlainParams, isStatic, type RouteRecord } from "./route-record.ts";

const WORD = Int32Array.BYTES_PER_ELEMENT;
const SLASHES = /\/{2,}/g;

interface Found {
  readonly id: number;
  /** What the offsets of the params count in. */
  readonly path: string;
  /** The same, in lower case where case is ignored. */
  readonly searched: string;
}

/** All routes of one shape: a leaf of the table. */
interface Leaf<T> {
  readonly shape: string;
  readonly records: readonly RouteRecord<T>[];
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
  readonly #routeIds: Int32Array;
  // By id. Why: a match without params is the same for every request, so those of static routes cost nothing.
  readonly #staticMatches: (RouteMatch<T> | undefined)[] = [];
  readonly #walker: Walker;

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
      if (isStatic(route.parsed)) this.#staticMatches[route.id] = new RouteMatch(route, "");
    }
    this.methods = methodsOf(routes);
    const leaves = leavesOf(routes);
    const statics = leaves.filter((leaf) => isStaticLeaf(leaf));
    const dynamics = leaves.filter((leaf) => !isStaticLeaf(leaf));
    this.#staticPaths = statics.map((leaf) => `/${leaf.shape}`);
    const rows = statics.map(({ records }) => records);
    const tree = createRadixTree(dynamics.map(patternOf), (ended) => {
      return rows.push(ended.flatMap((index) => (dynamics[index] as Leaf<T>).records)) - 1;
    });
    const tests: SegmentTest[] = [];
    const numbers = new Map<string, number>();
    const radix = planRadix(tree, ({ key, test }: Segment) => {
      if (test === undefined) return 0;
      const number = numbers.get(key) ?? tests.push(test) - 1;
      numbers.set(key, number);
      return number;
    });
    const plan = planStatic(this.#staticPaths);
    const idWords = rows.length * this.methods.length;
    this.imageBytes = (radix.words + plan.words + idWords) * WORD + radix.labelBytes;
    const arena = new Arena({ bytes: this.imageBytes });
    const words = (count: number): Int32Array => new Int32Array(arena.buffer, arena.alloc(count * WORD, WORD), count);
    const records = words(radix.words);
    this.#staticWords = words(plan.words);
    this.#routeIds = words(idWords);
    const labels = new Uint8Array(arena.buffer, arena.alloc(radix.labelBytes, 1), radix.labelBytes);

    radix.write(records, labels);
    plan.write(this.#staticWords);
    writeRouteIds(rows, this.methods, this.#routeIds);
    this.#walker = new Walker({
      records,
      labels,
      tests,
      routeIds: this.#routeIds,
      columns: this.methods.length,
      choices: radix.choices,
      maxParamLength: options.maxParamLength ?? Infinity,
      captures: routes.reduce((most, route) => Math.max(most, route.parsed.steps.length), 0),
    });
  }

  match(method: string, path: string): RouteMatch<T> | undefined {
    const column = this.#column(method);
    if (column < 0) return undefined;
    if (this.#takesPaths) {
      const id = this.#find(path, column, false);
      if (id >= 0) return this.#matchOf(id, path, path);
      // Nothing odd in the path: there is no other spelling to try.
      if (id === NO_ROUTE && !this.#isLoose && firstOdd(path) < 0) return undefined;
    }
    const found = this.#findSpelled(path, column);
    return found === undefined ? undefined : this.#matchOf(found.id, found.path, found.searched);
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
    const { mergeSlashes, ignoreCase } = this.#options;
    const canonical = canonicalPath(raw);
    if (canonical === undefined) return undefined;
    const path = mergeSlashes === true ? canonical.replace(SLASHES, "/") : canonical;
    for (const one of this.#isLoose && path.length > 1 ? [path, withOtherEnd(path)] : [path]) {
      const searched = ignoreCase === true ? one.toLowerCase() : one;
      const id = this.#find(searched, column, true);
      if (id >= 0) return { id, path: one, searched };
    }
    return undefined;
  }

  // A path that is not canonical is found only when all that is odd in it may be so; see `Walker.walk`.
  #find(path: string, column: number, canonical: boolean): number {
    const id = this.#staticId(path, column);
    return id >= 0 ? id : this.#walker.walk(path, column, canonical);
  }

  #matchOf(id: number, path: string, searched: string): RouteMatch<T> {
    const known = this.#staticMatches[id];
    return known ?? new RouteMatch(this.#routes[id] as RouteRecord<T>, path, this.#offsetsOf(id, searched));
  }

  #offsetsOf(id: number, path: string): Int32Array {
    const { parsed } = this.#routes[id] as RouteRecord<T>;
    return hasPlainParams(parsed) ? this.#walker.offsets : locateParams(parsed, path);
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
    return leaf < 0 ? NO_ROUTE : (this.#routeIds[leaf * this.methods.length + column] as number);
  }
}

/** The path with a slash less at its end, or with one more. */
export function withOtherEnd(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
}

function leavesOf<T>(routes: readonly RouteRecord<T>[]): Leaf<T>[] {
  const byShape = groupBy(routes, (route) => route.parsed.shape);
  return Array.from(byShape, ([shape, records]) => ({ shape, records }));
}

function isStaticLeaf(leaf: Leaf<unknown>): boolean {
  return leaf.records.every((record) => isStatic(record.parsed));
}

function patternOf(leaf: Leaf<unknown>): Pattern {
  return (leaf.records[0] as RouteRecord<unknown>).parsed;
}

function methodsOf(routes: readonly RouteRecord<unknown>[]): string[] {
  const methods = new Set(routes.map((route) => route.method));
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods];
}

// A row for each leaf, with the routes that a path which ends there can have.
function writeRouteIds(
  rows: readonly (readonly RouteRecord<unknown>[])[],
  methods: readonly string[],
  out: Int32Array,
): void {
  for (const [row, records] of rows.entries()) {
    for (const [column, method] of methods.entries()) {
      const best = records.reduce<RouteRecord<unknown> | undefined>((best, record) => {
        return answers(record, method) && (best === undefined || isBetter(record, best, method)) ? record : best;
      }, undefined);
      out[row * methods.length + column] = best?.id ?? NO_ROUTE;
    }
  }
}

// HEAD is answered where GET is, unless it has a route of its own.
function answers(record: RouteRecord<unknown>, method: string): boolean {
  return record.method === method || (method === "HEAD" && record.method === "GET");
}

// Of routes that a path cannot tell apart the one with less that is optional answers.
function isBetter(a: RouteRecord<unknown>, b: RouteRecord<unknown>, method: string): boolean {
  if (a.parsed.skips !== b.parsed.skips) return a.parsed.skips < b.parsed.skips;
  if (a.method !== b.method) return a.method === method;
  return a.parsed.order < b.parsed.order;
}
