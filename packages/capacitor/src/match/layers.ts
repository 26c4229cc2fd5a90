import { Arena } from "@watt/electron";
import { HEAD_ROUTE_IDS, HEAD_STATICS } from "../image/layout.ts";
import { answers, compareAlike, type ImagePlan, planImage } from "../image/plan-image.ts";
import { Walker } from "../radix/walker.ts";
import type { RouteRecord } from "../router/route-record.ts";
import { findStatic } from "../static/find-static.ts";

/** Finds all routes of a path. Its table is its own, since few routers are asked for more than the best one. */
export class Layers<T> {
  readonly #plan: ImagePlan;
  readonly #routes: ReadonlyMap<number, RouteRecord<T>>;
  readonly #walker: Walker;
  readonly #staticWords: Int32Array;

  constructor(routes: readonly RouteRecord<T>[], maxParamLength: number) {
    this.#plan = planImage(routes, maxParamLength);
    this.#routes = new Map(routes.map((route) => [route.id, route]));
    const arena = new Arena({ bytes: this.#plan.bytes });
    const image = this.#plan.write(arena.buffer, arena.alloc(this.#plan.bytes));
    this.#walker = new Walker(image);
    this.#staticWords = image.words.subarray(image.words[HEAD_STATICS], image.words[HEAD_ROUTE_IDS]);
  }

  /** Every route for a canonical path, the best one first. O(size of the table), at worst as in `Walker`. */
  find(method: string, path: string): RouteRecord<T>[] {
    const { staticPaths, rows } = this.#plan;
    const exact = findStatic(this.#staticWords, staticPaths, path);
    const leaves = new Set([...(exact < 0 ? [] : [exact]), ...this.#walker.walkAll(path)]);
    const found = [...leaves].flatMap((leaf) =>
      (rows[leaf] ?? []).filter((route) => answers(route, method)).sort((a, b) => compareAlike(a, b, method)),
    );
    // A route with optional parts may be at several.
    return [...new Set(found)].map(({ id }) => this.#routes.get(id) as RouteRecord<T>);
  }
}
