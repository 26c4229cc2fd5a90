import type { Route } from "../api.ts";
import type { ParsedPattern } from "../pattern/parse-pattern.ts";

/** A route as the router keeps it. */
export interface RouteRecord<T> extends Route<string, T> {
  readonly parsed: ParsedPattern;
}

/** True when a pattern has no param, so that the flat hash answers it. */
export function isStatic(parsed: ParsedPattern): boolean {
  return parsed.names.length === 0;
}
