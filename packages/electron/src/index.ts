export {
  type ByteLength,
  ESCAPE_GROWTH,
  ESCAPE_SLACK,
  type KernelExecutor,
  type Mark,
  MAX_OFFSET,
  type Offset,
} from "./api.ts";
export { Arena, type ArenaOptions } from "./arena/arena.ts";
export { escapeHtmlBytes } from "./bytes/escape-html-bytes.ts";
export { scanHtmlBytes } from "./bytes/scan-html-bytes.ts";
export { createErrors, type ErrorFactory } from "./error/create-errors.ts";
export { type ErrorDetails, type ErrorSpec, isWattError, WattError } from "./error/watt-error.ts";
export { electronErrors, type ElectronErrorCode } from "./errors.ts";
export {
  type BufferClassStats,
  BufferPool,
  type BufferPoolOptions,
  type BufferPoolStats,
  MIN_POOLED_BYTES,
} from "./pool/buffer-pool.ts";
export { SlotPool, type SlotPoolOptions, type SlotPoolStats } from "./pool/slot-pool.ts";
export { escapeHtmlString } from "./text/escape-html-string.ts";
export { kernelExecutor } from "./wasm/kernel-executor.ts";
export { createSpace, type Space, type SpaceOptions } from "./wasm/space.ts";
