import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context, Data, Middleware, Next } from "../api.ts";
import { boltError } from "../errors.ts";
import { CSRF_TOKEN, CSRF_VERIFIED, FAILURE, type Marked } from "../internals.ts";
import { isFormType } from "../parse-form.ts";

/** Options of `csrf`. */
export interface CsrfOptions {
  /** Signs the tokens: at least 32 bytes, the same in every process and after a restart. */
  readonly secret: string | Uint8Array;
  /** Name of the cookie. @defaultValue "csrf" */
  readonly cookie?: string;
  /** Name of the form field. @defaultValue "_csrf" */
  readonly field?: string;
  /** Name of the request header. @defaultValue "X-CSRF-Token" */
  readonly header?: string;
  /** Further origins that are this site, such as `https://example.org` behind a proxy that ends TLS. */
  readonly origins?: readonly string[];
}

interface Csrf extends Required<Omit<CsrfOptions, "secret">> {
  readonly secret: Uint8Array;
}

const SECRET_BYTES = 32;
const ID_BYTES = 18;
const ID = /^[\w-]{24}$/;
const SAFE: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Middleware against requests that another site makes its visitors send. Every method but GET, HEAD and OPTIONS needs
 * a request that the browser says comes from this site (`Sec-Fetch-Site`, else `Origin`), and a token that belongs to
 * the cookie, in the header or the form field. What it lets through it marks as verified, which `_method` needs.
 *
 * @throws WATT_BOLT_CSRF_SECRET at registration. Refused requests answer 403 with WATT_BOLT_CSRF_REFUSED.
 */
export function csrf(options: CsrfOptions): Middleware {
  const { cookie = "csrf", field = "_csrf", header = "X-CSRF-Token", origins = [] } = options;
  const secret = typeof options.secret === "string" ? new TextEncoder().encode(options.secret) : options.secret;
  if (secret.byteLength < SECRET_BYTES) {
    throw boltError("WATT_BOLT_CSRF_SECRET", { bytes: secret.byteLength, least: SECRET_BYTES });
  }
  const settings: Csrf = { secret, cookie, field, header, origins };
  return function csrf(c, next) {
    (c as Marked)[CSRF_TOKEN] = () => issue(c, settings);
    return SAFE.has(c.method) ? next() : verify(c, next, settings);
  };
}

/**
 * The token for this client's forms and for `<meta name="csrf-token">`. Sets the cookie when there is none. It stays
 * the same for as long as the cookie and the secret do.
 *
 * @throws WATT_BOLT_CSRF_ABSENT when the middleware did not run
 */
export function csrfToken(c: Context<unknown>): string {
  const make = (c as Marked)[CSRF_TOKEN];
  if (make === undefined) throw boltError("WATT_BOLT_CSRF_ABSENT", { method: c.method, path: c.path });
  return make();
}

function issue(c: Context, { cookie, secret }: Csrf): string {
  let id = readId(c, cookie);
  if (id === undefined) {
    id = randomBytes(ID_BYTES).toString("base64url");
    c.cookies.set(cookie, id);
  }
  return sign(id, secret).toString("base64url");
}

function verify(c: Context, next: Next, settings: Csrf): Data | Promise<Data> {
  checkOrigin(c, settings.origins);
  const pass = (token: string | null | undefined): Data | Promise<Data> => {
    checkToken(c, token, settings);
    (c as Marked)[CSRF_VERIFIED] = true;
    return next();
  };
  const token = c.headers.get(settings.header);
  if (token !== null || !isFormType(c.headers.get("content-type"))) return pass(token);
  return c.form().then((form) => pass(form.get(settings.field)));
}

function checkOrigin(c: Context, origins: readonly string[]): void {
  const site = c.headers.get("sec-fetch-site");
  if (site === "same-origin" || site === "none") return;
  if (site !== null) throw refused(c, `the browser says that it is ${site}`);
  const origin = c.headers.get("origin");
  if (origin === null || origin === c.url.origin || origins.includes(origin)) return;
  throw refused(c, `its origin is ${origin} and not ${c.url.origin}`);
}

function checkToken(c: Context, token: string | null | undefined, { cookie, secret, field, header }: Csrf): void {
  if (!token) throw refused(c, `it has no token in the field ${field} or the header ${header}`);
  const id = readId(c, cookie);
  if (id === undefined) throw refused(c, `it has no valid cookie ${cookie}`);
  const expected = sign(id, secret);
  const actual = Buffer.from(token, "base64url");
  if (actual.byteLength !== expected.byteLength || !timingSafeEqual(actual, expected)) {
    throw refused(c, "its token does not belong to its cookie");
  }
}

function readId(c: Context, cookie: string): string | undefined {
  const id = c.cookies.get(cookie);
  return id !== undefined && ID.test(id) ? id : undefined;
}

function sign(id: string, secret: Uint8Array): Buffer {
  return createHmac("sha256", secret).update("watt.csrf\0").update(id).digest();
}

/** The refusal; where no handler would have run anyway, the better reason: 404, 405, 413 and so on. */
function refused(c: Context, reason: string): unknown {
  return (c as Marked)[FAILURE] ?? boltError("WATT_BOLT_CSRF_REFUSED", { reason });
}
