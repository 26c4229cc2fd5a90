// The part of the WebAssembly API that is used here. Why not lib.dom: this package runs where there is no DOM, and
// Node's types do not declare it.

declare const moduleBrand: unique symbol;

/** A compiled module. */
export interface WasmModule {
  readonly [moduleBrand]: true;
}

/** Memory of an instance, of fixed size here. */
export interface WasmMemory {
  /** Its bytes. The same buffer as long as the memory does not grow. */
  readonly buffer: ArrayBuffer;
}

/** A module bound to a memory. */
export interface WasmInstance {
  /** Its functions, by name. */
  readonly exports: Readonly<Record<string, unknown>>;
}

/** What is used of the runtime's `WebAssembly`. */
export interface WebAssemblyHost {
  /** Compiles bytes, synchronously; throws where it may not. */
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  /** Binds a module to a memory. */
  readonly Instance: new (
    module: WasmModule,
    imports: { readonly env: { readonly memory: WasmMemory } },
  ) => WasmInstance;
  /** Makes memory, in pages of 64 KB. */
  readonly Memory: new (limits: { readonly initial: number; readonly maximum: number }) => WasmMemory;
}

/** The runtime's WebAssembly, or `undefined`. */
export function webAssembly(): WebAssemblyHost | undefined {
  // Through unknown, since lib.dom, where a user has it, declares another shape.
  return (globalThis as unknown as { readonly WebAssembly?: WebAssemblyHost }).WebAssembly;
}
