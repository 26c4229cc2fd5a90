import type { Child } from "../api.ts";

/**
 * What the case for `value` makes. Every value of its type has one, or the compiler says which is missing.
 *
 *     match(task.state, { open: () => "To do", done: () => "Done" })
 *     match(result, "kind", { ok: ({ user }) => p(user.name), error: ({ message }) => p(message) })
 */
export function match<const Value extends string | number>(
  value: Value,
  cases: { readonly [Case in Value]: (value: Case) => Child },
): Child;
export function match<Value extends object, Key extends keyof Value>(
  value: Value,
  key: Value[Key] extends string | number ? Key : never,
  cases: { readonly [Case in Value[Key] & (string | number)]: (value: Extract<Value, { [K in Key]: Case }>) => Child },
): Child;
export function match(value: unknown, second: unknown, third?: unknown): Child {
  const name = third === undefined ? value : (value as Record<PropertyKey, unknown>)[second as PropertyKey];
  const cases = (third ?? second) as Readonly<Record<PropertyKey, (value: unknown) => Child>>;
  // A value that came from outside may be none of its type.
  return Object.hasOwn(cases, name as PropertyKey) ? cases[name as PropertyKey]!(value) : undefined;
}
