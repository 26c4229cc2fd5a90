import { callSite, createRouter, type Params, type Router } from "@watt/capacitor";
import type {
  Answer,
  BoltOptions,
  Data,
  ErrorHandler,
  Handler,
  Middleware,
  OutputPool,
  RequestView,
  Servable,
} from "./api.ts";
import { compose, type Run } from "./compose.ts";
import { answerError, ErrorSettings } from "./answer-error.ts";
import { boltError } from "./errors.ts";
import { isPromise } from "./is-promise.ts";
import { isFormType } from "./parse-form.ts";
import { RequestContext } from "./request-context.ts";
import { toAnswer } from "./to-answer.ts";
import { toResponse } from "./to-response.ts";
import { WebView } from "./web-view.ts";

const BODY_LIMIT = 1024 * 1024;
/** What `_method` may ask for. */
const OVERRIDES: ReadonlySet<string> = new Set(["PUT", "PATCH", "DELETE"]);

interface Entry {
  readonly handler: Handler<never, never>;
  /** Middleware and handler in one; made at the first dispatch. */
  run: Run | undefined;
}

/** A server application: routes, middleware and error pages. `State` is what its middleware adds to `c.state`. */
export class Bolt<State = unknown> implements Servable {
  readonly #router: Router<Entry> = createRouter<Entry>();
  readonly #middleware: Middleware<never>[] = [];
  readonly #errors: ErrorSettings;
  readonly #bodyLimit: number;
  #hasOverrides = false;
  #fallback: Run | undefined;

  /** @internal Use `bolt()`. */
  constructor(options: BoltOptions = {}) {
    this.#bodyLimit = options.bodyLimit ?? BODY_LIMIT;
    this.#errors = new ErrorSettings(options);
  }

  /**
   * Adds middleware around every route and error page, whatever the order of registration.
   *
   * @returns this app, with what the middleware adds to `c.state` in its type.
   * @throws WATT_BOLT_MIDDLEWARE_LATE after the first request
   */
  use<Adds = unknown>(middleware: Middleware<Adds>): Bolt<State & Adds> {
    if (this.#fallback !== undefined) {
      throw boltError("WATT_BOLT_MIDDLEWARE_LATE", { source: callSite(this.use) });
    }
    this.#middleware.push(middleware as Middleware<never>);
    return this as unknown as Bolt<State & Adds>;
  }

  /** Answers GET, and HEAD without the body. @throws what capacitor throws for a bad or taken pattern */
  get<const P extends string>(pattern: P, handler: Handler<Params<P>, State>): this {
    return this.#add("GET", pattern, handler, this.get);
  }

  /** Answers POST. @throws what capacitor throws for a bad or taken pattern */
  post<const P extends string>(pattern: P, handler: Handler<Params<P>, State>): this {
    return this.#add("POST", pattern, handler, this.post);
  }

  /** Answers PUT, and a verified POST with `_method=put`. @throws what capacitor throws for a bad or taken pattern */
  put<const P extends string>(pattern: P, handler: Handler<Params<P>, State>): this {
    return this.#add("PUT", pattern, handler, this.put);
  }

  /** Answers PATCH, and a verified POST with `_method=patch`. @throws as `put` */
  patch<const P extends string>(pattern: P, handler: Handler<Params<P>, State>): this {
    return this.#add("PATCH", pattern, handler, this.patch);
  }

  /** Answers DELETE, and a verified POST with `_method=delete`. @throws as `put` */
  delete<const P extends string>(pattern: P, handler: Handler<Params<P>, State>): this {
    return this.#add("DELETE", pattern, handler, this.delete);
  }

  /**
   * Answers every 404 in place of the default page: no route, no such file, `httpError(404, …)`. The status is set;
   * nothing returned means the default page.
   */
  notFound(handler: Handler): this {
    this.#errors.notFound = handler;
    return this;
  }

  /** Answers errors in place of the default page, which still answers when `handler` returns nothing. */
  error(handler: ErrorHandler): this {
    this.#errors.handler = handler;
    return this;
  }

  /** Answers a web `Request`; never rejects. Needs no `this`. */
  readonly fetch: (request: Request) => Promise<Response> = async (request) =>
    toResponse(await this.handle(new WebView(request)));

  /** Answers a request made from a path, for tests: `await app.request("/todos", { method: "POST", body })`. */
  request(target: string | Request, init?: RequestInit): Promise<Response> {
    return this.fetch(typeof target === "string" ? new Request(`http://localhost${target}`, init) : target);
  }

