import type { KernelExecutor } from "../api.ts";
import { electronError } from "../errors.ts";
import { kernelModule } from "./kernel-module.ts";
import type { WasmModule } from "./web-assembly.ts";

let chosen: KernelExecutor | undefined;

/**
 * Which executor a space gets when it names none, and the byte-array forms use: `"wasm"` where WebAssembly with SIMD
 * can be compiled, else `"scalar"`. Decided on the first call, and the same until `useKernelExecutor` says otherwise.
 */
export function kernelExecutor(): KernelExecutor {
  return (chosen ??= kernelModule() === undefined ? "scalar" : "wasm");
}

/**
 * Overrides what `kernelExecutor()` answers, for tests: spaces made and byte-array forms called afterwards follow it.
 * Of this copy of the package in this thread only. `undefined` goes back to what the runtime has.
 *
 * @throws WATT_ELECTRON_EXECUTOR when this runtime does not have it; nothing changes then.
 */
export function useKernelExecutor(executor: KernelExecutor | undefined): void {
  if (executor !== undefined) executorModule(executor);
  chosen = executor;
}

/** The module that `executor` runs, which is `undefined` for `"scalar"`; throws WATT_ELECTRON_EXECUTOR. */
export function executorModule(executor: KernelExecutor): WasmModule | undefined {
  const module = executor === "wasm" ? kernelModule() : undefined;
  if (executor !== "scalar" && module === undefined) throw electronError("WATT_ELECTRON_EXECUTOR", { executor });
  return module;
}
