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
  // Of those without params and optional parts. Why apart: their key need not be put together.
  readonly #plain = new ParamsShape([], true, 0);
  // By file, method and shape. Why so: all of them are hashed already, or not by their text.
  readonly #kinds = new Map<string, Map<string, Map<ParamsShape, RouteKind>>>();

  of({ method, pattern, file, host, doc }: KindParts): RouteKind {
    const shape = this.#shapeOf(pattern);
    if (host !== undefined || doc !== undefined) return { method, shape, file, host, doc };
    const methods = madeOnce(this.#kinds, file, () => new Map<string, Map<ParamsShape, RouteKind>>());
    const shapes = madeOnce(methods, method, () => new Map<ParamsShape, RouteKind>());
    return madeOnce(shapes, shape, () => ({ method, shape, file, host, doc }));
  }

  #shapeOf(pattern: Pattern): ParamsShape {
    if (pattern.params.length === 0 && pattern.skips === 0) return this.#plain;
    return madeOnce(this.#shapes, ParamsShape.keyOf(pattern), () => ParamsShape.of(pattern));
  }
}

function madeOnce<Key, Value>(all: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = make();
  all.set(key, made);
  return made;
}
