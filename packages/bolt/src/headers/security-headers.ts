import type { Middleware } from "../api.ts";
import { checkHeader } from "../header-list.ts";

/** Options of `securityHeaders`. */
export interface SecurityHeadersOptions {
  /** The Content-Security-Policy, or false for none. @defaultValue `DEFAULT_CSP` */
  readonly csp?: string | false;
}

/** Own scripts, styles, images and forms only; no plugins, no framing; Trusted Types with jolt's policy. */
export const DEFAULT_CSP: string = [
  "default-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types jolt",
].join("; ");

// Why Referrer-Policy same-origin and not no-referrer: the latter makes browsers send `Origin: null` with forms,
// which csrf() refuses.
const FIXED: readonly (readonly [string, string])[] = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "same-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ["Origin-Agent-Cluster", "?1"],
  ["X-Frame-Options", "DENY"],
];

/**
 * Middleware that sets security headers on every answer, error pages included. A handler's own value wins.
 *
 * @throws WATT_BOLT_HEADER_INVALID for a policy that cannot be a header, at registration
 */
export function securityHeaders(options: SecurityHeadersOptions = {}): Middleware {
  const { csp = DEFAULT_CSP } = options;
  const headers = csp === false ? FIXED : [["Content-Security-Policy", csp] as const, ...FIXED];
  for (const [name, value] of headers) checkHeader(name, value);
  return (c, next) => {
    for (const [name, value] of headers) c.header(name, value);
    return next();
  };
}
