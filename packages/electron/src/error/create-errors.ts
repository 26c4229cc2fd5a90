import { type ErrorDetails, type ErrorSpec, WattError } from "./watt-error.ts";

/** Makes a `WattError` of one package's table. Does not throw it. */
export type ErrorFactory<Code extends string> = (
  code: Code,
  details?: ErrorDetails,
  options?: ErrorOptions,
) => WattError;

/**
 * Binds a package's error table to a factory: `throw error("WATT_X_Y", { value })`.
 *
 * @param table code → message, remedy, status. A package keeps it in its `errors.ts`;
 *   `docs/reference/errors.md` is generated from all of them.
 * @returns a function that makes the error of a code, with `details` filled into the message.
 */
export function createErrors<Code extends string>(table: Readonly<Record<Code, ErrorSpec>>): ErrorFactory<Code> {
  return (code, details, options) => new WattError(code, table[code], details, options);
}
