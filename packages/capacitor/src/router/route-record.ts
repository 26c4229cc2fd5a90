import type { Route } from "../api.ts";
import type { ParamsShape } from "../match/params-shape.ts";
import { AFFIXED, isSkip, type Pattern } from "../pattern/pattern.ts";

/** A route as the router keeps it. */
export interface RouteRecord<T> extends Route<string, T> {
  readonly parsed: Pattern;
  readonly shape: ParamsShape;
  /** Whether each param is a segment that is always there: the walker then knows where all of them are. */
  readonly hasPlainParams: boolean;
}

/** True when a pattern matches one path only, so that the flat hash answers it. */
export function isStatic({ params, steps }: Pattern): boolean {
  return params.length === 0 && !steps.some(isSkip);
}

/** True when each param is a segment that is always there: the walker then knows where all of them are. */
export function hasPlainParams({ steps }: Pattern): boolean {
  return steps.every((step) => !isSkip(step) && step.kind !== AFFIXED);
}
