import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

const DEADLINE = 10_000;
/** After a signal: how long what keeps the process alive may go on when the server has closed, in milliseconds. */
const LINGER = 1_000;

/** Closes a server without cutting off requests that are under way. */
export class Shutdown {
  readonly closed: Promise<void>;
  readonly #server: Server;
  /** Open connections and the responses under way on each. */
  readonly #sockets: Map<Socket, number> = new Map();
  #begun = false;

  constructor(server: Server) {
    this.#server = server;
    this.closed = new Promise((resolve) => server.once("close", resolve));
    server.on("connection", (socket: Socket) => {
      this.#sockets.set(socket, 0);
      socket.once("close", () => this.#sockets.delete(socket));
    });
  }

  /** Whether responses must tell clients that the connection ends. */
  get begun(): boolean {
    return this.#begun;
  }

  /** Counts a response as under way until it has been sent or given up. */
  track(socket: Socket, response: ServerResponse): void {
    this.#sockets.set(socket, (this.#sockets.get(socket) ?? 0) + 1);
    response.once("close", () => {
      const left = this.#sockets.get(socket);
      if (left === undefined) return;
      this.#sockets.set(socket, left - 1);
      if (this.#begun && left === 1) socket.destroySoon();
    });
  }

  begin(deadline: number = DEADLINE): Promise<void> {
    if (this.#begun) return this.closed;
    this.#begun = true;
    this.#server.close();
    // Why not closeIdleConnections: it spares connections that never sent a byte, and browsers open those ahead.
    for (const [socket, underWay] of this.#sockets) if (underWay === 0) socket.destroy();
    const timer = setTimeout(() => this.#server.closeAllConnections(), deadline);
    return this.closed.finally(() => clearTimeout(timer));
  }

  onSignals(): void {
    const signals = ["SIGINT", "SIGTERM"] as const;
    const stop = (): void => {
      // A second signal finds no listener, and ends the process.
      for (const signal of signals) process.off(signal, stop);
      void this.begin().then(() => setTimeout(() => process.exit(), LINGER).unref());
    };
    for (const signal of signals) process.on(signal, stop);
    void this.closed.then(() => {
      for (const signal of signals) process.off(signal, stop);
    });
  }
}
