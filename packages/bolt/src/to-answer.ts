import { isHtml, renderInto, renderToBytes, type View } from "@watt/conduit";
import { isJoltAnswer, type JoltAnswer } from "@watt/jolt/server";
import type { Answer, AnswerBody, Data, OutputPool } from "./api.ts";
import { cancelBody } from "./cancel-body.ts";
import { boltError } from "./errors.ts";
import { dropHeaders, indexOfHeader, isFraming, putHeader } from "./header-list.ts";
import { isStreamAnswer } from "./internals.ts";
import type { RequestContext } from "./request-context.ts";

const HTML = "text/html; charset=utf-8";
const TEXT = "text/plain; charset=utf-8";
const BYTES = "application/octet-stream";
const JSON_TYPE = "application/json; charset=utf-8";
const LENGTH: ReadonlySet<string> = new Set(["content-length"]);
const BODY_HEADERS: ReadonlySet<string> = new Set(["content-type", "content-encoding"]);

const encoder = new TextEncoder();

/**
 * Turns what a handler returned into what an adapter writes. Pages are rendered here, after all middleware.
 *
 * @param output where pages are rendered to; the answer then holds a lease. Absent: the answer owns its bytes.
 * @throws WATT_BOLT_ANSWER_UNKNOWN, and whatever a component throws
 */
export function toAnswer(c: RequestContext, data: Data, output: OutputPool | undefined): Answer {
  if (data === undefined || data === null) return finish(c, c.code || 204, null);
  if (typeof data === "string") return withBytes(c, c.code || 200, TEXT, encoder.encode(data));
  if (isHtml(data)) return withView(c, c.code || 200, data, output);
  if (isJoltAnswer(data)) return fromJolt(c, data, output);
  if (data instanceof Uint8Array) return withBytes(c, c.code || 200, BYTES, data);
  if (data instanceof Response) return fromResponse(c, data);
  if (typeof data === "object" && isStreamAnswer(data)) {
    putHeader(c.outgoing, "Content-Length", String(data.length));
    return finish(c, c.code || 200, data.body);
  }
  return withBytes(c, c.code || 200, JSON_TYPE, encoder.encode(writeJson(c, data)));
}

function withBytes(c: RequestContext, status: number, type: string, bytes: Uint8Array): Answer {
  if (indexOfHeader(c.outgoing, "Content-Type") === -1) c.outgoing.push("Content-Type", type);
  return finish(c, status, bytes);
}

function withView(c: RequestContext, status: number, view: View, output: OutputPool | undefined): Answer {
  if (output === undefined) return withBytes(c, status, HTML, renderToBytes(view));
  const lease = renderInto(output, view);
  if (indexOfHeader(c.outgoing, "Content-Type") === -1) c.outgoing.push("Content-Type", HTML);
  return finish(c, status, lease.bytes, () => lease.release());
}

function fromJolt(c: RequestContext, answer: JoltAnswer, output: OutputPool | undefined): Answer {
  for (const [name, value] of answer.headers) c.header(name, value);
  // A status that the handler set counts for a plain 200 only: 303 and 204 are part of the protocol.
  const status = answer.status === 200 && c.code !== 0 ? c.code : answer.status;
  const { view } = answer;
  return view === undefined ? finish(c, status, null) : withView(c, status, view, output);
}

/** The response's own headers win over those of the context; cookies and Vary of both are kept. */
function fromResponse(c: RequestContext, response: Response): Answer {
  if (response.status < 200) throw unknown(c, `a Response of status ${response.status}`);
  for (const [name, value] of response.headers) if (!isFraming(name)) c.header(name, value);
  return finish(c, response.status, response.body as AsyncIterable<Uint8Array> | null);
}

// Why no class instances: a Map or a database handle would quietly become {} or tell more than was meant.
function writeJson(c: RequestContext, data: object): string {
  if (!isPlain(data) && typeof (data as { toJSON?: unknown }).toJSON !== "function") {
    throw unknown(c, typeof data === "object" ? `an instance of ${data.constructor.name}` : `a ${typeof data}`);
  }
  return JSON.stringify(data) ?? "null";
}

// Object.prototype, that of another realm, or null; also the prototype-less chain of a match's params.
function isPlain(data: object): boolean {
  if (typeof data !== "object") return false;
  const prototype: unknown = Object.getPrototypeOf(data);
  return prototype === null || Object.getPrototypeOf(prototype) === null || Array.isArray(data);
}

function unknown(c: RequestContext, value: string): Error {
  return boltError("WATT_BOLT_ANSWER_UNKNOWN", { method: c.method, path: c.path, value });
}

function finish(c: RequestContext, status: number, body: AnswerBody, release?: () => void): Answer {
  const headers = c.outgoing;
  for (const line of c.cookieLines ?? []) headers.push("Set-Cookie", line);
  const bodiless = status === 204 || status === 205 || status === 304;
  if (bodiless && status !== 304) dropHeaders(headers, BODY_HEADERS);
  if (bodiless) dropHeaders(headers, LENGTH);
  else if (body === null || body instanceof Uint8Array) {
    if (body !== null || indexOfHeader(headers, "Content-Length") === -1) {
      putHeader(headers, "Content-Length", String(body?.byteLength ?? 0));
    }
  }
  if (body !== null && (bodiless || c.method === "HEAD")) {
    release?.();
    if (!(body instanceof Uint8Array)) cancelBody(body);
    return { status, headers, body: null, release: undefined };
  }
  return { status, headers, body, release };
}
