import type { RouteReference } from "./report.ts";

/** What reports say of a route: no more than that. */
export function referenceOf({ index, method, pattern, source, host }: RouteReference): RouteReference {
  return { index, method, pattern, source, ...(host !== undefined && { host }) };
}

/** What people call a route. */
export function nameOf({ method, pattern, host = "" }: RouteReference): string {
  return `${method} ${host}${pattern}`.trim();
}
