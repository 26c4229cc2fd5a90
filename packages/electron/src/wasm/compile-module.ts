import { type WasmModule, webAssembly, type WebAssemblyHost } from "./web-assembly.ts";

// One compiled module a process: ESM and CJS copies share it.
const registryKey: unique symbol = Symbol.for("watt.electron.modules") as never;
const registryHolder = globalThis as { [registryKey]?: Map<string, WasmModule | undefined> };

/**
 * The WebAssembly module of these bytes, for packages that bring some; or `undefined` where WebAssembly, a feature of it
 * that the module needs, or the permission to compile (a strict policy, workerd) is missing. Never throws.
 *
 * Compiles on the first call, synchronously, and once a process: pages allow that below 8 MB, Chromium's main thread too.
 *
 * @param base64 the bytes, in base64.
 * @param digest names the bytes: another module has another one.
 */
export function compileModule(base64: string, digest: string): WasmModule | undefined {
  const registry = (registryHolder[registryKey] ??= new Map());
  if (!registry.has(digest)) registry.set(digest, compile(base64));
  return registry.get(digest);
}

function compile(base64: string): WasmModule | undefined {
  try {
    // Safety: where the host is undefined, this throws, and is caught, as for any other reason.
    return new (webAssembly() as WebAssemblyHost).Module(
      Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
    );
  } catch {
    return undefined;
  }
}
