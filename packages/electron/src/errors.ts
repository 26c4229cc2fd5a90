import { createErrors, type ErrorFactory } from "./error/create-errors.ts";
import type { ErrorSpec } from "./error/watt-error.ts";

/** Codes of the errors that electron throws. */
export type ElectronErrorCode =
  | "WATT_ELECTRON_ARENA_ALIGNMENT"
  | "WATT_ELECTRON_ARENA_FULL"
  | "WATT_ELECTRON_ARENA_MARK"
  | "WATT_ELECTRON_ARENA_REGION"
  | "WATT_ELECTRON_ARENA_SIZE"
  | "WATT_ELECTRON_BUFFER_NOT_LEASED"
  | "WATT_ELECTRON_BUFFER_OPTION"
  | "WATT_ELECTRON_SLOT_NOT_LEASED"
  | "WATT_ELECTRON_SLOT_OPTION"
  | "WATT_ELECTRON_SPACE_EXECUTOR"
  | "WATT_ELECTRON_SPACE_MEMORY"
  | "WATT_ELECTRON_SPACE_SIZE";

/** Electron's error table. */
export const electronErrors: Readonly<Record<ElectronErrorCode, ErrorSpec>> = {
  WATT_ELECTRON_ARENA_ALIGNMENT: {
    message: "An arena cannot align to {align}.",
    remedy: "Give a power of two from 1 to 2^30, such as 8.",
  },
  WATT_ELECTRON_ARENA_FULL: {
    message: "The arena has {available} of {capacity} bytes left, and {bytes} were asked for, aligned to {align}.",
    remedy: "Make the arena larger, release a mark, or use tryAlloc and handle -1.",
  },
  WATT_ELECTRON_ARENA_MARK: {
    message: "{mark} is no mark of this arena, which is filled from {start} to {top}.",
    remedy: "Release only what mark() of the same arena returned, the latest first, and each once.",
  },
  WATT_ELECTRON_ARENA_REGION: {
    message: "An arena cannot lie at start {start} with {bytes} bytes in a buffer of {room} bytes.",
    remedy: "Give integers from 0, with start + bytes within the buffer and below 2^31.",
  },
  WATT_ELECTRON_ARENA_SIZE: {
    message: "An arena cannot allocate {bytes} bytes.",
    remedy: "Give an integer from 0 to 2^31 - 1.",
  },
  WATT_ELECTRON_BUFFER_NOT_LEASED: {
    message: "A buffer of {bytes} bytes was released that this pool has not leased out.",
    remedy: "Release each buffer once, to the pool whose acquire() returned it, and not a subarray of it.",
  },
  WATT_ELECTRON_BUFFER_OPTION: {
    message: "A buffer pool cannot work with {name} = {value}.",
    remedy: "Give {range}.",
  },
  WATT_ELECTRON_SLOT_NOT_LEASED: {
    message: "Slot {slot} was released, and it is not leased from this pool of {slots} slots from offset {start}.",
    remedy: "Release each slot once, to the pool whose acquire() returned it.",
  },
  WATT_ELECTRON_SLOT_OPTION: {
    message: "A slot pool cannot lie at start {start} with {slots} slots of {slotBytes} bytes.",
    remedy: "Give integers, start from 0, the other two from 1, all slots below offset 2^31.",
  },
  WATT_ELECTRON_SPACE_EXECUTOR: {
    message: "This runtime cannot run the kernels with executor {executor}.",
    remedy: 'Leave the option out, or give "scalar", which runs everywhere; "wasm" needs WebAssembly with SIMD.',
  },
  WATT_ELECTRON_SPACE_MEMORY: {
    message: "The runtime gave no memory of {bytes} bytes for a space.",
    remedy: "Make spaces smaller or fewer: keep them for the life of the process, not of a request.",
  },
  WATT_ELECTRON_SPACE_SIZE: {
    message: "A space cannot have {bytes} bytes.",
    remedy: "Give an integer from 1 to 2^31 - 65536.",
  },
};

/** Makes one of electron's errors. */
export const electronError: ErrorFactory<ElectronErrorCode> = createErrors(electronErrors);
