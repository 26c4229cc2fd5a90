import { createErrors, type ErrorFactory, type ErrorSpec } from "@watt/electron";

/** Codes of the errors that jolt's server half throws. */
export type JoltErrorCode = "WATT_JOLT_NOT_HTML" | "WATT_JOLT_BAD_TARGET" | "WATT_JOLT_BAD_SWAP" | "WATT_JOLT_BAD_URL";

/** Jolt's error table. */
export const joltErrors: Readonly<Record<JoltErrorCode, ErrorSpec>> = {
  WATT_JOLT_NOT_HTML: {
    message: "jolt.{method} was given {value} ({type}), which is not HTML from @watt/conduit.",
    remedy: "Build it with conduit's elements, or mark markup that you trust with raw(html).",
  },
  WATT_JOLT_BAD_TARGET: {
    message: "jolt.{method} was given the target {value}, which is not the selector of an id.",
    remedy: "Write # and an id of ASCII letters, digits, - and _, not beginning with a digit: #todo-list.",
  },
  WATT_JOLT_BAD_SWAP: {
    message: "jolt.into was given the swap token {value}.",
    remedy: "Use one of {swaps}.",
  },
  WATT_JOLT_BAD_URL: {
    message: "jolt.redirect was given {value}, which does not stay on this site.",
    remedy:
      "Use a path that begins with one slash, or { external: true } with an http or https address that you chose.",
  },
};

/** Makes one of jolt's errors. */
export const joltError: ErrorFactory<JoltErrorCode> = createErrors(joltErrors);
