declare const offsetBrand: unique symbol;
declare const byteLengthBrand: unique symbol;
declare const markBrand: unique symbol;
declare const handleBrand: unique symbol;

/** A place in a buffer, in bytes from its beginning. An integer from 0 to 2^31 - 1. */
export type Offset = number & { readonly [offsetBrand]: true };

/** A number of bytes. An integer from 0 to 2^31 - 1. */
export type ByteLength = number & { readonly [byteLengthBrand]: true };

/** A fill level of one `Arena`, to go back to. Opaque, and means nothing to another arena. */
export type Mark = number & { readonly [markBrand]: true };

/** A slot of one `Pool` until its release. An integer from 0 to 2^30 - 1. Means nothing to another pool. */
export type Handle = number & { readonly [handleBrand]: true };

/** Which of the two equal implementations of the kernels runs: SIMD in WebAssembly, or JavaScript. */
export type KernelExecutor = "wasm" | "scalar";

/** Largest offset that electron hands out: it fits a signed 32-bit integer, as the kernels need. */
export const MAX_OFFSET = 0x7fff_ffff;

/** `escapeHtml` writes at most this many bytes for one byte that it reads. */
export const ESCAPE_GROWTH = 5;

/** `escapeScriptJson` writes at most this many bytes for one byte that it reads. */
export const ESCAPE_SCRIPT_GROWTH = 6;

/** `escapeHtml` and `escapeScriptJson` may overwrite up to this many bytes after the end that it returns. */
export const ESCAPE_SLACK = 64;
