import { connect, type Socket } from "node:net";

/** A connection that sends exactly what it is told, and remembers what came back. */
export interface Raw {
  readonly socket: Socket;
  /** Everything received so far, as Latin-1. */
  readonly received: () => string;
  /** Resolves with everything received when the server has closed the connection. */
  readonly ended: Promise<string>;
  /** Resolves when what was received matches. */
  waitFor(pattern: RegExp): Promise<string>;
}

/** Connects to a port of this machine and sends text. */
export function raw(port: number, text = ""): Raw {
  const socket = connect(port, "127.0.0.1");
  let received = "";
  const waiting = new Set<() => void>();
  const tell = (): void => {
    for (const check of waiting) check();
  };
  socket.on("data", (chunk: Buffer) => {
    received += chunk.toString("latin1");
    tell();
  });
  socket.on("error", () => {});
  const ended = new Promise<string>((resolve) => {
    socket.once("close", () => {
      resolve(received);
      tell();
    });
  });
  if (text !== "") socket.write(text, "latin1");
  const waitFor = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        if (pattern.test(received)) resolve(received);
        else if (socket.destroyed) reject(new Error(`closed after: ${received}`));
        else return;
        waiting.delete(check);
      };
      waiting.add(check);
      check();
    });
  return { socket, received: () => received, ended, waitFor };
}
