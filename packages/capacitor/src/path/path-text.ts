/** Node's way to a string of bytes below 256, half the cost of a TextDecoder. */
interface Slicer {
  readonly prototype: { readonly latin1Slice?: (this: Uint8Array, start: number, end: number) => string };
}

const latin1Slice = (globalThis as unknown as { Buffer?: Slicer }).Buffer?.prototype.latin1Slice;
const ASCII = 128;
const QUERY = 0x3f;
const HASH = 0x23;

/** The bytes [start, end) as text; `undefined` when they are not ASCII. O(end - start). */
export function asciiText(bytes: Uint8Array, start: number, end: number): string | undefined {
  for (let i = start; i < end; i++) if ((bytes[i] as number) >= ASCII) return undefined;
  return latin1Slice?.call(bytes, start, end) ?? new TextDecoder("latin1").decode(bytes.subarray(start, end));
}

/** The path in the bytes [start, end), up to a query or hash, read as UTF-8; `undefined` when it is none. */
export function utf8Path(bytes: Uint8Array, start: number, end: number): string | undefined {
  let stop = start;
  while (stop < end && bytes[stop] !== QUERY && bytes[stop] !== HASH) stop++;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(start, stop));
  } catch {
    return undefined;
  }
}
