import { compileModule, type WasmMemory, webAssembly, type WebAssemblyHost } from "@watt/electron";
import { walkBase64, walkDigest } from "../wasm/walk.generated.ts";
import { DEPTH_MAX, type Walker } from "./walker.ts";

interface Exports extends Pick<Walker, "walk" | "resume" | "escapeText" | "respell"> {
  readonly place: (report: number, depth: number, offsets: number) => void;
}

/** The walker in WebAssembly (assembly/walk.ts), over memory of its own. `undefined` where there is none to be had. */
export function createWasmWalker(pages: number): Walker | undefined {
  const module = compileModule(walkBase64, walkDigest);
  if (module === undefined) return undefined;
  // Safety: a module was compiled, so there is a host.
  const host = webAssembly() as WebAssemblyHost;
  let memory: WasmMemory;
  try {
    memory = new host.Memory({ initial: pages, maximum: pages });
  } catch {
    // No room in the address space.
    return undefined;
  }
  const exports = new host.Instance(module, { env: { memory } }).exports as unknown as Exports;
  const { walk, resume, escapeText, respell } = exports;
  return {
    executor: "wasm",
    buffer: memory.buffer,
    place: (report, offsets) => exports.place(report, DEPTH_MAX, offsets),
    walk,
    resume,
    escapeText,
    respell,
  };
}
