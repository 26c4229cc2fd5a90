import { HEAD_ROUTE_IDS, HEAD_STATICS } from "../image/layout.ts";
import { Walker } from "../radix/walker.ts";
import { answers } from "../router/answers.ts";
import type { RouteRecord } from "../router/route-record.ts";
import type { TableParts } from "../router/table.ts";
import { findStatic } from "../static/find-static.ts";

const NO_OFFSETS: Int32Array = new Int32Array(0);

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

  /**
   * Every route for a canonical path, the best one first, with the offsets of its params. O(size of the table), at worst as
   * in `Walker`.
   */
  find(method: string, path: string): Map<RouteRecord<T>, Int32Array> {
    const { staticPaths, routes, locate } = this.#parts;
    const exact = findStatic(this.#staticWords, staticPaths, path);
    const hits = [...(exact < 0 ? [] : [{ leaf: exact, offsets: NO_OFFSETS }]), ...this.#walker.walkAll(path)];
    const found = new Map<RouteRecord<T>, Int32Array>();
    for (const { leaf, offsets } of hits) {
      const ended = (this.#rows[leaf] ?? []).map((id) => routes[id] as RouteRecord<T>);
      const answering = ended.filter((route) => answers(route, method)).sort((a, b) => compareAlike(a, b, method));
      for (const route of answering) {
        // A route with optional parts may be at several.
        if (!found.has(route)) found.set(route, route.shape.isPlain ? offsets : locate(route, path));
      }
    }
    return found;
  }
}

// As `compareAlike` of plan-image.ts, of routes that come in its order but for the method.
function compareAlike(a: RouteRecord<unknown>, b: RouteRecord<unknown>, method: string): number {
  return a.shape.skips - b.shape.skips || Number(b.method === method) - Number(a.method === method);
}
