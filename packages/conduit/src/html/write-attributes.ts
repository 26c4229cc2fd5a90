import { writeText, writeUrl } from "../tape/record.ts";
import { attributeRule } from "../escape/attribute-rule.ts";
import type { Static } from "../tape/statics.ts";
import { findStep, learn } from "./steps.ts";
import { writeUnusual, writeUnstored } from "./write-unusual.ts";

// Why not Object.hasOwn: it costs 9 ns a name more, as V8 knows only this form inside of for-in.
const { hasOwnProperty } = Object.prototype;

/**
 * Writes attributes after the markup `before`; returns the markup that is still to be written.
 *
 * Templates repeat themselves, so each piece of markup remembers what came after it: a value that came before is markup itself,
 * and only two comparisons are left.
 *
 * Every rule holds here and not only in types: an object that came from JSON may stand where attributes do, and a
 * polluted prototype must not become attributes of every element.
 */
export function writeAttributes(tag: string, before: Static, attributes: Readonly<Record<string, unknown>>): Static {
  let pending = before;
  for (const name in attributes) {
    if (!hasOwnProperty.call(attributes, name)) continue;
    const value = attributes[name];
    if (pending.guessedName === name) {
      if (pending.guessedValue === value && pending.guessed !== pending) {
        pending = pending.guessed;
        continue;
      }
    } else if (!findStep(tag, pending, name)) {
      pending = writeUnstored(tag, pending, attributeRule(tag, name), value);
      continue;
    }
    pending = writeValue(tag, pending, value);
  }
  return pending;
}

/** Writes one attribute: the same, without a record. */
export function writeAttribute(tag: string, before: Static, name: string, value: unknown): Static {
  if (before.guessedName === name) {
    if (before.guessedValue === value && before.guessed !== before) return before.guessed;
  } else if (!findStep(tag, before, name)) {
    return writeUnstored(tag, before, attributeRule(tag, name), value);
  }
  return writeValue(tag, before, value);
}

/** Writes a value of the attribute that `before.step` is for. */
function writeValue(tag: string, before: Static, value: unknown): Static {
  const step = before.step!;
  if (typeof value !== "string" || !step.takesText) return writeUnusual(tag, before, step, value);
  if (step.learns) {
    const learnt = learn(before, step, value);
    if (learnt !== undefined) return learnt;
  }
  if (step.isUrl) writeUrl(step, value);
  else writeText(step, value);
  return step.quote;
}
