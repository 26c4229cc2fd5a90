import { connect, type Socket } from "node:net";
import type { LoadJob, LoadReport } from "./api.ts";
import { Histogram } from "./histogram.ts";
import { type Expected, ResponseReader } from "./response-reader.ts";

const GRACE_MS = 5_000;
const HOST = "127.0.0.1";

interface Prepared {
  readonly request: Buffer;
  readonly expected: Expected;
}

/**
 * Closed-loop load: each connection sends its next request when the last answer is complete. After the duration no new
 * request is sent and the outstanding answers are awaited, so that requests counted here and there are equal.
 */
export async function sendLoad(job: LoadJob): Promise<LoadReport> {
  const prepared = job.exchanges.map((exchange) => prepare(exchange, job));
  const burst = new Burst(job, prepared);
  return burst.run();
}

function prepare({ method, path, body }: LoadJob["exchanges"][number], job: LoadJob): Prepared {
  const head = `${method} ${path} HTTP/1.1\r\nHost: ${HOST}:${job.port}\r\n\r\n`;
  return { request: Buffer.from(head, "latin1"), expected: { status: job.status, body: Buffer.from(body) } };
}

class Burst {
  readonly #job: LoadJob;
  readonly #prepared: readonly Prepared[];
  readonly #latencies: Histogram = new Histogram();
  #faults = 0;
  #firstFault: string | undefined;
  #deadline = 0;
  #lastAnswer = 0;

  constructor(job: LoadJob, prepared: readonly Prepared[]) {
    this.#job = job;
    this.#prepared = prepared;
  }

  async run(): Promise<LoadReport> {
    const sockets = await Promise.all(Array.from({ length: this.#job.connections }, () => open(this.#job.port)));
    const start = performance.now();
    this.#deadline = start + this.#job.durationMs;
    const step = Math.max(1, Math.floor(this.#prepared.length / sockets.length));
    const done = sockets.map((socket, index) => this.#drive(socket, index * step));
    const giveUp = setTimeout(
      () => {
        for (const socket of sockets) socket.destroy(new Error("no answer in time"));
      },
      this.#job.durationMs + (this.#job.graceMs ?? GRACE_MS),
    );
    await Promise.all(done);
    clearTimeout(giveUp);
    return {
      tool: "own",
      requests: this.#latencies.count,
      faults: this.#faults,
      firstFault: this.#firstFault,
      elapsedMs: this.#lastAnswer - start,
      p50Us: this.#latencies.quantile(0.5),
      p99Us: this.#latencies.quantile(0.99),
    };
  }

  /** Runs one connection to its end; never rejects. */
  #drive(socket: Socket, first: number): Promise<void> {
    const reader = new ResponseReader();
    let next = first;
    let sent = 0;
    let finished = false;
    const send = (): void => {
      const prepared = this.#prepared[next++ % this.#prepared.length] as Prepared;
      reader.expect(prepared.expected);
      sent = performance.now();
      socket.write(prepared.request);
    };
    return new Promise((resolve) => {
      socket.on("data", (chunk: Buffer) => {
        try {
          if (!reader.push(chunk)) return;
        } catch (error) {
          socket.destroy(error instanceof Error ? error : new Error(String(error)));
          return;
        }
        const now = performance.now();
        this.#lastAnswer = now;
        this.#latencies.add((now - sent) * 1000);
        finished = now >= this.#deadline;
        if (finished) socket.destroy();
        else send();
      });
      socket.on("error", (error) => this.#fault(error));
      socket.on("close", (hadError) => {
        if (!finished && !hadError) this.#fault(new Error("the server closed the connection"));
        resolve();
      });
      send();
    });
  }

  #fault(error: Error): void {
    this.#faults++;
    this.#firstFault ??= error.message;
  }
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: HOST, noDelay: true });
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.off("error", reject);
      resolve(socket);
    });
  });
}
