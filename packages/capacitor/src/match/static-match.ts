import type { Match, ParamValue } from "../api.ts";
import type { RouteRecord } from "../router/route-record.ts";
import { nullObject } from "./params-shape.ts";

const NO_PARAMS: Record<string, ParamValue> = Object.freeze(nullObject());

/** The match of a route without params: the same for every request. */
export class StaticMatch<T> implements Match<T> {
  readonly route: RouteRecord<T>;

  constructor(route: RouteRecord<T>) {
    this.route = route;
  }

  get value(): T {
    return this.route.value;
  }

  get params(): Record<string, ParamValue> {
    return NO_PARAMS;
  }

  param(): string {
    return "";
  }
}
