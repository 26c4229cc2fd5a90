import { HEAD_ROUTE_IDS, HEAD_STATICS } from "../image/layout.ts";
import { Walker } from "../radix/walker.ts";
import type { RouteRecord } from "../router/route-record.ts";
import type { TableParts } from "../router/table.ts";
import { findStatic } from "../static/find-static.ts";

/** Finds all routes of a path. */
export class Layers<T> {
  readonly #parts: TableParts<T>;
  // Ids of the routes that end at a leaf.
  readonly #rows: readonly (readonly number[])[];
  readonly #walker: Walker;
  readonly #staticWords: Int32Array;

  constructor(parts: TableParts<T>) {
    const { image } = parts.executor;
    this.#parts = parts;
    this.#rows = parts.rows();
    this.#walker = new Walker(image);
    this.#staticWords = image.words.subarray(image.words[HEAD_STATICS], image.words[HEAD_ROUTE_IDS]);
  }

  /** Every route for a canonical path, the best one first. O(size of the table), at worst as in `Walker`. */
  find(method: string, path: string): RouteRecord<T>[] {
    const exact = findStatic(this.#staticWords, this.#parts.staticPaths, path);
    const leaves = new Set([...(exact < 0 ? [] : [exact]), ...this.#walker.walkAll(path)]);
    const found = [...leaves].flatMap((leaf) =>
      (this.#rows[leaf] ?? [])
        .map((id) => this.#parts.routes[id] as RouteRecord<T>)
        .filter((route) => answers(route, method))
        .sort((a, b) => compareAlike(a, b, method)),
    );
    // A route with optional parts may be at several.
    return [...new Set(found)];
  }

  /** Where the params of a route lie in a canonical path: the walk has gone on since it was there. */
  locate(route: RouteRecord<T>, path: string): Int32Array {
    return this.#parts.locate(route, path);
  }
}

// HEAD is answered where GET is.
function answers(route: RouteRecord<unknown>, method: string): boolean {
  return route.method === method || (method === "HEAD" && route.method === "GET");
}

// As `compareAlike` of plan-image.ts, of routes that come in its order but for the method.
function compareAlike(a: RouteRecord<unknown>, b: RouteRecord<unknown>, method: string): number {
  return a.shape.skips - b.shape.skips || Number(b.method === method) - Number(a.method === method);
}
