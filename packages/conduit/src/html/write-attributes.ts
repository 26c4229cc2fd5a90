import { attributeRule } from "../escape/attribute-rule.ts";
import type { Static } from "../tape/statics.ts";
import { tape } from "../tape/tape.ts";
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
    const step = pending.step!;
    if (typeof value === "string" && step.takesText) {
      if (step.learns) {
        const learnt = learn(pending, step, value);
        if (learnt !== undefined) {
          pending = learnt;
          continue;
        }
      }
      if (step.isUrl) tape.url(step, value);
      else tape.text(step, value);
      pending = step.quote;
    } else {
      pending = writeUnusual(tag, pending, step, value);
    }
  }
  return pending;
}

/** Writes one attribute: the same. */
export function writeAttribute(tag: string, before: Static, name: string, value: unknown): Static {
  return writeAttributes(tag, before, { [name]: value });
}
