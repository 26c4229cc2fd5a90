import { LANES, matches } from "@watt/electron/assembly/lanes";
import { escapeText } from "./escape-text";

/** Clean text, a vector at a time; from the first special on, `escapeText`. */
// @ts-ignore: decorator
@inline
export function writeText(from: usize, length: usize, at: usize, table: v128, nibbles: v128): usize {
  let done: usize = 0;
  let found: u32 = 0;
  do {
    const part = v128.load(from + done);
    v128.store(at + done, part);
    found = matches(part, table, nibbles);
    if (found != 0) break;
    done += LANES;
  } while (done < length);
  if (found == 0 || done + <usize>ctz(found) >= length) return at + length;
  return escapeText(from + done, from + length, at + done);
}
