import { boltError } from "./errors.ts";

// Any origin serves: only whether the parser leaves it matters.
const BASE = "http://bolt.invalid";

/**
 * Makes a Location value that stays on this site, in ASCII.
 *
 * @throws WATT_BOLT_REDIRECT_REFUSED for `//host`, `/\host`, control characters, and addresses with a scheme.
 */
export function redirectTarget(path: string, url: string): string {
  const refuse = (reason: string): Error =>
    boltError("WATT_BOLT_REDIRECT_REFUSED", { path, url: JSON.stringify(url), reason });
  // Why before parsing: URL parsing drops tabs and line ends without a word.
  if (hasControl(url)) throw refuse("it has a control character");
  if (!url.startsWith("/") || !URL.canParse(url, BASE)) throw refuse("it does not begin with a slash");
  const { origin, pathname, search, hash } = new URL(url, BASE);
  const target = pathname + search + hash;
  // Why twice: `//host` and `/\host` change the origin; `/.//host` does not, but its normal form is `//host`.
  if (origin !== BASE || target.startsWith("//")) throw refuse("it leads to another site");
  return target;
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit === 0x7f) return true;
  }
  return false;
}
