import { kindOf, templateError } from "../errors.ts";
import { parseTemplate } from "./parse-template.ts";
import { sourceOf } from "./place.ts";
import type { Program } from "./program.ts";
import { markupError } from "./template-errors.ts";

// Weak: a program lives as long as its call site.
const programs = new WeakMap<object, Program>();

/**
 * The program of a template's strings: parsed at their first use.
 *
 * @throws WATT_CONDUIT_TEMPLATE_STRINGS, WATT_CONDUIT_TEMPLATE_MARKUP, WATT_CONDUIT_TEMPLATE_HOLE
 */
export function programOf(strings: unknown, values: number): Program {
  const known = typeof strings === "object" && strings !== null ? programs.get(strings) : undefined;
  return known ?? parse(strings, values);
}

function parse(strings: unknown, values: number): Program {
  if (!isTemplate(strings) || strings.length !== values + 1) {
    throw templateError("WATT_CONDUIT_TEMPLATE_STRINGS", { kind: kindOf(strings) });
  }
  const cooked: readonly (string | undefined)[] = strings;
  const broken = cooked.indexOf(undefined);
  if (broken !== -1) {
    // JavaScript gives a tag no text for a string with an escape that it does not know.
    const source = sourceOf([...strings.slice(0, broken), ...strings.raw.slice(broken)]);
    const at = sourceOf(strings.slice(0, broken + 1).map((text) => text ?? "")).length;
    throw markupError(source, at, "a string has an escape that JavaScript does not know", "Write \\\\ for a \\.");
  }
  const program = parseTemplate(sourceOf(strings));
  programs.set(strings, program);
  return program;
}

/**
 * Whether `value` is what JavaScript hands to a tag. What can be shown: it is a frozen array with a frozen `raw` of the same
 * length, and the engine makes no other such objects. Data cannot become one: JSON, structured clones and form fields are never
 * frozen and have no `raw`. What cannot be shown: code may freeze arrays of its own and call `html` with them; code that
 * does so can call `raw` as well.
 */
function isTemplate(value: unknown): value is TemplateStringsArray {
  if (!Array.isArray(value) || !Object.isFrozen(value)) return false;
  const { raw } = value as { readonly raw?: unknown };
  return Array.isArray(raw) && Object.isFrozen(raw) && raw.length === value.length;
}
