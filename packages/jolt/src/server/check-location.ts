import { joltError } from "../errors.ts";

/** Options of `jolt.redirect`. */
export interface RedirectOptions {
  /**
   * Allow an absolute `http:` or `https:` address of another site. Only for addresses that your program chose,
   * never for one that a request carried. @defaultValue false
   */
  readonly external?: boolean;
}

const BASE = "http://jolt.invalid";

/**
 * Makes a `Location` value that stays on this site, in ASCII.
 *
 * @throws WATT_JOLT_BAD_URL for `//host`, `/\host`, control characters, and addresses with a scheme.
 */
export function checkLocation(url: string, options: RedirectOptions = {}): string {
  const location = typeof url === "string" && !hasControl(url) ? locate(url, options.external === true) : undefined;
  if (location === undefined) throw joltError("WATT_JOLT_BAD_URL", { value: JSON.stringify(url) });
  return location;
}

function locate(url: string, external: boolean): string | undefined {
  if (external && /^https?:\/\//i.test(url)) return URL.canParse(url) ? new URL(url).href : undefined;
  if (!url.startsWith("/") || !URL.canParse(url, BASE)) return undefined;
  const { origin, pathname, search, hash } = new URL(url, BASE);
  const location = pathname + search + hash;
  // Why twice: `//host` and `/\host` change the origin; `/.//host` does not, but its normal form is `//host`.
  return origin === BASE && !location.startsWith("//") ? location : undefined;
}

// Why before parsing: URL parsing drops tabs and line ends without a word.
function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit === 0x7f) return true;
  }
  return false;
}
