import type { KernelExecutor } from "../api.ts";
import { escapeHtml } from "../bytes/escape-html.ts";
import { scanHtml } from "../bytes/scan-html.ts";
import { electronError, optionError } from "../errors.ts";
import { kernelExecutor } from "./kernel-executor.ts";
import { bindKernels, kernelModule, type Kernels } from "./kernels.ts";
import { type WasmMemory, type WasmModule, webAssembly } from "./web-assembly.ts";

/** Options of `createSpace`. */
export interface SpaceOptions {
  /** Bytes of the space, 1 to 2^31 - 65536; rounded up to whole pages of 64 KiB. */
  readonly bytes: number;
  /** @defaultValue `kernelExecutor()`: the faster one that this runtime has */
  readonly executor?: KernelExecutor;
}

/**
 * Memory with the kernels bound to it. Its size is fixed: growing WebAssembly memory in place would detach the views
 * that sockets still read from. Who needs more makes a larger space, copies, and drops this one when it is idle.
 */
export interface Space {
  /** All of the memory. Never detached, never shared. */
  readonly buffer: ArrayBuffer;
  /** The memory as bytes. */
  readonly u8: Uint8Array<ArrayBuffer>;
  /** The memory as 32-bit integers in the byte order of the machine (little-endian for the wasm executor). */
  readonly i32: Int32Array<ArrayBuffer>;
  /** Which implementation runs. Same results, byte for byte, up to the end that a kernel returns. */
  readonly executor: KernelExecutor;
  /**
   * Offset of the first of `& < > " '` in [start, end), or -1. Bytes outside of the range have no influence.
   * Allocates nothing. 0 <= start, end <= buffer.byteLength; not checked.
   */
  readonly scanHtml: (start: number, end: number) => number;
  /**
   * Copies [start, end) to `out` with the five spelled `&amp; &lt; &gt; &#34; &#39;`.
   *
   * Needs ESCAPE_GROWTH * (end - start) + ESCAPE_SLACK bytes at `out`, apart from [start, end); not checked. At most
   * that many are touched, and at most ESCAPE_SLACK after the end that it returns. Allocates nothing.
   *
   * @returns the offset after the last byte written.
   */
  readonly escapeHtml: (start: number, end: number, out: number) => number;
}

const PAGE_BYTES = 65536;
const MAX_PAGES = 32767;

// One class with the same fields for both executors, so that callers stay monomorphic.
class BoundSpace implements Space {
  readonly buffer: ArrayBuffer;
  readonly u8: Uint8Array<ArrayBuffer>;
  readonly i32: Int32Array<ArrayBuffer>;
  readonly executor: KernelExecutor;
  readonly scanHtml: (start: number, end: number) => number;
  readonly escapeHtml: (start: number, end: number, out: number) => number;

  constructor(memory: WasmMemory, executor: KernelExecutor, bind: (u8: Uint8Array<ArrayBuffer>) => Kernels) {
    this.buffer = memory.buffer;
    this.u8 = new Uint8Array(memory.buffer);
    this.i32 = new Int32Array(memory.buffer);
    this.executor = executor;
    const kernels = bind(this.u8);
    this.scanHtml = kernels.scanHtml;
    this.escapeHtml = kernels.escapeHtml;
  }
}

/**
 * Makes a space: a zeroed memory of its own with the kernels bound to it.
 *
 * Made for the life of a process or a worker, not of a request: a WebAssembly memory reserves 8 GiB of address
 * space, whatever its size.
 *
 * @throws WATT_ELECTRON_OPTION when `bytes` is not an integer from 1 to 2^31 - 65536.
 * @throws WATT_ELECTRON_EXECUTOR when an executor is named that this runtime does not have.
 * @throws WATT_ELECTRON_MEMORY when the runtime has no memory left (`cause` tells more).
 */
export function createSpace(options: SpaceOptions): Space {
  const { bytes, executor = kernelExecutor() } = options;
  if (!Number.isInteger(bytes) || bytes < 1 || bytes > MAX_PAGES * PAGE_BYTES) {
    throw optionError("a space", "bytes", bytes, "an integer from 1 to 2^31 - 65536");
  }
  const pages = Math.ceil(bytes / PAGE_BYTES);
  const module = executor === "wasm" ? kernelModule() : undefined;
  if (executor !== "scalar" && module === undefined) {
    throw electronError("WATT_ELECTRON_EXECUTOR", { executor });
  }
  const memory = createMemory(pages, module);
  return new BoundSpace(memory, executor, (u8) =>
    module === undefined ? scalarKernels(u8) : bindKernels(module, memory),
  );
}

function createMemory(pages: number, module: WasmModule | undefined): WasmMemory {
  const host = webAssembly();
  try {
    if (module === undefined || host === undefined) return { buffer: new ArrayBuffer(pages * PAGE_BYTES) };
    return new host.Memory({ initial: pages, maximum: pages });
  } catch (cause) {
    throw electronError("WATT_ELECTRON_MEMORY", { owner: "a space", bytes: pages * PAGE_BYTES }, { cause });
  }
}

function scalarKernels(u8: Uint8Array<ArrayBuffer>): Kernels {
  return {
    scanHtml: (start, end) => scanHtml(u8, start, end),
    escapeHtml: (start, end, out) => escapeHtml(u8, start, end, u8, out),
  };
}
