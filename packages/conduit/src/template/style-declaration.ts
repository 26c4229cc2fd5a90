import { declarationValue } from "../html/style-text.ts";
import type { Step } from "./program.ts";

/** A declaration, continued by a hole; `undefined` if it is left out, since a value in it was nothing or is not safe. */
export function styleDeclaration(step: Step, declaration: string | undefined, value: unknown): string | undefined {
  const text = declaration === undefined ? "" : declarationValue(value);
  return text === "" ? undefined : `${declaration}${step.before}${text}${step.after}`;
}
