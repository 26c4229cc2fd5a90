import type { Html, OutputPool } from "@watt/conduit";
import type { Jolt, JoltAnswer } from "@watt/jolt/server";
import type { Cookies } from "./cookies.ts";
import type { FormFields } from "./form-fields.ts";

/** What a handler may return. Plain objects and arrays become JSON; nothing becomes 204. */
export type Data = Html | JoltAnswer | Response | string | Uint8Array | object | null | undefined | void;

/** Answers one route. Synchronous handlers stay synchronous: nothing is awaited unless a promise comes back. */
export type Handler<Params = Readonly<Record<string, string | number>>, State = unknown> = (
  c: Context<Params, State>,
) => Data | Promise<Data>;

/** Runs the rest of the chain and gives back what it answered with. Call it at most once. */
export type Next = () => Data | Promise<Data>;

/**
 * Runs around every route and every error page. It returns `next()`, an answer of its own, or nothing after it has
 * called `next()`. `Adds` is what it puts into `c.state` for those that come later.
 */
export type Middleware<Adds = unknown> = (
  c: Context<Readonly<Record<string, string | number>>, Adds>,
  next: Next,
) => Data | Promise<Data>;

/** Makes the answer to an error. The status is already set on the context; nothing returned means the default page. */
export type ErrorHandler = (error: unknown, c: Context) => Data | Promise<Data>;

/** Options of `bolt()`. */
export interface BoltOptions {
  /** Largest request body that `form`, `json`, `text` and `bytes` read, in bytes. @defaultValue 1,048,576 */
  readonly bodyLimit?: number;
  /** Shows messages and stacks of unexpected errors on the error page. Never in production. @defaultValue false */
  readonly development?: boolean;
  /** Is told of every error that ends as a 5xx. @defaultValue `console.error` */
  readonly report?: (error: unknown, c: Context) => void;
}

/** One request and the answer in the making. Belongs to its request: do not keep it. */
export interface Context<Params = Readonly<Record<string, string | number>>, State = unknown> {
  /** The method that was routed: what a verified `_method` field asked for, else what was sent. */
  readonly method: string;
  /** The path as it was sent: percent-encoded, without the query. */
  readonly path: string;
  /** The whole address. Parsed on first read. */
  readonly url: URL;
  /** Decoded values of the pattern's places. */
  readonly params: Params;
  /** The query. Parsed on first read. */
  readonly query: URLSearchParams;
  /** Request headers, by name without case; several of one name are joined with a comma. */
  readonly headers: { get(name: string): string | null };
  /** Cookies of the request, and those to be set. */
  readonly cookies: Cookies;
  /** What middleware added. */
  readonly state: State;
  /** Aborted when the client goes away before the answer is complete. Costs nothing until it is read. */
  readonly signal: AbortSignal;
  /** Who asks, and the answer that fits; see `@watt/jolt/server`. */
  readonly jolt: Jolt;

  /**
   * The fields of an urlencoded or multipart form. Read once, kept for further calls.
   *
   * @returns rejects with a coded error: 415 for another type or a file, 400 for malformed, 413 for too large.
   */
  form(): Promise<FormFields>;
  /** The body as JSON. It was not validated: `T` is the caller's word. Rejects with 415, 400 or 413. */
  json<T = unknown>(): Promise<T>;
  /** The body as UTF-8 text, whatever its type. Rejects with 400 or 413. */
  text(): Promise<string>;
  /** The body. The caller must not write to it: the other readers share it. Rejects with 413 over the limit. */
  bytes(): Promise<Uint8Array>;

  /** Sets the status of the answer, 200 to 599. @throws WATT_BOLT_STATUS_INVALID */
  status(status: number): this;
  /**
   * Sets a response header, replacing an earlier value; `Vary` is merged, `Set-Cookie` appended.
   *
   * @throws WATT_BOLT_HEADER_INVALID for a bad name or value, or for framing, which is the server's.
   */
  header(name: string, value: string): this;
  /**
   * Makes the answer a redirect to a path of this site: `return c.redirect("/todos")`.
   *
   * @param status 301, 302, 303, 307 or 308. @defaultValue 303
   * @throws WATT_BOLT_REDIRECT_REFUSED for what leaves the site, WATT_BOLT_STATUS_INVALID
   */
  redirect(url: string, status?: number): null;
}

export type { OutputPool };

/**
 * What an adapter shows of a request. Everything is read lazily, so that a request that needs nothing costs nothing.
 * Adapters for other runtimes implement this and call `Bolt.handle`.
 */
export interface RequestView {
  /** Upper case. */
  readonly method: string;
  /** Path and query as sent, beginning with `/`; or `*`. */
  readonly target: string;
  /** `http://host:port`, from a validated Host. */
  readonly origin: string;
  readonly signal: AbortSignal;
  /** A request header; the name is in lower case. */
  header(name: string): string | null;
  /** Reads the whole body, at most once. Rejects with a coded error when it is over the limit or cut off. */
  read(limit: number): Promise<Uint8Array>;
}

/** What an adapter serves: an app. */
export interface Servable {
  /** See `Bolt.handle`. */
  handle(view: RequestView, output?: OutputPool, failure?: unknown): Answer | Promise<Answer>;
}

/** The body of an answer: bytes, or a stream of them, or none. */
export type AnswerBody = Uint8Array | AsyncIterable<Uint8Array> | null;

/** What an adapter writes. */
export interface Answer {
  readonly status: number;
  /** Names and values in turn, checked, with `Content-Length` where the length is known. */
  readonly headers: readonly string[];
  readonly body: AnswerBody;
  /**
   * Gives leased bytes back. The adapter calls it once, when it has finished with `body` or given up; the bytes
   * must not be read after it. Absent when nothing is leased.
   */
  readonly release: (() => void) | undefined;
}
