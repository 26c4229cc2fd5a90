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

const NO_LINE = -1;
const MOST_LINES = 1e9;

// Why: a table has as many sources as routes, and few files.
const files = new Map<string, string>();
const MOST_FILES = 1_000;

function fileOf(file: string): string {
  const known = files.get(file);
  if (known !== undefined) return known;
  if (files.size < MOST_FILES) files.set(file, file);
  return file;
}

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
    const colon = source.lastIndexOf(":");
    const line = colon < 0 ? NO_LINE : Number(source.slice(colon + 1));
    const isLine = Number.isInteger(line) && line >= 0 && line < MOST_LINES && String(line) === source.slice(colon + 1);
    this.#line = isLine ? line : NO_LINE;
    this.#file = fileOf(isLine ? source.slice(0, colon) : source);
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
