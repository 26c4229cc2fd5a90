import { ParamsShape } from "../match/params-shape.ts";
import type { Pattern } from "../pattern/pattern.ts";
import type { RouteKind } from "./route-record.ts";

/** What the kind of a route depends on. */
export interface KindParts {
  readonly method: string;
  readonly pattern: Pattern;
  readonly file: string;
  readonly host: string | undefined;
  readonly doc: unknown;
}

/** The kinds of a router's routes: each once. */
export class RouteKinds {
  readonly #shapes = new Map<string, ParamsShape>();
  // By shape, then by method and file.
  readonly #kinds = new Map<ParamsShape, Map<string, RouteKind>>();

  of({ method, pattern, file, host, doc }: KindParts): RouteKind {
    const shape = this.#shapeOf(pattern);
    if (host !== undefined || doc !== undefined) return { method, shape, file, host, doc };
    const kinds = this.#kinds.get(shape) ?? new Map<string, RouteKind>();
    this.#kinds.set(shape, kinds);
    const key = `${method} ${file}`;
    const kind = kinds.get(key) ?? { method, shape, file, host, doc };
    kinds.set(key, kind);
    return kind;
  }

  #shapeOf(pattern: Pattern): ParamsShape {
    const key = ParamsShape.keyOf(pattern);
    const known = this.#shapes.get(key) ?? ParamsShape.of(pattern);
    this.#shapes.set(key, known);
    return known;
  }
}
