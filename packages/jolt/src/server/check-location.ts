import { joltError } from "../errors.ts";
import { localPath } from "./local-path.ts";

/** Options of `jolt.redirect`. */
export interface RedirectOptions {
  /**
   * Allow an absolute `http:` or `https:` address of another site. Only for addresses that your program chose,
   * never for one that a request carried. @defaultValue false
   */
  readonly external?: boolean;
}

/**
 * Makes a `Location` value that stays on this site, in ASCII.
 *
 * @throws WATT_JOLT_BAD_URL for `//host`, `/\host`, control characters, and addresses with a scheme.
 */
export function checkLocation(url: string, { external = false }: RedirectOptions = {}): string {
  const location = localPath(url) ?? (external ? webAddress(url) : undefined);
  if (location === undefined) throw joltError("WATT_JOLT_BAD_URL", { value: JSON.stringify(url) });
  return location;
}

// The serialised form has neither controls nor anything outside of ASCII; white space inside is a mistake.
function webAddress(url: string): string | undefined {
  return /^https?:\/\/\S+$/i.test(url) && URL.canParse(url) ? new URL(url).href : undefined;
}
