import { createServer, type IncomingMessage, type Server as HttpServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createOutputPool } from "@watt/conduit";
import type { Answer, OutputPool, Servable } from "../api.ts";
import { boltError } from "../errors.ts";
import { isPromise } from "../is-promise.ts";
import { NodeView } from "./node-view.ts";
import { readDestination } from "./request-target.ts";
import { Shutdown } from "./shutdown.ts";
import { writeAnswer } from "./write-answer.ts";

/** Options of `serve`. Times are in milliseconds. */
export interface ServeOptions {
  /** 0 takes a free one. @defaultValue 3000 */
  readonly port?: number;
  /** Address to listen on; `0.0.0.0` for all. @defaultValue "127.0.0.1" */
  readonly hostname?: string;
  /** Shuts down gracefully at SIGINT and SIGTERM; a second one ends the process at once. @defaultValue false */
  readonly signals?: boolean;
  /** Longest time for the head of a request. @defaultValue 15,000 */
  readonly headersTimeout?: number;
  /** Longest time for a whole request. @defaultValue 60,000 */
  readonly requestTimeout?: number;
  /** How long an idle connection is kept. @defaultValue 5,000 */
  readonly keepAliveTimeout?: number;
  /** Where pages are rendered to. @defaultValue a pool of this server */
  readonly output?: OutputPool;
}

/** A running server. */
export interface Server {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  readonly port: number;
  /** Resolves when the server has closed, however that began. */
  readonly closed: Promise<void>;
  /**
   * Stops accepting, lets requests that are under way finish, and closes idle connections at once.
   *
   * @param deadline milliseconds after which what is left is cut off. @defaultValue 10,000
   * @returns a promise for the end; the same one at every call.
   */
  close(deadline?: number): Promise<void>;
}

/**
 * Serves an app on `node:http`.
 *
 * @throws WATT_BOLT_PORT_IN_USE, WATT_BOLT_LISTEN_FAILED (the promise rejects)
 */
export async function serve(app: Servable, options: ServeOptions = {}): Promise<Server> {
  const { hostname = "127.0.0.1", port = 3000, output = createOutputPool() } = options;
  const server = createServer({
    headersTimeout: options.headersTimeout ?? 15_000,
    requestTimeout: options.requestTimeout ?? 60_000,
    keepAliveTimeout: options.keepAliveTimeout ?? 5_000,
  });
  const shutdown = new Shutdown(server);
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    shutdown.track(request.socket, response);
    respond(app, request, response, output, shutdown);
  };
  // Why both: with a listener of its own, `100 Continue` is only sent when somebody reads the body.
  server.on("request", onRequest).on("checkContinue", onRequest);
  server.on("connect", (_request, socket) =>
    socket.end("HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
  );
  await listen(server, port, hostname);
  if (options.signals === true) shutdown.onSignals();
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${bound}`,
    port: bound,
    closed: shutdown.closed,
    close: (deadline) => shutdown.begin(deadline),
  };
}

function respond(
  app: Servable,
  request: IncomingMessage,
  response: ServerResponse,
  output: OutputPool,
  shutdown: Shutdown,
): void {
  const { target, origin, failure } = readDestination(request, "http");
  const view = new NodeView(request, response, target, origin);
  const write = (answer: Answer): void => writeAnswer(request, response, answer, shutdown.begun);
  const lose = (error: unknown): void => fail(response, error);
  try {
    const answer = app.handle(view, output, failure);
    if (isPromise(answer)) void answer.then(write).then(undefined, lose);
    else write(answer);
  } catch (error) {
    lose(error);
  }
}

/** What the app answered could not be written: this response is lost, and no other. */
function fail(response: ServerResponse, error: unknown): void {
  console.error(error);
  response.destroy();
}

function listen(server: HttpServer, port: number, hostname: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: NodeJS.ErrnoException): void => {
      const details = { port, hostname, reason: cause.code ?? cause.message };
      const code = cause.code === "EADDRINUSE" ? "WATT_BOLT_PORT_IN_USE" : "WATT_BOLT_LISTEN_FAILED";
      reject(boltError(code, details, { cause }));
    };
    server.once("error", refuse);
    server.listen(port, hostname, () => {
      // Why a listener stays: a failed accept is an event too, and without one it ends the process.
      server.off("error", refuse).on("error", (error) => console.error(error));
      resolve();
    });
  });
}
