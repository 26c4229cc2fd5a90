import { htmlSpecial } from "./html-class.ts";

/** Scalar twin of `assembly/scan-html.ts`: offset of the first of `& < > " '` in [start, end) of `bytes`, or -1. */
export function scanHtml(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (htmlSpecial[bytes[at] as number] === 1) return at;
  }
  return -1;
}
