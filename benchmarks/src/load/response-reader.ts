const CR = 0x0d;
const LF = 0x0a;
const MAX_HEAD = 16_384;

/** What a connection waits for. */
export interface Expected {
  readonly status: number;
  readonly body: Buffer;
}

/** Why an answer does not count. */
export type Fault = "framing" | "status" | "length" | "body";

/** Thrown by the reader; the connection is not used afterwards. */
export class AnswerError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault, message: string) {
    super(message);
    this.fault = fault;
  }
}

/**
 * Reads the answers of one keep-alive connection strictly: an answer counts when its status is the expected one, its
 * length is announced by exactly one of Content-Length and chunked, and its body is byte for byte the expected one.
 */
export class ResponseReader {
  #pending: Buffer = Buffer.alloc(0);
  #expected: Expected | undefined;

  /** Says what the next answer must be. */
  expect(expected: Expected): void {
    if (this.#expected) throw new Error("the last answer is still awaited");
    this.#expected = expected;
  }

  /** Takes bytes from the socket; true when they complete the awaited answer. @throws AnswerError */
  push(chunk: Buffer): boolean {
    if (this.#expected === undefined) throw new AnswerError("framing", `${chunk.length} bytes that nobody asked for`);
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const used = this.#tryRead(this.#pending, this.#expected);
    if (used === -1) return false;
    if (used < this.#pending.length) {
      throw new AnswerError("framing", `${this.#pending.length - used} bytes after the end of the answer`);
    }
    this.#pending = Buffer.alloc(0);
    this.#expected = undefined;
    return true;
  }

  /** Bytes of the answer, or -1 while it is incomplete. */
  #tryRead(bytes: Buffer, expected: Expected): number {
    const end = bytes.indexOf("\r\n\r\n");
    if (end === -1) {
      if (bytes.length > MAX_HEAD) throw new AnswerError("framing", `no end of the head in ${bytes.length} bytes`);
      return -1;
    }
    const status = readStatus(bytes);
    if (status !== expected.status) throw new AnswerError("status", `status ${status}, expected ${expected.status}`);
    const framing = readFraming(bytes, end);
    const start = end + 4;
    if (framing === "chunked") return readChunked(bytes, start, expected.body);
    if (framing !== expected.body.length) {
      throw new AnswerError("length", `a body of ${framing} bytes, expected ${expected.body.length}`);
    }
    if (bytes.length < start + framing) return -1;
    compare(bytes, start, start + framing, expected.body, 0);
    return start + framing;
  }
}

function readStatus(bytes: Buffer): number {
  const line = bytes.toString("latin1", 0, 13);
  if (!/^HTTP\/1\.1 \d{3}[ \r]/.test(line))
    throw new AnswerError("framing", `not a status line: ${JSON.stringify(line)}`);
  return Number(line.slice(9, 12));
}

/** The announced length of the body, or "chunked". */
function readFraming(bytes: Buffer, end: number): number | "chunked" {
  let length: number | undefined;
  let chunked = false;
  let at = bytes.indexOf(LF) + 1;
  while (at < end) {
    const next = bytes.indexOf(LF, at);
    const stop = next === -1 || next > end ? end : next - 1;
    // Only lines that begin with c or t can frame; the others stay bytes.
    const first = (bytes[at] ?? 0) | 0x20;
    if (first === 0x63 || first === 0x74) {
      const [name = "", value = ""] = splitHeader(bytes.toString("latin1", at, stop));
      if (name === "content-length") {
        if (length !== undefined || !/^\d+$/.test(value)) throw new AnswerError("framing", `Content-Length: ${value}`);
        length = Number(value);
      } else if (name === "transfer-encoding") {
        if (chunked || value.toLowerCase() !== "chunked")
          throw new AnswerError("framing", `Transfer-Encoding: ${value}`);
        chunked = true;
      } else if (name === "connection" && value.toLowerCase() === "close") {
        throw new AnswerError("framing", "the server closes the connection");
      }
    }
    at = stop + 2;
  }
  if (chunked === (length !== undefined)) {
    throw new AnswerError(
      "framing",
      chunked ? "both Content-Length and chunked" : "neither Content-Length nor chunked",
    );
  }
  return length ?? "chunked";
}

function splitHeader(line: string): [string, string] {
  const colon = line.indexOf(":");
  if (colon < 1) throw new AnswerError("framing", `not a header: ${JSON.stringify(line)}`);
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

/** Bytes up to the end of the last chunk, or -1 while it is incomplete. */
function readChunked(bytes: Buffer, start: number, body: Buffer): number {
  let at = start;
  let read = 0;
  for (;;) {
    const line = bytes.indexOf(LF, at);
    if (line === -1) return -1;
    const size = bytes.toString("latin1", at, line - 1);
    if (!/^[0-9a-fA-F]+$/.test(size) || bytes[line - 1] !== CR)
      throw new AnswerError("framing", `chunk size ${JSON.stringify(size)}`);
    const length = Number.parseInt(size, 16);
    const end = line + 1 + length;
    if (bytes.length < end + 2) return -1;
    if (bytes[end] !== CR || bytes[end + 1] !== LF) throw new AnswerError("framing", "a chunk does not end with CRLF");
    if (length === 0) break;
    if (read + length > body.length) throw new AnswerError("length", `a body of more than ${body.length} bytes`);
    compare(bytes, line + 1, end, body, read);
    read += length;
    at = end + 2;
  }
  if (read !== body.length) throw new AnswerError("length", `a body of ${read} bytes, expected ${body.length}`);
  return bytes.indexOf(LF, bytes.indexOf(LF, at) + 1) + 1;
}

function compare(bytes: Buffer, start: number, end: number, body: Buffer, from: number): void {
  if (bytes.compare(body, from, from + (end - start), start, end) !== 0) {
    const got = bytes.toString("latin1", start, Math.min(end, start + 80));
    throw new AnswerError("body", `a body other than the expected one: ${JSON.stringify(got)}`);
  }
}
