import { type AttributeRule, attributeRule } from "../escape/attribute-rule.ts";
import { checked, refuse } from "../escape/checked.ts";
import { kindOf } from "../errors.ts";
import type { Static } from "../tape/statics.ts";
import { tape } from "../tape/tape.ts";
import { join } from "./markup.ts";
import { objectText } from "./object-text.ts";

// Why not Object.hasOwn: it costs 9 ns a name more, as V8 knows only this form inside of for-in.
const { hasOwnProperty } = Object.prototype;

/** What is put together of a list: without an entry there is no attribute. */
const listed: ReadonlySet<AttributeRule["kind"]> = new Set(["class", "style", "srcset"]);

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

function writeOther(tag: string, before: Static, rule: AttributeRule, value: unknown): Static {
  switch (typeof value) {
    case "number":
    case "bigint": {
      const text = String(value);
      return writeValue(before, rule, rule.takesText ? text : checked(tag, rule, text, kindOf(value)));
    }
    case "boolean":
      if (rule.kind === "true-false") return join(join(before, rule.opening), value ? 'true"' : 'false"');
      if (!value) return before;
      if (!rule.takesText) checked(tag, rule, "", "true");
      return join(before, rule.bare);
    case "undefined":
      return before;
    default:
      return value === null ? before : writeObject(tag, before, rule, value);
  }
}

function writeObject(tag: string, before: Static, rule: AttributeRule, value: unknown): Static {
  const text = objectText(tag, rule, value);
  if (text === undefined) return refuse(tag, rule, kindOf(value));
  return text === "" && listed.has(rule.kind) ? before : writeValue(before, rule, text);
}
