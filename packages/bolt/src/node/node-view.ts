import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestView } from "../api.ts";
import { boltError } from "../errors.ts";
import { join } from "../web-view.ts";

/** A Node request as the app sees it. Nothing is parsed or made before it is read. */
export class NodeView implements RequestView {
  readonly method: string;
  readonly target: string;
  readonly origin: string;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  #abort: AbortController | undefined;

  constructor(request: IncomingMessage, response: ServerResponse, target: string, origin: string) {
    this.method = request.method as string;
    this.target = target;
    this.origin = origin;
    this.#request = request;
    this.#response = response;
  }

  get signal(): AbortSignal {
    if (this.#abort === undefined) {
      const abort = (this.#abort = new AbortController());
      const response = this.#response;
      const check = (): void => {
        if (!response.writableFinished) abort.abort();
      };
      if (response.closed || response.destroyed) check();
      else response.once("close", check);
    }
    return this.#abort.signal;
  }

  header(name: string): string | null {
    const value = this.#request.headers[name];
    if (value === undefined) return null;
    return typeof value === "string" ? value : value.join(", ");
  }

  read(limit: number): Promise<Uint8Array> {
    const request = this.#request;
    if (Number(request.headers["content-length"] ?? 0) > limit) {
      return Promise.reject(boltError("WATT_BOLT_BODY_TOO_LARGE", { limit }));
    }
    if (expectsContinue(request)) this.#response.writeContinue();
    return new Promise((resolve, reject) => {
      const chunks: Uint8Array[] = [];
      let length = 0;
      const stop = (): void => {
        request.off("data", take).off("end", finish).off("close", abort).off("error", abort);
      };
      const take = (chunk: Uint8Array): void => {
        length += chunk.byteLength;
        if (length <= limit) return void chunks.push(chunk);
        stop();
        // What is still to come is the writer's business: see `finishUnread`.
        request.pause();
        reject(boltError("WATT_BOLT_BODY_TOO_LARGE", { limit }));
      };
      const finish = (): void => {
        stop();
        resolve(join(chunks, length));
      };
      const abort = (): void => {
        stop();
        request.on("error", ignore);
        reject(boltError("WATT_BOLT_BODY_ABORTED"));
      };
      if (request.destroyed && !request.readableEnded) return abort();
      request.on("data", take).on("end", finish).on("close", abort).on("error", abort);
    });
  }
}

/** True for a client that waits for `100 Continue` before it sends its body. */
export function expectsContinue(request: IncomingMessage): boolean {
  return request.headers.expect !== undefined && /100-continue/i.test(request.headers.expect);
}

function ignore(): void {}
