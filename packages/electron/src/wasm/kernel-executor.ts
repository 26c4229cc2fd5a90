import type { KernelExecutor } from "../api.ts";
import { kernelModule } from "./kernels.ts";

/**
 * Which executor a space gets when it names none: `"wasm"` where WebAssembly with SIMD can be compiled, else
 * `"scalar"`. Decided on the first call and the same for the life of the process.
 */
export function kernelExecutor(): KernelExecutor {
  return kernelModule() === undefined ? "scalar" : "wasm";
}
