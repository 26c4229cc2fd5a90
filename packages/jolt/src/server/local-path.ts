// Any origin serves: only whether the parser leaves it matters.
const BASE = "http://jolt.invalid";

/**
 * An address as a path of this site, normalised and in ASCII, ready for a `Location` header; `undefined` when it is not
 * one: `//host`, `/\host`, control characters, schemes, and what does not begin with a slash.
 *
 * Sound: what it returns never leads to another site. O(length).
 */
export function localPath(url: string): string | undefined {
  if (typeof url !== "string" || hasControl(url)) return undefined;
  if (!url.startsWith("/") || !URL.canParse(url, BASE)) return undefined;
  const { origin, pathname, search, hash } = new URL(url, BASE);
  const path = pathname + search + hash;
  // Why twice: `//host` and `/\host` change the origin; `/.//host` does not, but its normal form is `//host`.
  return origin === BASE && !path.startsWith("//") ? path : undefined;
}

// Why before parsing: URL parsing drops tabs and line ends without a word.
function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit === 0x7f) return true;
  }
  return false;
}
