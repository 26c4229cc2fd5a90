import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "../api.ts";
import { cancelBody } from "../cancel-body.ts";
import { expectsContinue } from "./node-view.ts";

/** A rest of a request body that Node may quietly read to keep the connection, in bytes. */
const DRAIN_LIMIT = 64 * 1024;
/** How long a client that is still sending may take to read the answer, in milliseconds. */
const LINGER = 500;

/** Writes an answer. A lease is given back once: when the bytes have gone to the system, or the connection has. */
export function writeAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  closing: boolean,
): void {
  const { status, body, release } = answer;
  if (release !== undefined) releaseWhenDone(response, release);
  // Invariant: a response that is already closed never emits again, and `releaseWhenDone` has seen to the lease.
  if (response.destroyed) {
    if (body !== null && !(body instanceof Uint8Array)) cancelBody(body);
    return;
  }
  response.on("error", ignore);
  const unread = leavesBody(request);
  const headers = closing || unread ? [...answer.headers, "Connection", "close"] : (answer.headers as string[]);
  response.writeHead(status, headers);
  if (body !== null && !(body instanceof Uint8Array)) return void writeStream(response, body);
  if (!unread) {
    response.end(body ?? undefined);
    return;
  }
  if (body !== null) response.write(body);
  else response.flushHeaders();
  finishUnread(request, response);
}

function releaseWhenDone(response: ServerResponse, release: () => void): void {
  let held = true;
  const done = (): void => {
    if (!held) return;
    held = false;
    release();
  };
  if (response.destroyed) done();
  else response.once("finish", done).once("close", done);
}

/** Whether so much of the body is unread that the connection cannot be kept. */
function leavesBody(request: IncomingMessage): boolean {
  if (request.complete) return false;
  if (expectsContinue(request) && request.readableFlowing === null) return true;
  if (request.headers["transfer-encoding"] !== undefined) return true;
  return Number(request.headers["content-length"] ?? 0) > DRAIN_LIMIT;
}

/**
 * The answer is written; its end is held back. Why: Node would read the rest of the body whatever its size, or close
 * at once, and closing on unread bytes resets the connection before the client has seen the answer.
 */
function finishUnread(request: IncomingMessage, response: ServerResponse): void {
  let left = DRAIN_LIMIT;
  const end = (): void => {
    clearTimeout(timer);
    request.off("data", count).off("end", end).off("close", end);
    request.pause();
    response.end();
    // Why: the end of the response makes Node resume the request; the socket goes before more is read.
    response.once("finish", () => request.socket.destroySoon());
  };
  const count = (chunk: Uint8Array): void => {
    left -= chunk.byteLength;
    if (left < 0) request.pause();
  };
  const timer = setTimeout(end, LINGER);
  request.on("error", ignore);
  request.on("data", count).once("end", end).once("close", end);
  request.resume();
}

async function writeStream(response: ServerResponse, body: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const chunk of body) {
      if (response.destroyed) return;
      if (!response.write(chunk)) await drained(response);
    }
    response.end();
  } catch {
    // The head is gone, so all that is left is to cut the connection: the client must not take this for the whole.
    response.destroy();
  }
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off("drain", done).off("close", done);
      resolve();
    };
    response.once("drain", done).once("close", done);
  });
}

// The client has gone: `close` says so too, and there is nobody to tell.
function ignore(): void {}
