export { csrf, type CsrfOptions, csrfToken } from "./csrf.ts";
