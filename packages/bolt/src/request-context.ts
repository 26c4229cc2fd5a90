import { jolt, type Jolt, localPath } from "@watt/jolt/server";
import type { Context, RequestView } from "./api.ts";
import { Cookies } from "./cookies.ts";
import { boltError } from "./errors.ts";
import type { FormFields } from "./form-fields.ts";
import { decodeText } from "./form-rules.ts";
import { checkHeader, type HeaderList, putHeader } from "./header-list.ts";
import { CSRF_VERIFIED, FAILURE, type Marked } from "./internals.ts";
import { isFormType, mediaType, parseForm } from "./parse-form.ts";

const NO_PARAMS: Readonly<Record<string, string | number>> = Object.freeze({});
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** The context of one request. What is not in `Context` is for the dispatcher. */
export class RequestContext implements Context {
  method: string;
  readonly path: string;
  /** Response headers set so far. */
  readonly outgoing: HeaderList = [];
  /** Status set so far; 0 while nobody has. */
  code = 0;
  /** What the path allows, where the method was not among it. */
  allow = "";
  /** Whether `_method` chose the route. */
  overridden = false;
  /** The route's lazy params; a match is one. */
  match: { readonly params: Readonly<Record<string, string | number>> } | undefined = undefined;

  readonly #view: RequestView;
  readonly #limit: number;
  #url: URL | undefined;
  #query: URLSearchParams | undefined;
  #cookies: Cookies | undefined;
  #jolt: Jolt | undefined;
  #state: Record<string, unknown> | undefined;
  #bytes: Promise<Uint8Array> | undefined;
  #form: Promise<FormFields> | undefined;

  constructor(view: RequestView, limit: number) {
    this.#view = view;
    this.#limit = limit;
    this.method = view.method;
    // Why here: so that every context has the same hidden class, whoever marks it later.
    const marked = this as Marked;
    marked[CSRF_VERIFIED] = false;
    marked[FAILURE] = undefined;
    const query = view.target.indexOf("?");
    this.path = query === -1 ? view.target : view.target.slice(0, query);
  }

  /** Why no handler will run, if none will. */
  get failure(): unknown {
    return (this as Marked)[FAILURE];
  }

  set failure(error: unknown) {
    (this as Marked)[FAILURE] = error;
  }

  /** Whether the csrf middleware has verified this request. */
  get verified(): boolean {
    return (this as Marked)[CSRF_VERIFIED] === true;
  }

  get params(): Readonly<Record<string, string | number>> {
    return this.match?.params ?? NO_PARAMS;
  }

  get url(): URL {
    return (this.#url ??= new URL(this.#view.origin + (this.path === "*" ? "/" : this.#view.target)));
  }

  get query(): URLSearchParams {
    return (this.#query ??= new URLSearchParams(this.#view.target.slice(this.path.length)));
  }

  get headers(): { get(name: string): string | null } {
    return this;
  }

  /** Makes the context its own `headers`: one object less for each request. */
  get(name: string): string | null {
    return this.#view.header(name.toLowerCase());
  }

  get cookies(): Cookies {
    return (this.#cookies ??= new Cookies(this.#view.header("cookie"), () => this.#view.origin.startsWith("https:")));
  }

  /** The `Set-Cookie` values, without making a cookie store for requests that never used one. */
  get cookieLines(): Iterable<string> | undefined {
    return this.#cookies?.lines;
  }

  get state(): Record<string, unknown> {
    return (this.#state ??= {});
  }

  get signal(): AbortSignal {
    return this.#view.signal;
  }

  get jolt(): Jolt {
    return (this.#jolt ??= jolt(this));
  }

  bytes(): Promise<Uint8Array> {
    return (this.#bytes ??= this.#read());
  }

  async text(): Promise<string> {
    return decodeText(await this.bytes(), "text");
  }

  async json<T = unknown>(): Promise<T> {
    const type = this.get("content-type");
    if (!/^application\/(?:[\w.+-]+\+)?json$/.test(mediaType(type))) throw wrongType("application/json", type);
    const text = decodeText(await this.bytes(), "JSON");
    try {
      return JSON.parse(text) as T;
    } catch {
      throw boltError("WATT_BOLT_BODY_MALFORMED", { format: "JSON", reason: "it cannot be parsed" });
    }
  }

  form(): Promise<FormFields> {
    return (this.#form ??= this.#readForm());
  }

  async #readForm(): Promise<FormFields> {
    const type = this.get("content-type");
    if (type === null || !isFormType(type)) {
      throw wrongType("application/x-www-form-urlencoded or multipart/form-data", type);
    }
    return parseForm(type, await this.bytes());
  }

  async #read(): Promise<Uint8Array> {
    const encoding = this.get("content-encoding");
    if (encoding !== null && encoding.toLowerCase() !== "identity")
      throw wrongType("unencoded", `Content-Encoding: ${encoding}`);
    return this.#view.read(this.#limit);
  }

  status(status: number): this {
    if (!Number.isInteger(status) || status < 200 || status > 599) {
      throw boltError("WATT_BOLT_STATUS_INVALID", {
        status,
        method: "status",
        remedy: "Use a whole number from 200 to 599.",
      });
    }
    this.code = status;
    return this;
  }

  header(name: string, value: string): this {
    checkHeader(name, value);
    putHeader(this.outgoing, name, value);
    return this;
  }

  redirect(url: string, status: number = 303): null {
    if (!REDIRECTS.has(status)) {
      throw boltError("WATT_BOLT_STATUS_INVALID", {
        status,
        method: "redirect",
        remedy: "Use 301, 302, 303, 307 or 308.",
      });
    }
    const location = localPath(url);
    if (location === undefined) {
      throw boltError("WATT_BOLT_REDIRECT_REFUSED", { path: this.path, url: JSON.stringify(url) });
    }
    putHeader(this.outgoing, "Location", location);
    this.code = status;
    return null;
  }
}

function wrongType(expected: string, actual: string | null): Error {
  return boltError("WATT_BOLT_BODY_TYPE", { expected, actual: actual ?? "no type" });
}
