import type { Route } from "../api.ts";
import type { ParamsShape } from "../match/params-shape.ts";

/** What few routes have. */
interface Extra {
  readonly host: string | undefined;
  readonly doc: unknown;
}

/** What a route is made of. */
export interface RouteParts<T> extends Pick<Route<string, T>, "id" | "method" | "pattern" | "value" | "source"> {
  readonly shape: ParamsShape;
  readonly host: string | undefined;
  readonly doc: unknown;
}

const LINE = /^(.*):(\d{1,9})$/s;

// Why: a table has as many sources as routes, and few files.
const files = new Map<string, string>();
const MOST_FILES = 1_000;

/** A route as the router keeps it: small, since a table may have thousands. */
export class RouteRecord<T> implements Route<string, T> {
  readonly id: number = 0;
  readonly method: string;
  readonly pattern: string;
  readonly value: T;
  readonly shape: ParamsShape;
  readonly #file: string;
  readonly #line: number = 0;
  readonly #extra: Extra | undefined;

  constructor({ id, method, pattern, value, source, shape, host, doc }: RouteParts<T>) {
    this.id = id;
    this.method = method;
    this.pattern = pattern;
    this.value = value;
    this.shape = shape;
    const [, file = source, line = "-1"] = LINE.exec(source) ?? [];
    this.#file = files.get(file) ?? file;
    if (files.size < MOST_FILES) files.set(file, this.#file);
    this.#line = Number(line);
    this.#extra = host === undefined && doc === undefined ? undefined : { host, doc };
  }

  get source(): string {
    return this.#line < 0 ? this.#file : `${this.#file}:${this.#line}`;
  }

  get host(): string | undefined {
    return this.#extra?.host;
  }

  get doc(): unknown {
    return this.#extra?.doc;
  }
}
