import type { Route } from "../api.ts";
import type { ParamsShape } from "../match/params-shape.ts";

/** What many routes have in common. */
export interface RouteKind {
  readonly method: string;
  readonly shape: ParamsShape;
  /** What stands before the line in `Route.source`. */
  readonly file: string;
  /** Few routes have the last two; those have a kind of their own. */
  readonly host: string | undefined;
  readonly doc: unknown;
}

/** What a route is made of. */
export interface RouteParts<T> {
  readonly id: number;
  readonly pattern: string;
  readonly value: T;
  readonly kind: RouteKind;
  /** The line in its file; -1 when its source says none. */
  readonly line: number;
}

/** A route as the router keeps it: small, since a table may have thousands. */
export class RouteRecord<T> implements Route<string, T> {
  readonly id: number = 0;
  readonly pattern: string;
  readonly value: T;
  readonly kind: RouteKind;
  readonly line: number = 0;
  // Why here too: every match reads it.
  readonly shape: ParamsShape;

  constructor({ id, pattern, value, kind, line }: RouteParts<T>) {
    this.id = id;
    this.pattern = pattern;
    this.value = value;
    this.kind = kind;
    this.line = line;
    this.shape = kind.shape;
  }

  get method(): string {
    return this.kind.method;
  }

  get source(): string {
    return this.line < 0 ? this.kind.file : `${this.kind.file}:${this.line}`;
  }

  get host(): string | undefined {
    return this.kind.host;
  }

  get doc(): unknown {
    return this.kind.doc;
  }
}
