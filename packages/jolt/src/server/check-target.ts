import { joltError } from "../errors.ts";

/** The selector of an id, `#todo-list`: the only kind of target that a server may name. */
export type Target = `#${string}`;

// Why ASCII only: a target also travels in headers, and a selector of other characters would need CSS escapes.
const ID_SELECTOR = /^#(?:--|-?[A-Za-z_])[\w-]*$/;

/**
 * Passes a target through.
 *
 * @throws WATT_JOLT_BAD_TARGET for anything that is not `#` and a plain id.
 */
export function checkTarget(method: string, target: Target): Target {
  if (typeof target !== "string" || !ID_SELECTOR.test(target)) {
    throw joltError("WATT_JOLT_BAD_TARGET", { method, value: JSON.stringify(target) });
  }
  return target;
}
