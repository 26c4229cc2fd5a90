/** What stands in place of a URL whose scheme is not allowed. Browsers show an error page for it and run nothing. */
export const INVALID_URL = "about:invalid#watt";

const allowed: readonly string[] = ["http", "https", "mailto", "tel"];

/**
 * Returns `url`, or `INVALID_URL` when it has a scheme other than http, https, mailto and tel.
 *
 * A URL has a scheme when a `:` stands before the first `/`, `?` and `#`. Browsers drop white space and controls
 * before it, and tabs and line ends within it: the former are skipped here, and with any of the latter no name
 * is in the list, so `java\tscript:` is refused. A scheme that browsers would not take as one (`1:`) is refused, too.
 * O(length of the scheme); allocates nothing for relative URLs.
 *
 * @see https://url.spec.whatwg.org/#scheme-start-state
 */
export function safeUrl(url: string): string {
  let start = 0;
  while (start < url.length && url.charCodeAt(start) <= 0x20) start++;
  for (let i = start; i < url.length; i++) {
    const c = url.charCodeAt(i);
    if (c === SLASH || c === QUESTION || c === HASH) return url;
    if (c === COLON) return isAllowed(url, start, i) ? url : INVALID_URL;
  }
  return url;
}

/** Whether the scheme between two offsets is in the list, whatever its case. Why no slice: it would be garbage. */
function isAllowed(url: string, start: number, end: number): boolean {
  return allowed.some((scheme) => {
    if (scheme.length !== end - start) return false;
    for (let i = 0; i < scheme.length; i++) {
      if ((url.charCodeAt(start + i) | LOWER) !== scheme.charCodeAt(i)) return false;
    }
    return true;
  });
}

const SLASH = 0x2f;
const QUESTION = 0x3f;
const HASH = 0x23;
const COLON = 0x3a;
/** Sets the bit that tells a lower-case ASCII letter from its capital. */
const LOWER = 0x20;
