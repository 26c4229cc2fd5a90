import { conduitError, kindOf } from "../errors.ts";
import { classNames } from "../html/class-names.ts";
import type { Step } from "./program.ts";

/**
 * The text of a hole that is a part of an attribute's value. Null, undefined and false write nothing; in `class`, lists and
 * records are what they are to builders.
 *
 * @throws WATT_CONDUIT_ATTRIBUTE_VALUE
 */
export function partText(step: Step, value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (value === null || value === undefined || value === false) return "";
  const names = step.name.toLowerCase() === "class" ? classNames(value) : undefined;
  if (names !== undefined) return names;
  throw conduitError("WATT_CONDUIT_ATTRIBUTE_VALUE", { tag: step.tag, name: step.name, kind: kindOf(value) });
}
