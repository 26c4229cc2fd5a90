import type { KernelExecutor } from "../api.ts";
import { electronError, optionError } from "../errors.ts";
import { executorModule, kernelExecutor } from "./kernel-executor.ts";
import { bindKernels, type Kernels } from "./kernels.ts";
import { scalarKernels } from "./scalar-kernels.ts";
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
export interface Space extends Kernels {
  /** All of the memory. Never detached, never shared. */
  readonly buffer: ArrayBuffer;
  /** The memory as bytes. */
  readonly u8: Uint8Array<ArrayBuffer>;
  /** The memory as 32-bit integers in the byte order of the machine (little-endian for the wasm executor). */
  readonly i32: Int32Array<ArrayBuffer>;
  /** Which implementation runs. Same results, byte for byte, up to the end that a kernel returns. */
  readonly executor: KernelExecutor;
}

const PAGE_BYTES = 65536;
const MAX_PAGES = 32767;

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
  const module = executorModule(executor);
  const memory = createMemory(pages, module);
  const { buffer } = memory;
  const u8 = new Uint8Array(buffer);
  // Invariant: both executors list the kernels in one order, so that all spaces have one hidden class.
  const kernels = module === undefined ? scalarKernels(u8) : bindKernels(module, memory);
  return { buffer, u8, i32: new Int32Array(buffer), executor, ...kernels };
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
