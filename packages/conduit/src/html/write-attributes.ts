import { type AttributeRule, attributeRule } from "../escape/attribute-rule.ts";
import { safeUrl } from "../escape/url.ts";
import { conduitError, kindOf } from "../errors.ts";
import type { Static } from "../tape/statics.ts";
import { tape } from "../tape/tape.ts";
import { classNames } from "./class-names.ts";
import { isRecord } from "./is-record.ts";
import { join } from "./markup.ts";
import { styleText } from "./style-text.ts";

// Why not Object.hasOwn: it costs 9 ns a name more, as V8 knows only this form inside of for-in.
const { hasOwnProperty } = Object.prototype;

/**
 * Writes attributes after the markup `before`; returns the markup that is still to be written.
 *
 * Every rule holds here and not only in types: an object that came from JSON may stand where attributes do, and a
 * polluted prototype must not become attributes of every element.
 */
export function writeAttributes(tag: string, before: Static, attributes: Readonly<Record<string, unknown>>): Static {
  let pending = before;
  for (const name in attributes) {
    if (!hasOwnProperty.call(attributes, name)) continue;
    const value = attributes[name];
    const rule = pending.lastRule.name === name ? pending.lastRule : findRule(tag, pending, name);
    if (typeof value === "string") {
      pending = writeValue(pending, rule, rule.takesText ? value : checked(tag, rule, value));
    } else {
      pending = writeOther(tag, pending, rule, value);
    }
  }
  return pending;
}

/** The rule of a name, remembered where it was met: the same template meets it there again. */
function findRule(tag: string, pending: Static, name: string): AttributeRule {
  return (pending.lastRule = attributeRule(tag, name));
}

function writeValue(before: Static, rule: AttributeRule, value: string): Static {
  const opening = join(before, rule.opening);
  tape.text(opening, value);
  return tape.statics.close(opening);
}

/** Text for an attribute that does not take any text. */
function checked(tag: string, { kind, name }: AttributeRule, value: string): string {
  if (kind === "url") return safeUrl(value);
  if (kind === "style") throw conduitError("WATT_CONDUIT_STYLE_VALUE", { tag, kind: "a string" });
  // SVG's animations set another attribute, and its rule would not be asked.
  if (/^on|(^|:)href$/i.test(value.trim())) {
    throw conduitError("WATT_CONDUIT_ATTRIBUTE_FORBIDDEN", {
      tag,
      name: `${name} of that value`,
      reason: "an animated link or handler is checked by nobody",
      instead: "Animate another attribute, or set this one in a script file.",
    });
  }
  return value;
}

function writeOther(tag: string, before: Static, rule: AttributeRule, value: unknown): Static {
  switch (typeof value) {
    case "number":
    case "bigint":
      if (rule.kind === "style") throw conduitError("WATT_CONDUIT_STYLE_VALUE", { tag, kind: kindOf(value) });
      return writeValue(before, rule, String(value));
    case "boolean":
      if (rule.kind === "style" && value) throw conduitError("WATT_CONDUIT_STYLE_VALUE", { tag, kind: "true" });
      if (rule.kind === "true-false") return join(join(before, rule.opening), value ? 'true"' : 'false"');
      return value ? join(before, rule.bare) : before;
    case "undefined":
      return before;
    default:
      if (value === null) return before;
      if (rule.kind === "class" || rule.kind === "style") return writeNames(tag, before, rule, value);
      throw conduitError("WATT_CONDUIT_ATTRIBUTE_VALUE", { tag, name: rule.name, kind: kindOf(value) });
  }
}

// Names of classes, or declarations. Without any there is no attribute.
function writeNames(tag: string, before: Static, rule: AttributeRule, value: unknown): Static {
  const text = rule.kind === "class" ? classNames(value) : isRecord(value) ? styleText(tag, value) : undefined;
  if (text !== undefined) return text === "" ? before : writeValue(before, rule, text);
  const code = rule.kind === "class" ? "WATT_CONDUIT_ATTRIBUTE_VALUE" : "WATT_CONDUIT_STYLE_VALUE";
  throw conduitError(code, { tag, name: rule.name, kind: kindOf(value) });
}
