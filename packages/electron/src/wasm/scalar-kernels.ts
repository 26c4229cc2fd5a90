import { AND, combineWords, countWords, OR } from "../bits/words.ts";
import { compare } from "../bytes/compare.ts";
import { equals } from "../bytes/equals.ts";
import { escapeHtml } from "../bytes/escape-html.ts";
import { escapeScriptJson } from "../bytes/escape-script-json.ts";
import { indexOfByte } from "../bytes/index-of-byte.ts";
import { isAscii } from "../bytes/is-ascii.ts";
import { lowerAscii } from "../bytes/lower-ascii.ts";
import { scanHtml } from "../bytes/scan-html.ts";
import { xxh64Scalar } from "../hash/xxh64-scalar.ts";
import type { Kernels } from "./kernels.ts";

/** The scalar twins over one memory. In the order of `assembly/kernels.ts`: both executors give spaces of one shape. */
export function scalarKernels(u8: Uint8Array): Kernels {
  const words = new Int32Array(u8.buffer);
  return {
    indexOfByte: (start, end, byte) => indexOfByte(u8, start, end, byte),
    equals: (a, b, length) => equals(u8, a, u8, b, length),
    compare: (a, aLength, b, bLength) => compare(u8, a, aLength, u8, b, bLength),
    isAscii: (start, end) => isAscii(u8, start, end),
    lowerAscii: (start, end, out) => lowerAscii(u8, start, end, u8, out),
    scanHtml: (start, end) => scanHtml(u8, start, end),
    escapeHtml: (start, end, out) => escapeHtml(u8, start, end, u8, out),
    escapeScriptJson: (start, end, out) => escapeScriptJson(u8, start, end, u8, out),
    bitAnd: (a, b, out, bytes) => combineWords(words, a >> 2, words, b >> 2, out >> 2, bytes >> 2, AND),
    bitOr: (a, b, out, bytes) => combineWords(words, a >> 2, words, b >> 2, out >> 2, bytes >> 2, OR),
    popcount: (start, bytes) => countWords(words, start >> 2, (start + bytes) >> 2),
    xxh64: (start, end, state, before, low, high) => xxh64Scalar(u8, start, end, state, before, low, high),
  };
}
