import type { Child } from "../api.ts";

/** What `view` makes of `value` when that is truthy, else what `otherwise` makes, else nothing. */
export function when<Value>(
  value: Value,
  view: (value: Exclude<Value, false | 0 | 0n | "" | null | undefined>) => Child,
  otherwise?: () => Child,
): Child {
  return value ? view(value as Exclude<Value, false | 0 | 0n | "" | null | undefined>) : otherwise?.();
}
