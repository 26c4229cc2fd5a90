import { writeText } from "../tape/record.ts";
import type { AttributeRule } from "../escape/attribute-rule.ts";
import { checked, refuse } from "../escape/checked.ts";
import { isCspNonce, lateNonce } from "../escape/csp-nonce.ts";
import { kindOf } from "../errors.ts";
import type { Static } from "../tape/statics.ts";
import type { Step } from "../tape/step.ts";
import { tape } from "../tape/tape.ts";
import { fixed, join, nothing, write } from "./markup.ts";
import { objectText } from "./object-text.ts";

/** What is put together of a list: without an entry there is no attribute. */
const listed: ReadonlySet<AttributeRule["kind"]> = new Set(["class", "style", "srcset"]);

/** Writes an attribute whose value is no text, or is one that has to be looked at. */
export function writeUnusual(tag: string, before: Static, step: Step, value: unknown): Static {
  if (isNonce(step.rule, value)) return writeNonce(before);
  const text = attributeText(tag, step.rule, value);
  if (text === false) return before;
  if (text === true) return join(before, ` ${step.rule.name}`);
  writeText(step, text);
  return step.quote;
}

const quote: Static = fixed('"');

/** Writes an attribute when the table of statics is full: its name as bytes of the record. */
export function writeUnstored(tag: string, before: Static, rule: AttributeRule, value: unknown): Static {
  if (isNonce(rule, value)) return writeNonce(before);
  const text = attributeText(tag, rule, value);
  if (text === false) return before;
  if (text === true) return write(before, ` ${rule.name}`);
  write(before, ` ${rule.name}="`);
  writeText(nothing, text);
  return quote;
}

const isNonce = ({ name }: AttributeRule, value: unknown): boolean =>
  isCspNonce(value) && name.toLowerCase() === "nonce";

function writeNonce(before: Static): Static {
  tape.wait(before, lateNonce);
  return nothing;
}

/** The text of an attribute; `true` writes its bare name, `false` nothing. */
function attributeText(tag: string, rule: AttributeRule, value: unknown): string | boolean {
  switch (typeof value) {
    case "string":
      return rule.takesText ? value : checked(tag, rule, value);
    case "number":
    case "bigint": {
      const text = String(value);
      return rule.takesText ? text : checked(tag, rule, text, kindOf(value));
    }
    case "boolean":
      if (rule.kind === "true-false") return String(value);
      if (value && !rule.takesText) checked(tag, rule, "", "true");
      return value;
    case "undefined":
      return false;
    default:
      return value === null ? false : ofObject(tag, rule, value);
  }
}

function ofObject(tag: string, rule: AttributeRule, value: unknown): string | false {
  const text = objectText(tag, rule, value);
  if (text === undefined) return refuse(tag, rule, kindOf(value));
  return text === "" && listed.has(rule.kind) ? false : text;
}
