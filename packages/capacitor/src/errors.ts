import { createErrors, type ErrorFactory, type ErrorSpec } from "@watt/electron";

/** Codes of the errors that capacitor throws, all of them at registration or while a link is made. */
export type CapacitorErrorCode =
  | "WATT_CAPACITOR_HREF_PARAM"
  | "WATT_CAPACITOR_METHOD_INVALID"
  | "WATT_CAPACITOR_OPTION"
  | "WATT_CAPACITOR_PARAM_DUPLICATE"
  | "WATT_CAPACITOR_PATTERN_SYNTAX"
  | "WATT_CAPACITOR_ROUTE_DUPLICATE";

/** Capacitor's error table. */
export const capacitorErrors: Readonly<Record<CapacitorErrorCode, ErrorSpec>> = {
  WATT_CAPACITOR_HREF_PARAM: {
    message: "No link to {pattern}: the param {name} is {problem}.",
    remedy: "Pass a non-empty value for each param. The segments '.' and '..' cannot stand in a URL, not even encoded.",
  },
  WATT_CAPACITOR_METHOD_INVALID: {
    message: "{method} is not an HTTP method in upper case (pattern {pattern}, {source}).",
    remedy: "Write the method as it stands in a request, for example GET, POST or M-SEARCH.",
  },
  WATT_CAPACITOR_OPTION: {
    message: "A router cannot work with {name} = {value}.",
    remedy: "trailingSlash is strict, loose or redirect; maxParamLength is a number from 1.",
  },
  WATT_CAPACITOR_PARAM_DUPLICATE: {
    message: "Pattern {pattern} names the param {name} twice, the second time at position {position} ({source}).",
    remedy: "Give each param of a pattern its own name.",
  },
  WATT_CAPACITOR_PATTERN_SYNTAX: {
    message: "Pattern {pattern} cannot be read at position {position}: {problem} ({source}).",
    remedy:
      "Allowed are text, :name, :name(constraint), *name as a whole segment, :name? as a whole segment and {/…}?, with names " +
      "of A-Z, a-z, 0-9 and _ that do not begin with a digit; any other character can be percent-encoded (%3A is a colon).",
  },
  WATT_CAPACITOR_ROUTE_DUPLICATE: {
    message:
      "{method} {pattern} ({source}) matches the same paths as {otherMethod} {otherPattern}, " +
      "which was registered first ({otherSource}).",
    remedy:
      "Remove one of the two, or change the method or a static segment of one; param names do not tell routes apart.",
  },
};

/** Makes one of capacitor's errors. */
export const capacitorError: ErrorFactory<CapacitorErrorCode> = createErrors(capacitorErrors);
