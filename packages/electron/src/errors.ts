import { CHECKED_BUILD } from "./check/checked-build.ts";
import { createErrors, type ErrorFactory } from "./error/create-errors.ts";
import type { ErrorSpec } from "./error/watt-error.ts";

/** Codes of the errors that electron throws. Few and general: their texts are part of every bundle. */
export type ElectronErrorCode =
  | "WATT_ELECTRON_CANNOT_WAIT"
  | "WATT_ELECTRON_CLOSED"
  | "WATT_ELECTRON_DOUBLE_FREE"
  | "WATT_ELECTRON_EXECUTOR"
  | "WATT_ELECTRON_FOREIGN_HANDLE"
  | "WATT_ELECTRON_FULL"
  | "WATT_ELECTRON_LEAK"
  | "WATT_ELECTRON_MARK"
  | "WATT_ELECTRON_MEMORY"
  | "WATT_ELECTRON_NOT_HELD"
  | "WATT_ELECTRON_OPTION"
  | "WATT_ELECTRON_OVERRUN"
  | "WATT_ELECTRON_SHARED_LAYOUT"
  | "WATT_ELECTRON_USE_AFTER_RELEASE";

const alwaysErrors = {
  WATT_ELECTRON_EXECUTOR: {
    message: "This runtime cannot run the kernels with executor {executor}.",
    remedy: 'Leave the option out, or give "scalar", which runs everywhere; "wasm" needs WebAssembly with SIMD.',
  },
  WATT_ELECTRON_FULL: {
    message: "{owner} has {available} of {capacity} left, and {wanted} was asked for.",
    remedy: "Make it larger, give back what is not needed, or handle the refusal of the form that does not throw.",
  },
  WATT_ELECTRON_MARK: {
    message: "{mark} is no mark of this arena, which is filled from {start} to {top}.",
    remedy: "Release only what mark() of the same arena returned, the latest first, and each once.",
  },
  WATT_ELECTRON_MEMORY: {
    message: "The runtime gave no memory of {bytes} bytes for {owner}.",
    remedy: "Make fewer and smaller ones, for the life of the process; shared memory in a browser needs COOP and COEP.",
  },
  WATT_ELECTRON_NOT_HELD: {
    message: "{owner} was given back {value}, which is not held.",
    remedy: "Release each once, to the one that gave it out.",
  },
  WATT_ELECTRON_OPTION: {
    message: "{owner} cannot work with {name} = {value}.",
    remedy: "Give {range}.",
  },
};

// What only structures of threads throw. A table of its own, which bundles without one leave out.
const threadErrors = {
  WATT_ELECTRON_CANNOT_WAIT: {
    message: "This thread may not block, and {owner} was asked to wait.",
    remedy: "Use the async form here, or move the wait into a worker.",
  },
  WATT_ELECTRON_CLOSED: {
    message: "{owner} was used after close().",
    remedy: "Get another instance by from(memory), or close it later.",
  },
  WATT_ELECTRON_SHARED_LAYOUT: {
    message: "The memory given to {owner} does not hold one.",
    remedy: "Give the memory property of one that was made by the same version.",
  },
};

// What only checked mode throws, and only builds that have it carry.
const checkedErrors = {
  WATT_ELECTRON_DOUBLE_FREE: {
    message: "{owner} was given back {allocation} a second time.",
    remedy: "Release each allocation once.",
  },
  WATT_ELECTRON_FOREIGN_HANDLE: {
    message: "{owner} was given {value}, which it never gave out.",
    remedy: "Use a handle with the one that gave it out.",
  },
  WATT_ELECTRON_LEAK: {
    message: "{count} allocations of {owner} are still held at the end of the scope: {allocations}.",
    remedy: "Release each before the scope ends.",
  },
  WATT_ELECTRON_OVERRUN: {
    message: "{allocation} of {owner} was written beyond its end.",
    remedy: "Allocate as many bytes as are written.",
  },
  WATT_ELECTRON_USE_AFTER_RELEASE: {
    message: "{allocation} of {owner} was used after its release.",
    remedy: "Keep no offset, handle or view beyond the release.",
  },
};

const commonErrors = (CHECKED_BUILD ? { ...alwaysErrors, ...checkedErrors } : alwaysErrors) as typeof alwaysErrors &
  typeof checkedErrors;

/** Codes that are not those of threads alone. */
export type CommonErrorCode = keyof typeof commonErrors;

/** Electron's error table. The production build leaves out the rows of checked mode. */
export const electronErrors: Readonly<Record<ElectronErrorCode, ErrorSpec>> = /* @__PURE__ */ Object.assign(
  {},
  commonErrors,
  threadErrors,
);

/** Makes one of electron's errors. */
export const electronError: ErrorFactory<CommonErrorCode> = createErrors(commonErrors);

/** Makes one of the errors that only structures of threads throw. */
export const threadError: ErrorFactory<keyof typeof threadErrors> = /* @__PURE__ */ createErrors(threadErrors);

/** The error of a value that is out of its range. */
export function optionError(owner: string, name: string, value: unknown, range: string): Error {
  return electronError("WATT_ELECTRON_OPTION", { owner, name, value, range });
}
