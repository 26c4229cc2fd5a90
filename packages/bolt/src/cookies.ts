import { boltError } from "./errors.ts";
import { isToken } from "./header-list.ts";

/** Options of a cookie. The defaults are the safe ones. */
export interface CookieOptions {
  /** Seconds until the browser forgets it, a whole number. Absent: until the browser closes. */
  readonly maxAge?: number;
  /** @defaultValue "/" */
  readonly path?: string;
  /** Also sends it to subdomains of this name. @defaultValue this host alone */
  readonly domain?: string;
  /** Sends it over HTTPS only. @defaultValue whether this request came over HTTPS */
  readonly secure?: boolean;
  /** Hides it from scripts. @defaultValue true */
  readonly httpOnly?: boolean;
  /** @defaultValue "Lax" */
  readonly sameSite?: "Strict" | "Lax" | "None";
}

// Why: browsers drop larger ones without a word.
const MAX_BYTES = 4096;
const LONE_SURROGATE = /\p{Surrogate}/u;
const ATTRIBUTE = /^[\x20-\x3a\x3c-\x7e]*$/; // printable ASCII without the semicolon

/** The cookies of one request, and those that its answer sets. Names and values are checked and percent-encoded. */
export class Cookies {
  readonly #header: string | null;
  readonly #secure: () => boolean;
  #sent: Map<string, string> | undefined;
  #lines: Map<string, string> | undefined;

  /** @internal */
  constructor(header: string | null, secure: () => boolean) {
    this.#header = header;
    this.#secure = secure;
  }

  /** The value that the client sent or that was set since; `undefined` if there is none. */
  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  /**
   * Sets a cookie. It replaces one that was set under the same name before.
   *
   * @param value any text; percent-encoded on its way.
   * @throws WATT_BOLT_COOKIE_INVALID for a bad name, value or option, and for more than 4,096 bytes.
   */
  set(name: string, value: string, options: CookieOptions = {}): void {
    const line = writeCookie(name, value, { ...options, secure: options.secure ?? this.#secure() });
    this.#values.set(name, value);
    (this.#lines ??= new Map()).set(name, line);
  }

  /** Makes the browser forget a cookie. Path and domain must be those it was set with. */
  delete(name: string, options: Omit<CookieOptions, "maxAge"> = {}): void {
    this.set(name, "", { ...options, maxAge: 0 });
    this.#values.delete(name);
  }

  /** @internal The `Set-Cookie` values. */
  get lines(): Iterable<string> {
    return this.#lines?.values() ?? [];
  }

  get #values(): Map<string, string> {
    return (this.#sent ??= readCookies(this.#header ?? ""));
  }
}

/** Reads a Cookie header. Garbage is skipped, the first of a name wins, and a bad escape is left as it is. */
function readCookies(header: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const pair of header.split(";")) {
    const equals = pair.indexOf("=");
    if (equals === -1) continue;
    const name = pair.slice(0, equals).trim();
    if (!isToken(name) || values.has(name)) continue;
    const value = pair.slice(equals + 1).trim();
    values.set(
      name,
      decode(value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value),
    );
  }
  return values;
}

function decode(value: string): string {
  if (!value.includes("%")) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function writeCookie(name: string, value: string, options: CookieOptions & { readonly secure: boolean }): string {
  const { maxAge, path = "/", domain, secure, httpOnly = true, sameSite = "Lax" } = options;
  const reason = problem(name, value, {
    path,
    secure,
    sameSite,
    ...(domain && { domain }),
    ...(maxAge !== undefined && { maxAge }),
  });
  if (reason !== undefined) throw boltError("WATT_BOLT_COOKIE_INVALID", { name: JSON.stringify(name), reason });
  let line = `${name}=${encodeURIComponent(value)}; Path=${path}`;
  if (maxAge !== undefined) line += `; Max-Age=${maxAge}`;
  if (domain) line += `; Domain=${domain}`;
  if (secure) line += "; Secure";
  if (httpOnly) line += "; HttpOnly";
  line += `; SameSite=${sameSite}`;
  if (line.length > MAX_BYTES) {
    throw boltError("WATT_BOLT_COOKIE_INVALID", {
      name,
      reason: `it has ${line.length} bytes and browsers take ${MAX_BYTES}`,
    });
  }
  return line;
}

function problem(name: string, value: string, options: CookieOptions): string | undefined {
  const { maxAge, path = "", domain = "", secure, sameSite } = options;
  if (!isToken(name)) return "the name is not a token";
  if (LONE_SURROGATE.test(value)) return "the value has a lone surrogate";
  if (!path.startsWith("/") || !ATTRIBUTE.test(path)) return `the path ${JSON.stringify(path)} is not valid`;
  if (!/^[\w.-]*$/.test(domain)) return `the domain ${JSON.stringify(domain)} is not valid`;
  if (maxAge !== undefined && !Number.isSafeInteger(maxAge)) return "maxAge is not a whole number of seconds";
  if (sameSite !== "Lax" && sameSite !== "Strict" && sameSite !== "None") return "sameSite is not Strict, Lax or None";
  if (sameSite === "None" && !secure) return "sameSite None needs secure";
  if (/^__(?:Secure|Host)-/i.test(name) && !secure) return "its prefix needs secure";
  if (/^__Host-/i.test(name) && (path !== "/" || domain !== "")) return "its prefix needs path / and no domain";
  return undefined;
}
