import { createErrors, type ErrorFactory, type ErrorSpec } from "@watt/electron";
import { isElement } from "./built.ts";
import { explain, whereMade } from "./explain.ts";
import type { Wrong } from "./nesting/wrong.ts";

/** Codes of the errors that dev mode throws. */
export type ConduitDevErrorCode = "WATT_CONDUIT_NESTING" | "WATT_CONDUIT_ROLE_ATTRIBUTE" | "WATT_CONDUIT_ROLE_UNKNOWN";

/** Dev mode's error table. Why apart from conduit's: production carries nothing of it. */
export const conduitDevErrors: Readonly<Record<ConduitDevErrorCode, ErrorSpec>> = {
  WATT_CONDUIT_NESTING: {
    message: "{child} does not stay in <{parent}>: {reason}.",
    remedy: "{instead}",
  },
  WATT_CONDUIT_ROLE_ATTRIBUTE: {
    message: "<{tag}> was given the attribute {name}, which its role {role} forbids: assistive technology ignores it.",
    remedy: "Put the text into the element, or give it a role that may have a name, such as {instead}.",
  },
  WATT_CONDUIT_ROLE_UNKNOWN: {
    message: "<{tag}> was given the role {role}, which WAI-ARIA does not define.",
    remedy: "{instead}",
  },
};

const make = createErrors(conduitDevErrors);

/** Makes one of dev mode's errors, with the place of the call. */
export const devError: ErrorFactory<ConduitDevErrorCode> = (code, details, options) => {
  const error = make(code, details, options);
  explain(error);
  return error;
};

/** The error of a piece that parsers do not leave in its parent; names both and where they were made. */
export function nestingError({ child, parent, reason, instead }: Wrong): Error {
  const what = isElement(child) ? `<${child.tag}>` : "Text";
  const error = make("WATT_CONDUIT_NESTING", { child: what, parent: parent.tag, reason, instead });
  explain(error, [...(isElement(child) ? [whereMade(child)] : []), whereMade(parent)]);
  return error;
}
