import { isWattError, type WattError } from "@watt/electron";
import { templateError } from "../errors.ts";
import { holeAt, placeOf, sourceOf } from "./place.ts";

/** The error of markup that is not complete HTML. */
export function markupError(source: string, at: number, problem: string, instead: string): WattError {
  return templateError("WATT_CONDUIT_TEMPLATE_MARKUP", { problem, instead, ...placeOf(source, at) });
}

/** The error of a hole where no value can be written. */
export function holeError(source: string, at: number, where: string, instead: string): WattError {
  return templateError("WATT_CONDUIT_TEMPLATE_HOLE", { where, instead, ...placeOf(source, at) });
}

/** The error of a value, with the place of its hole: the same code, and the place after the remedy. */
export function errorAtHole(error: unknown, strings: readonly string[], hole: number): unknown {
  const source = sourceOf(strings);
  return errorAt(error, source, holeAt(source, hole));
}

/** A coded error, which is told its place in a source; any other error as it is. */
export function errorAt(error: unknown, source: string, at: number): unknown {
  if (!isWattError(error) || at === -1) return error;
  const { message, stack, details } = error;
  const place = placeOf(source, at);
  const told = `${message}\nLine ${place.line}, column ${place.column} of the html template:${place.excerpt}`;
  Object.assign(error, { message: told, details: Object.freeze({ ...details, ...place }) });
  // V8's stacks begin with the message.
  if (stack?.includes(message)) Object.assign(error, { stack: stack.replace(message, () => told) });
  return error;
}
