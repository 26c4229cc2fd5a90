import { request } from "node:http";
import type { Exchange, SocketCase } from "../api.ts";

/** Asks once with an independent client (node:http) and says what is wrong with the answer, if anything. */
export async function checkAnswer(
  port: number,
  benchmark: SocketCase,
  exchange: Exchange,
): Promise<string | undefined> {
  const answer = await ask(port, exchange);
  const type = answer.type.split(";")[0]?.trim().toLowerCase();
  if (answer.status !== benchmark.status)
    return `${exchange.path}: status ${answer.status}, expected ${benchmark.status}`;
  if (type !== benchmark.type) return `${exchange.path}: type "${answer.type}", expected "${benchmark.type}"`;
  if (answer.body !== exchange.body)
    return `${exchange.path}: body ${show(answer.body)}, expected ${show(exchange.body)}`;
  return undefined;
}

function show(text: string): string {
  return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text);
}

function ask(port: number, { method, path }: Exchange): Promise<{ status: number; type: string; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port, method, path, agent: false, timeout: 5_000 }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () =>
        resolve({
          status: incoming.statusCode ?? 0,
          type: incoming.headers["content-type"] ?? "",
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error(`${path}: no answer in 5 s`)));
    outgoing.on("error", reject);
    outgoing.end();
  });
}
