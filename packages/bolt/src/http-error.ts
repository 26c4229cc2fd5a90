import { WattError } from "@watt/electron";
import { boltErrors } from "./errors.ts";

/**
 * An error that a handler throws to answer with a status and a message, through the app's error page.
 *
 * @param status 400 to 599.
 * @param message shown to the client as it is, escaped.
 */
export function httpError(status: number, message: string): WattError {
  return new WattError("WATT_BOLT_HTTP", { ...boltErrors.WATT_BOLT_HTTP, status }, { message });
}
