import { compileModule } from "./compile-module.ts";
import { kernelsBase64, kernelsDigest } from "./kernels.generated.ts";
import type { WasmModule } from "./web-assembly.ts";

/**
 * The compiled kernels, or `undefined` where WebAssembly, its SIMD or the permission to compile is missing: the scalar twins
 * do the same. Compiles on the first call (under a millisecond: the module has less than 8 KB), synchronously.
 */
export function kernelModule(): WasmModule | undefined {
  return compileModule(kernelsBase64, kernelsDigest);
}
