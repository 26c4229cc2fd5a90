import { attributeRule } from "../escape/attribute-rule.ts";
import { safeUrl } from "../escape/url.ts";
import { internalized } from "../tape/internalized.ts";
import type { Static } from "../tape/statics.ts";
import { Step } from "../tape/step.ts";
import { tape } from "../tape/tape.ts";

/** What is written otherwise than it stands, is long, or is half a letter: not worth keeping. */
const unusual = /[&<>"'\0\r\ud800-\udfff]/;
const LONG = 64;

/**
 * Makes `before.step` the way of writing the attribute `name` there. False when the table of statics is full.
 *
 * @throws WATT_CONDUIT_ATTRIBUTE_NAME
 */
export function findStep(tag: string, before: Static, name: string): boolean {
  const other = before.otherStep;
  // Why first: most markup is followed by one of two names.
  const step = other?.rule.name === name ? other : (before.steps.get(name) ?? makeStep(tag, before, name));
  if (step === undefined) return false;
  const last = step.previous;
  before.guessedName = step.rule.name;
  before.guessedValue = last.value;
  before.guessed = last === step.opening ? before : last;
  before.otherStep = before.step;
  before.step = step;
  return true;
}

function makeStep(tag: string, before: Static, name: string): Step | undefined {
  const rule = attributeRule(tag, name);
  const opening = tape.statics.place(`${before.text} ${name}="`);
  const quote = tape.statics.place('"');
  if (opening === undefined || quote === undefined) return undefined;
  if (before.names.has(name.toLowerCase())) throw twice;
  quote.names = opening.names = before.names;
  const step = new Step(rule, opening, quote);
  // Why: literals and names of properties are compared by address, other strings by a call.
  before.steps.set(internalized(name), step);
  return step;
}

/** `with` was given the attribute already. Whoever builds takes the later one. */
export class Twice extends Error {}

const twice = new Twice();

/** The markup that ends in this value, when it may be learnt or was. */
export function learn(before: Static, step: Step, value: string): Static | undefined {
  let known: Static | undefined = step.previous.next;
  if (known.value !== value || known === step.opening) {
    known = step.values.get(value) ?? keep(step, value);
    if (known === undefined) return undefined;
    step.previous.next = known;
  }
  step.previous = known;
  before.guessedValue = known.value;
  before.guessed = known;
  return known;
}

function keep(step: Step, value: string): Static | undefined {
  if (step.left-- === 0) {
    step.learns = false;
    return undefined;
  }
  const isUsual = value.length <= LONG && !unusual.test(value) && (!step.isUrl || safeUrl(value) === value);
  const made = isUsual ? tape.statics.place(`${step.opening.text}${value}"`) : undefined;
  if (made === undefined) return undefined;
  made.value = internalized(value);
  made.names = step.opening.names;
  step.values.set(made.value, made);
  return made;
}
