import { createErrors, type ErrorFactory } from "./error/create-errors.ts";
import type { ErrorSpec } from "./error/watt-error.ts";

/** Codes of the errors that electron throws. */
export type ElectronErrorCode = "WATT_ELECTRON_ARENA_FULL";

/** Electron's error table. */
export const electronErrors: Readonly<Record<ElectronErrorCode, ErrorSpec>> = {
  WATT_ELECTRON_ARENA_FULL: {
    message: "The arena has {available} of {capacity} bytes left, and {bytes} were asked for.",
    remedy: "Make the arena larger, release a mark, or use tryAlloc and handle -1.",
  },
};

/** Makes one of electron's errors. */
export const electronError: ErrorFactory<ElectronErrorCode> = createErrors(electronErrors);
