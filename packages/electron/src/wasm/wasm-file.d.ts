// What an import of a .wasm file gives under the condition `workerd`.
declare module "*.wasm" {
  const module: import("./web-assembly.ts").WasmModule;
  // oxlint-disable-next-line import/no-default-export -- the runtime's choice
  export default module;
}
