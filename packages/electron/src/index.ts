export {
  type ByteLength,
  ESCAPE_GROWTH,
  ESCAPE_SCRIPT_GROWTH,
  ESCAPE_SLACK,
  type Handle,
  type KernelExecutor,
  type Mark,
  MAX_OFFSET,
  type Offset,
} from "./api.ts";
export { Arena } from "./arena/arena.ts";
export type { ArenaCommonOptions, ArenaOptions, ArenaOwnOptions, ArenaRegionOptions } from "./arena/arena-options.ts";
export { BitSet } from "./bits/bit-set.ts";
export { alignUp, ctz32, isPowerOfTwo, log2Ceil, nextPowerOfTwo, popcount32 } from "./bits/integer-bits.ts";
export { compareBytes as compare } from "./bytes/compare-bytes.ts";
export { equalBytes as equals } from "./bytes/equal-bytes.ts";
export { escapeHtmlBytes } from "./bytes/escape-html-bytes.ts";
export { escapeScriptJsonBytes } from "./bytes/escape-script-json-bytes.ts";
export { findByte as indexOfByte } from "./bytes/find-byte.ts";
export { isAsciiBytes as isAscii } from "./bytes/is-ascii-bytes.ts";
export { lowerAsciiBytes as lowerAscii } from "./bytes/lower-ascii-bytes.ts";
export { scanHtmlBytes } from "./bytes/scan-html-bytes.ts";
export { createErrors, type ErrorFactory } from "./error/create-errors.ts";
export { type ErrorDetails, type ErrorSpec, isWattError, WattError } from "./error/watt-error.ts";
export { electronErrors, type ElectronErrorCode } from "./errors.ts";
export { xxh64 } from "./hash/xxh64.ts";
export { xxh64Lo } from "./hash/xxh64-lo.ts";
export { Interner, type InternerOptions, type StringId } from "./intern/interner.ts";
export { ArenaOfPools, type ArenaOfPoolsOptions, type ArenaOfPoolsStats } from "./pool/arena-of-pools.ts";
export {
  type BufferClassStats,
  BufferPool,
  type BufferPoolOptions,
  type BufferPoolStats,
  MIN_POOLED_BYTES,
} from "./pool/buffer-pool.ts";
export { Pool, type PoolOptions, type PoolStats } from "./pool/pool.ts";
export type { RequestArena } from "./pool/request-arena.ts";
export {
  SizeClasses,
  type SizeClassesOptions,
  type SizeClassesStats,
  type SizeClassStats,
} from "./pool/size-classes.ts";
export { escapeHtmlString } from "./text/escape-html-string.ts";
export { escapeScriptJsonString } from "./text/escape-script-json-string.ts";
export { scanHtmlString } from "./text/scan-html-string.ts";
export { compileModule } from "./wasm/compile-module.ts";
export { kernelExecutor, useKernelExecutor } from "./wasm/kernel-executor.ts";
export type { Kernels } from "./wasm/kernels.ts";
export { createSpace, type Space, type SpaceOptions } from "./wasm/space.ts";
export {
  webAssembly,
  type WasmInstance,
  type WasmMemory,
  type WasmModule,
  type WebAssemblyHost,
} from "./wasm/web-assembly.ts";
