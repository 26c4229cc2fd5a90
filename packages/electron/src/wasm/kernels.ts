import { kernelsBase64, kernelsDigest } from "./kernels.generated.ts";
import { type WasmMemory, type WasmModule, webAssembly } from "./web-assembly.ts";

/** What `assembly/index.ts` exports, bound to one memory. */
export interface Kernels {
  readonly scanHtml: (start: number, end: number) => number;
  readonly escapeHtml: (start: number, end: number, out: number) => number;
}

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

/** Binds the kernels to a memory. Each memory has its own instance: the kernels keep no state. */
export function bindKernels(module: WasmModule, memory: WasmMemory): Kernels {
  const host = webAssembly();
  // Safety: a module exists only where the host does, and it exports what assembly/index.ts does.
  const instance = new (host as NonNullable<typeof host>).Instance(module, { env: { memory } });
  return instance.exports as unknown as Kernels;
}

function compile(): WasmModule | undefined {
  const host = webAssembly();
  if (host === undefined) return undefined;
  try {
    return new host.Module(Uint8Array.from(atob(kernelsBase64), (letter) => letter.charCodeAt(0)));
  } catch {
    // No SIMD, or a policy against compiling from bytes (strict CSP, workerd): the scalar twins do the same.
    return undefined;
  }
}
