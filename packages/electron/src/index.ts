export { createErrors, type ErrorFactory } from "./error/create-errors.ts";
export { type ErrorDetails, type ErrorSpec, isWattError, WattError } from "./error/watt-error.ts";
export { electronErrors, type ElectronErrorCode } from "./errors.ts";
