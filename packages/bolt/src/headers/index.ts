export { DEFAULT_CSP, securityHeaders, type SecurityHeadersOptions } from "./security-headers.ts";
