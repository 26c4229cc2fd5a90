import { kernelsBase64, kernelsDigest } from "./kernels.generated.ts";
import { type WasmModule, webAssembly, type WebAssemblyHost } from "./web-assembly.ts";

// One compiled module a process: ESM and CJS copies share it. Keyed by digest, since two versions differ in kernels.
const registryKey: unique symbol = Symbol.for("watt.electron.kernels") as never;
const registryHolder = globalThis as { [registryKey]?: Map<string, WasmModule | undefined> };

/**
 * The compiled kernels, or `undefined` where WebAssembly, its SIMD or the permission to compile is missing.
 * Compiles on the first call (under a millisecond: the module has less than 8 KB), synchronously.
 */
export function kernelModule(): WasmModule | undefined {
  const registry = (registryHolder[registryKey] ??= new Map());
  if (!registry.has(kernelsDigest)) registry.set(kernelsDigest, compile());
  return registry.get(kernelsDigest);
}

function compile(): WasmModule | undefined {
  try {
    // Safety: where the host is undefined, this throws, and is caught, as for any other reason.
    return new (webAssembly() as WebAssemblyHost).Module(
      Uint8Array.from(atob(kernelsBase64), (letter) => letter.charCodeAt(0)),
    );
  } catch {
    // No WebAssembly, no SIMD, or a policy against compiling from bytes (strict CSP, workerd): the scalar twins do the same.
    return undefined;
  }
}
