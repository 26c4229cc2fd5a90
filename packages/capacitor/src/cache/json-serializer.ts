/** How values become bytes, and bytes values. */
export interface Serializer<V> {
  /** The bytes of `value`, which it owns no longer. */
  encode(value: V): Uint8Array;
  /** The value of `bytes`, which it may keep. */
  decode(bytes: Uint8Array): V;
}

// Bytes in a value: 0, the length of the text in four bytes, the text, and the bytes one after another. In the text stands
// for each its place: NUL, where it begins, and its length. A string that begins with NUL gets a second one.
const NUL = "\0";
const HEAD_BYTES = 5;

/**
 * JSON, in which a `Uint8Array`, wherever it stands, is kept as its bytes. Decoded, it is a view of what was decoded.
 *
 * What JSON does not know is lost as usual: `undefined` members, dates become strings, `NaN` becomes null. An integer is
 * written as a store's counter is.
 */
export function jsonSerializer<V>(): Serializer<V> {
  return { encode, decode: decode as (bytes: Uint8Array) => V };
}

function encode(value: unknown): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  let isMarked = false;
  const text = JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key, given: unknown) {
    // What `given` was before its toJSON: a Buffer has one.
    const original = this[key];
    if (original instanceof Uint8Array) {
      isMarked = true;
      parts.push(original);
      length += original.length;
      return `${NUL}${length - original.length},${original.length}`;
    }
    if (typeof given !== "string" || !given.startsWith(NUL)) return given;
    isMarked = true;
    return NUL + given;
  });
  const json = new TextEncoder().encode(text);
  if (!isMarked) return json;
  const bytes = new Uint8Array(HEAD_BYTES + json.length + length);
  new DataView(bytes.buffer).setUint32(1, json.length);
  bytes.set(json, HEAD_BYTES);
  let at = HEAD_BYTES + json.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function decode(bytes: Uint8Array): unknown {
  const decoder = new TextDecoder();
  // No JSON begins with 0.
  if (bytes[0] !== 0) return JSON.parse(decoder.decode(bytes));
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1);
  const parts = bytes.subarray(HEAD_BYTES + length);
  return JSON.parse(decoder.decode(bytes.subarray(HEAD_BYTES, HEAD_BYTES + length)), (_, value: unknown) => {
    if (typeof value !== "string" || !value.startsWith(NUL)) return value;
    if (value[1] === NUL) return value.slice(1);
    const [start = 0, size = 0] = value.slice(1).split(",").map(Number);
    return parts.subarray(start, start + size);
  });
}
