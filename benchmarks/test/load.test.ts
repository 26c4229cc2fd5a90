import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Server } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { LoadJob, LoadReport } from "../src/load/api.ts";
import { startChild } from "../src/load/child.ts";
import { sendLoad } from "../src/load/send-load.ts";
import { findWrk, parseWrk, sendLoadWithWrk } from "../src/load/wrk.ts";

const BODY = "a constant body";
const open: Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function listen(server: Server): Promise<number> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** A server that counts what it was asked; `answer` may spoil some of the answers. */
async function serve(
  answer: (request: IncomingMessage, response: ServerResponse, count: number) => void,
): Promise<{ port: number; asked: () => number }> {
  let count = 0;
  const server = createServer((request, response) => answer(request, response, ++count));
  return { port: await listen(server), asked: () => count };
}

function job(port: number, change: Partial<LoadJob> = {}): LoadJob {
  const exchanges = [{ method: "GET", path: "/", body: BODY }];
  return { port, connections: 8, durationMs: 300, status: 200, exchanges, ...change };
}

describe("the own load generator", () => {
  test("counts exactly the requests that the server counted", async () => {
    const { port, asked } = await serve((_request, response) => response.end(BODY));
    const report = await sendLoad(job(port));
    expect(report.faults).toBe(0);
    expect(report.requests).toBeGreaterThan(8);
    expect(report.requests).toBe(asked());
    expect(report.elapsedMs).toBeGreaterThanOrEqual(300);
  });

  test("does so from a process of its own", { timeout: 20_000 }, async () => {
    const { port, asked } = await serve((_request, response) => response.end(BODY));
    const options = { words: [], cwd: import.meta.dirname, nodeFlags: [] };
    const child = startChild(join(import.meta.dirname, "../src/load/generator.ts"), options, undefined);
    try {
      const first = (await child.ask(job(port), 15_000)) as LoadReport;
      const second = (await child.ask(job(port), 15_000)) as LoadReport;
      expect(first.faults + second.faults).toBe(0);
      expect(first.requests + second.requests).toBe(asked());
    } finally {
      await child.stop();
    }
  });

  test("rotates through its exchanges and holds each path to its own body", async () => {
    const seen = new Map<string, number>();
    const { port } = await serve((request, response) => {
      const path = request.url ?? "";
      seen.set(path, (seen.get(path) ?? 0) + 1);
      response.end(`you asked for ${path}`);
    });
    const paths = Array.from({ length: 50 }, (_, index) => `/item/${index}`);
    const exchanges = paths.map((path) => ({ method: "GET", path, body: `you asked for ${path}` }));
    const report = await sendLoad(job(port, { exchanges }));
    expect(report.firstFault).toBeUndefined();
    expect([...seen.keys()].toSorted()).toEqual(paths.toSorted());
  });

  test.each<[string, (response: ServerResponse) => void, RegExp]>([
    ["a wrong body of the right length", (response) => response.end(BODY.replace("a", "b")), /other than the expected/],
    ["a body that is too short", (response) => response.end("a"), /a body of 1 bytes, expected 15/],
    ["a wrong status", (response) => response.writeHead(500).end(BODY), /status 500, expected 200/],
    ["a closed connection", (response) => response.socket?.destroy(), /closed the connection|ECONNRESET/],
    [
      "the announcement of a close",
      (response) => response.setHeader("Connection", "close").end(BODY),
      /closes the connection/,
    ],
  ])("sees %s among right answers", async (_, spoil, message) => {
    const { port } = await serve((_request, response, count) => {
      if (count === 20) spoil(response);
      else response.end(BODY);
    });
    const report = await sendLoad(job(port));
    expect(report.faults).toBe(1);
    expect(report.firstFault).toMatch(message);
    expect(report.requests).toBeGreaterThanOrEqual(19);
  });

  test("sees bytes that nobody asked for", async () => {
    const server = createSocketServer((socket) => {
      socket.on("error", () => {});
      socket.on("data", () => socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}HTTP/1.1`));
    });
    const report = await sendLoad(job(await listen(server), { connections: 1 }));
    expect(report.firstFault).toMatch(/8 bytes after the end/);
  });

  test("shows one slow answer in twenty in p99 and not in the number of answers", async () => {
    const SLOW_MS = 60;
    const { port, asked } = await serve((_request, response, count) => {
      if (count % 20 === 0) setTimeout(() => response.end(BODY), SLOW_MS);
      else response.end(BODY);
    });
    const report = await sendLoad(job(port, { connections: 2, durationMs: 600 }));
    expect(report.requests).toBe(asked());
    // A timer may fire up to a millisecond early, and a bucket of the histogram is 3 % wide.
    expect(report.p99Us).toBeGreaterThanOrEqual((SLOW_MS - 1) * 1000 * 0.96);
    expect(report.p50Us).toBeLessThan(report.p99Us);
  });

  test("gives up on a server that never answers", async () => {
    const server = createSocketServer((socket) => socket.on("error", () => {}).resume());
    const report = await sendLoad(job(await listen(server), { connections: 2, durationMs: 50, graceMs: 100 }));
    expect(report).toMatchObject({ requests: 0, faults: 2, firstFault: "no answer in time" });
  });
});

describe("wrk", () => {
  test("its line is read, whatever else it prints", () => {
    const text = "Running 1s test\n  2 threads\nwatt requests=41234 micros=1000321 faults=0 p50=812 p99=2210\n";
    expect(parseWrk(text, "4.1.0")).toEqual({
      tool: "wrk 4.1.0",
      requests: 41_234,
      faults: 0,
      firstFault: undefined,
      elapsedMs: 1000.321,
      p50Us: 812,
      p99Us: 2210,
    });
    expect(parseWrk(text.replace("faults=0", "faults=3"), "4.1.0").firstFault).toBe("wrk counted 3 errors");
    expect(() => parseWrk("unable to connect", "4.1.0")).toThrow("unable to connect");
  });

  const version = findWrk();
  test.skipIf(version === undefined)(
    "counts what the server counted (skipped where wrk is not on the PATH)",
    { timeout: 20_000 },
    async () => {
      const paths = new Set<string>();
      const { port, asked } = await serve((request, response) => {
        paths.add(request.url ?? "");
        response.end(BODY);
      });
      const exchanges = ["/a", "/b", "/c"].map((path) => ({ method: "GET", path, body: BODY }));
      const report = await sendLoadWithWrk(job(port, { durationMs: 1000, exchanges }), version ?? "");
      expect(report.faults).toBe(0);
      // wrk stops without waiting for what is under way: at most one request a connection.
      expect(asked() - report.requests).toBeGreaterThanOrEqual(0);
      expect(asked() - report.requests).toBeLessThanOrEqual(8);
      expect([...paths].toSorted()).toEqual(["/a", "/b", "/c"]);
    },
  );
});