  /**
   * What adapters call. Never throws or rejects; stays synchronous when the chain does.
   *
   * @param output where pages are rendered to. With it an answer may hold a lease that the adapter releases.
   * @param failure an error that the adapter found in the request; it is answered through middleware and error page.
   */
  handle(view: RequestView, output?: OutputPool, failure?: unknown): Answer | Promise<Answer> {
    const c = new RequestContext(view, this.#bodyLimit);
    c.failure = failure;
    try {
      const data = this.#dispatch(c);
      if (!isPromise(data)) return toAnswer(c, data, output);
      return Promise.resolve(data).then(
        (settled) => this.#settle(c, settled, output),
        (error: unknown) => answerError(c, error, this.#errors, output),
      );
    } catch (error) {
      return answerError(c, error, this.#errors, output);
    }
  }

  #settle(c: RequestContext, data: Data, output: OutputPool | undefined): Answer | Promise<Answer> {
    try {
      return toAnswer(c, data, output);
    } catch (error) {
      return answerError(c, error, this.#errors, output);
    }
  }

  #add(method: string, pattern: string, handler: Handler<never, never>, callee: (...values: never[]) => unknown): this {
    this.#router.add(method, pattern, { handler, run: undefined }, { source: callSite(callee) });
    this.#hasOverrides ||= OVERRIDES.has(method);
    return this;
  }

  #dispatch(c: RequestContext): Data | Promise<Data> {
    this.#fallback ??= compose(this.#middleware, miss);
    if (c.failure !== undefined) return this.#fallback(c);
    return this.#mayOverride(c) ? this.#override(c).then(() => this.#run(c)) : this.#run(c);
  }

  #run(c: RequestContext): Data | Promise<Data> {
    if (c.failure !== undefined) return (this.#fallback as Run)(c);
    const { method, path } = c;
    const match = this.#router.match(method, path) ?? (method === "HEAD" ? this.#router.match("GET", path) : undefined);
    if (match === undefined) {
      c.failure = this.#refusal(c);
      return (this.#fallback as Run)(c);
    }
    c.match = match;
    const entry = match.value;
    entry.run ??= compose(this.#middleware, (context) => guarded(context, entry.handler as Handler));
    return entry.run(c);
  }

  /** Whether a POST may stand for another method: only then is its body read before the route is known. */
  #mayOverride(c: RequestContext): boolean {
    if (!this.#hasOverrides || c.method !== "POST" || !isFormType(c.get("content-type"))) return false;
    return this.#router.explain("POST", c.path).allow.some((method) => OVERRIDES.has(method));
  }

  async #override(c: RequestContext): Promise<void> {
    try {
      const method = (await c.form()).get("_method")?.toUpperCase();
      if (method === undefined || !OVERRIDES.has(method)) return;
      c.method = method;
      c.overridden = true;
    } catch (error) {
      c.failure = error;
    }
  }

  /** Why there is no route, as an error; `undefined` for an OPTIONS request, which needs none. */
  #refusal(c: RequestContext): unknown {
    const { method, path } = c;
    if (method === "OPTIONS" && path === "*") return undefined;
    const { status, allow } = this.#router.explain(method, path);
    if (status === 400) return boltError("WATT_BOLT_PATH_MALFORMED");
    if (allow.length === 0) return boltError("WATT_BOLT_NOT_FOUND", { path });
    c.allow = allow.join(", ");
    if (method === "OPTIONS") return undefined;
    return boltError("WATT_BOLT_METHOD_NOT_ALLOWED", { method, path, allow: c.allow });
  }
}

/** The end of the chain where no route is: refusals go through middleware too. */
function miss(c: RequestContext): Data {
  if (c.failure !== undefined) throw c.failure;
  if (c.allow !== "") c.header("Allow", c.allow);
  return null;
}

/** Runs a handler, unless `_method` chose it for a request that the csrf middleware has not verified. */
function guarded(c: RequestContext, handler: Handler): Data | Promise<Data> {
  if (c.overridden && !c.verified) {
    throw boltError("WATT_BOLT_OVERRIDE_UNVERIFIED", { method: c.method, path: c.path });
  }
  return handler(c);
}

/** Makes an app. */
export function bolt(options?: BoltOptions): Bolt {
  return new Bolt(options);
}
