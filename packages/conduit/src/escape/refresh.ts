import { INVALID_URL, safeUrl } from "./url.ts";

// A time, then a semicolon, a comma or white space, then what may be a URL.
const refresh = /^[\t\n\f\r ]*(?:\d[\d.]*|\.[\d.]*)(?:$|(?=[\t\n\f\r ;,])[\t\n\f\r ]*[;,]?[\t\n\f\r ]*(.*)$)/s;
const label = /^url[\t\n\f\r ]*=[\t\n\f\r ]*/i;
const quoted = /^(['"])(.*?)(?:\1|$)/s;

/**
 * The `content` of `<meta http-equiv="refresh">`: itself, or `INVALID_URL` when its URL is refused by `safeUrl` or it is none as the
 * standard reads it. Why the whole is replaced: that is no refresh, so the page stays; and browsers read more as one than they
 * should. O(length).
 *
 * @see https://html.spec.whatwg.org/#shared-declarative-refresh-steps
 */
export function safeRefresh(content: string): string {
  const found = refresh.exec(content);
  if (found === null) return INVALID_URL;
  const rest = (found[1] ?? "").replace(label, "");
  const url = quoted.exec(rest)?.[2] ?? rest;
  return safeUrl(url) === url ? content : INVALID_URL;
}
