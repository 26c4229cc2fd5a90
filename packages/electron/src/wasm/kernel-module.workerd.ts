import kernels from "../../build/kernels.wasm";
import type { WasmModule } from "./web-assembly.ts";

/** `kernelModule` where compiling from bytes is forbidden: the runtime has compiled the file beside this one. */
export function kernelModule(): WasmModule | undefined {
  return kernels;
}
