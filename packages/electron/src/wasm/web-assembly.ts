// The part of the WebAssembly API that is used here. Why not lib.dom: this package runs where there is no DOM, and
// Node's types do not declare it.

declare const moduleBrand: unique symbol;

export interface WasmModule {
  readonly [moduleBrand]: true;
}

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

export interface WasmInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}

export interface WebAssemblyHost {
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new (
    module: WasmModule,
    imports: { readonly env: { readonly memory: WasmMemory } },
  ) => WasmInstance;
  readonly Memory: new (limits: { readonly initial: number; readonly maximum: number }) => WasmMemory;
}

/** The runtime's WebAssembly, or `undefined`. */
export function webAssembly(): WebAssemblyHost | undefined {
  // Through unknown, since lib.dom, where a user has it, declares another shape.
  return (globalThis as unknown as { readonly WebAssembly?: WebAssemblyHost }).WebAssembly;
}
