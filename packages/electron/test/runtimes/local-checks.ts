import {
  Arena,
  ArenaOfPools,
  BitSet,
  BufferPool,
  compare,
  createSpace,
  equals,
  escapeHtmlBytes,
  escapeHtmlString,
  escapeScriptJsonBytes,
  escapeScriptJsonString,
  indexOfByte,
  Interner,
  isAscii,
  kernelExecutor,
  lowerAscii,
  Pool,
  scanHtmlBytes,
  scanHtmlString,
  SizeClasses,
  type Space,
  useKernelExecutor,
  xxh64,
  xxh64Lo,
} from "@watt/electron";
import { type Check, codeOf } from "./shared-checks.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const TEXT = `${"Ampère & Ørsted, ".repeat(9)}<b title="Ω">it's</b>`;
const ESCAPED = `${"Ampère &amp; Ørsted, ".repeat(9)}&lt;b title=&#34;Ω&#34;&gt;it&#39;s&lt;/b&gt;`;
const JSON_TEXT = JSON.stringify({ text: "</script>\u2028" });
const JSON_ESCAPED = '{"text":"\\u003c/script\\u003e\\u2028"}';

/** The rows of what one thread has for itself. */
export const localChecks: Readonly<Record<string, Check>> = {
  "kernels by the executor of this runtime": () => kernelsWork(createSpace({ bytes: 65536 })),
  "kernels by scalar, named": () => kernelsWork(createSpace({ bytes: 65536, executor: "scalar" })),
  "kernels by wasm, named: there, or refused by a coded error": () =>
    kernelExecutor() === "wasm"
      ? kernelsWork(createSpace({ bytes: 65536, executor: "wasm" }))
      : codeOf(() => createSpace({ bytes: 1, executor: "wasm" })) === "WATT_ELECTRON_EXECUTOR",
  "forms for byte arrays": () => byteFormsWork(),
  "forms for byte arrays by scalar": () => {
    useKernelExecutor("scalar");
    const works = kernelExecutor() === "scalar" && byteFormsWork();
    useKernelExecutor(undefined);
    return works;
  },
  "forms for strings": () =>
    escapeHtmlString(TEXT) === ESCAPED &&
    escapeScriptJsonString(JSON_TEXT) === JSON_ESCAPED &&
    scanHtmlString(TEXT) === TEXT.indexOf("&"),
  hashes: () => {
    const bytes = encoder.encode("a".repeat(300));
    const known = xxh64(new Uint8Array(0)) === 0xef46db3751d8e999n;
    return known && Number(xxh64(bytes, 7) & 0xffffffffn) === xxh64Lo(bytes, 7) >>> 0;
  },
  "set of bits": () => {
    const set = new BitSet(100);
    set.add(64);
    return set.count() === 1 && set.next(0) === 64;
  },
  interner: () => {
    const interner = new Interner({ maxIds: 8, maxBytes: 256 });
    const id = interner.intern("Ampère");
    return interner.find(encoder.encode("Ampère")) === id && interner.size === 1;
  },
  arena: () => {
    const arena = new Arena({ bytes: 1024 });
    return arena.alloc(16, 8) % 8 === 0 && codeOf(() => arena.alloc(4096, 8)) === "WATT_ELECTRON_FULL";
  },
  pool: () => {
    const pool = new Pool({ slots: 2, slotBytes: 64 });
    const handle = pool.acquire();
    if (handle === -1) return false;
    pool.release(handle);
    return pool.stats().inUse === 0 && codeOf(() => pool.release(handle)).startsWith("WATT_ELECTRON_");
  },
  "pool of size classes": () => {
    const heap = new SizeClasses({ bytes: 65536 });
    const offset = heap.alloc(100);
    return offset !== -1 && heap.sizeOf(offset) >= 100;
  },
  "pool of buffers": () => {
    const pool = new BufferPool();
    const buffer = pool.acquire(5000);
    pool.release(buffer);
    return pool.acquire(5000).buffer === buffer.buffer;
  },
  "pool of arenas": () => {
    const pools = new ArenaOfPools({ arenas: 1, bytes: 1024 });
    const arena = pools.acquire();
    const taken = arena !== undefined && pools.acquire() === undefined;
    if (arena !== undefined) pools.release(arena);
    return taken && pools.stats().inUse === 0;
  },
};

function kernelsWork(space: Space): boolean {
  const bytes = encoder.encode(TEXT);
  const out = 4096;
  space.u8.set(bytes, 3);
  const end = space.escapeHtml(3, 3 + bytes.length, out);
  const scanned = space.scanHtml(3, 3 + bytes.length);
  return scanned === 3 + bytes.indexOf(0x26) && decoder.decode(space.u8.slice(out, end)) === ESCAPED;
}

function byteFormsWork(): boolean {
  const bytes = encoder.encode(TEXT);
  const texts = [
    escapeHtmlBytes(bytes),
    escapeScriptJsonBytes(encoder.encode(JSON_TEXT)),
    lowerAscii(encoder.encode("A".repeat(99))),
  ];
  const found = [scanHtmlBytes(bytes), indexOfByte(bytes, 0x3c)];
  return (
    texts.map((text) => decoder.decode(text)).join() === [ESCAPED, JSON_ESCAPED, "a".repeat(99)].join() &&
    found.join() === [bytes.indexOf(0x26), bytes.indexOf(0x3c)].join() &&
    equals(bytes, bytes.slice()) &&
    compare(bytes, bytes.subarray(1)) === -1 &&
    !isAscii(bytes)
  );
}
