// For other AssemblyScript packages: the kernels, and what they are made of, to be compiled into one module over one
// memory.
export * from "./kernels";
export * from "./html-class";
export * from "./html-spelling";
export * from "./lanes";
