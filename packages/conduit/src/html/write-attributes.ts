import { type AttributeRule, attributeRule } from "../escape/attribute-rule.ts";
import { safeUrl } from "../escape/url.ts";
import { conduitError, kindOf } from "../errors.ts";
import type { Static } from "../tape/statics.ts";
import { tape } from "../tape/tape.ts";
import { join } from "./markup.ts";

const quote: Static = tape.statics.intern('"')!;

/**
 * Writes attributes after the markup `before`; returns the markup that is still to be written.
 *
 * Every rule holds here and not only in types: an object that came from JSON may stand where attributes do.
 */
export function writeAttributes(tag: string, before: Static, attributes: Readonly<Record<string, unknown>>): Static {
  let pending = before;
  for (const name in attributes) {
    if (!Object.hasOwn(attributes, name)) continue;
    pending = writeAttribute(tag, pending, attributeRule(tag, name), attributes[name]);
  }
  return pending;
}

function writeAttribute(tag: string, before: Static, rule: AttributeRule, value: unknown): Static {
  const { kind } = rule;
  switch (typeof value) {
    case "string":
      tape.text(join(before, rule.opening), kind === "url" ? safeUrl(value) : value);
      return quote;
    case "number":
    case "bigint":
      tape.text(join(before, rule.opening), String(value));
      return quote;
    case "boolean":
      if (kind === "true-false") return join(join(before, rule.opening), value ? 'true"' : 'false"');
      return value ? join(before, rule.bare) : before;
    case "undefined":
      return before;
    default:
      if (value === null) return before;
      throw conduitError("WATT_CONDUIT_ATTRIBUTE_VALUE", { tag, name: rule.name, kind: kindOf(value) });
  }
}
