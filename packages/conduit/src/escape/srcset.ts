import { safeUrl } from "./url.ts";

const separators = /[\t\n\f\r ,]*/y;
const url = /[^\t\n\f\r ]+/y;
// Descriptors end at a comma outside of parentheses.
const descriptors = /(?:\([^)]*\)?|[^(,]+)*,?/y;

/**
 * Candidates of an image, as the standard reads them, with each URL checked by `safeUrl`: all but the URLs it refuses is written
 * as it is. O(length).
 *
 * @see https://html.spec.whatwg.org/#parsing-a-srcset-attribute
 */
export function safeSrcset(srcset: string): string {
  let written = "";
  for (let at = 0; at < srcset.length;) {
    const before = match(separators, srcset, at);
    const found = match(url, srcset, at + before.length);
    // Commas at its end are not part of a URL; with them it has no descriptors.
    const candidate = withoutCommas(found);
    const end = at + before.length + found.length;
    const after = candidate.length < found.length ? found.slice(candidate.length) : match(descriptors, srcset, end);
    written += before + safeUrl(candidate) + after;
    at += before.length + candidate.length + after.length;
  }
  return written;
}

// Why no pattern: `,+$` looks at each comma of a row again and again.
function withoutCommas(text: string): string {
  let end = text.length;
  while (text[end - 1] === ",") end--;
  return text.slice(0, end);
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}
