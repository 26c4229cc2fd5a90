import { createErrors, type ErrorFactory, type ErrorSpec } from "@watt/electron";

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

/** Makes one of dev mode's errors. */
export const devError: ErrorFactory<ConduitDevErrorCode> = createErrors(conduitDevErrors);
