import type { Route, RouteOptions } from "../api.ts";
import { capacitorError } from "../errors.ts";
import { callPlace } from "../pattern/call-site.ts";
import { hostSegment } from "../pattern/host-pattern.ts";
import { parsePattern } from "../pattern/parse-pattern.ts";
import type { Pattern } from "../pattern/pattern.ts";
import { Place } from "../pattern/place.ts";
import { RouteKinds } from "./route-kinds.ts";
import { RouteRecord } from "./route-record.ts";

const METHOD = /^[A-Z][A-Z0-9-]*$/;

/** What is asked to be registered. */
export interface Registration<T> {
  readonly method: string;
  readonly pattern: string;
  readonly value: T;
  readonly options: RouteOptions;
  /** The function that the user called. */
  readonly below: (...values: never[]) => unknown;
}

/** The routes that were registered, and their patterns as long as they are needed. */
export class Registry<T> {
  // By id; a route that was removed leaves a hole.
  readonly #routes: (RouteRecord<T> | undefined)[] = [];
  readonly #kinds = new RouteKinds();
  readonly #ignoreCase: boolean;
  // By id. Why they go: what is read of a pattern is many times as large as all that a table keeps of a route.
  readonly #patterns: Map<number, Pattern> = new Map();
  // Method, and shape: all it takes to see a duplicate. Undefined while nothing is registered.
  #shapes: Map<string, RouteRecord<T>> | undefined;

  constructor(ignoreCase: boolean) {
    this.#ignoreCase = ignoreCase;
  }

  /** See `Router.add`. */
  add({ method, pattern, value, options, below }: Registration<T>): RouteRecord<T> {
    const { source, doc, host } = options;
    const place = source === undefined ? callPlace(below) : Place.of(source);
    if (!METHOD.test(method)) {
      throw capacitorError("WATT_CAPACITOR_METHOD_INVALID", { method, pattern, source: String(place) });
    }
    const parsed = this.#parse(pattern, host, place);
    const shapes = (this.#shapes ??= this.#shapesOfAll());
    const key = shapeOf(method, host, parsed);
    const other = shapes.get(key);
    if (other !== undefined) {
      throw capacitorError("WATT_CAPACITOR_ROUTE_DUPLICATE", {
        method,
        pattern,
        source: String(place),
        otherMethod: other.method,
        otherPattern: other.pattern,
        otherSource: other.source,
      });
    }
    const id = this.#routes.length;
    const { file, line } = place;
    const kind = this.#kinds.of({ method, pattern: parsed, file, host, doc });
    const route = new RouteRecord({ id, pattern, value, kind, line });
    this.#routes.push(route);
    this.#patterns.set(id, parsed);
    shapes.set(key, route);
    return route;
  }

  /** See `Router.remove`. */
  remove(route: Route<string, T>): boolean {
    const record = this.#routes[route.id];
    if (record === undefined || record !== route) return false;
    this.#shapes?.delete(shapeOf(record.method, record.host, this.patternOf(record)));
    this.#routes[route.id] = undefined;
    this.#patterns.delete(route.id);
    return true;
  }

  get(id: number): RouteRecord<T> | undefined {
    return this.#routes[id];
  }

  /** By id, and what is registered later; those that were removed are missing. */
  get byId(): readonly RouteRecord<T>[] {
    return this.#routes as readonly RouteRecord<T>[];
  }

  /** In the order of registration. */
  all(): RouteRecord<T>[] {
    return this.#routes.filter((route) => route !== undefined);
  }

  /** What a route's pattern, and its host before it, says. */
  patternOf(route: RouteRecord<T>): Pattern {
    const known = this.#patterns.get(route.id);
    if (known !== undefined) return known;
    const parsed = this.#parse(route.pattern, route.host, route.source);
    // Only these are asked for while requests are answered.
    if (!route.shape.isPlain) this.#patterns.set(route.id, parsed);
    return parsed;
  }

  /** Forgets what is needed for registering only. */
  settle(): void {
    this.#shapes = undefined;
    this.#patterns.clear();
  }

  #parse(pattern: string, host: string | undefined, source: string | Place): Pattern {
    // Without its host first, so that the positions in messages are right.
    const parsed = parsePattern(pattern, source, this.#ignoreCase);
    if (host === undefined) return parsed;
    const segment = hostSegment(host);
    if (segment === undefined) throw capacitorError("WATT_CAPACITOR_OPTION", { name: "host", value: host });
    return parsePattern(`/${segment}${pattern}`, source, this.#ignoreCase);
  }

  #shapesOfAll(): Map<string, RouteRecord<T>> {
    return new Map(this.all().map((route) => [shapeOf(route.method, route.host, this.patternOf(route)), route]));
  }
}

// A host and a path may look the same.
function shapeOf(method: string, host: string | undefined, { shape }: Pattern): string {
  return `${method} ${host === undefined ? "" : "host "}${shape}`;
}
