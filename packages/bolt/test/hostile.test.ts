import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { csrf } from "../src/csrf/index.ts";
import { bolt } from "../src/index.ts";
import { writeAnswer } from "../src/node/write-answer.ts";
import { serve, type Server } from "../src/node/index.ts";
import { raw } from "./raw.ts";

const MB = 1024 * 1024;
const reported: unknown[] = [];
const aborted: string[] = [];
const entered: string[] = [];
const app = bolt({ report: (error) => reported.push(error) });
app.get("/", () => "fine");
app.get("/host", (c) => c.url.href);
app.post("/form", async (c) => String([...(await c.form())].length));
app.post("/ignore", () => "ignored");
app.post("/slow-read", async (c) => {
  await sleep(20);
  return (await c.bytes()).byteLength.toString();
});
app.post("/abort", async (c) => {
  entered.push(c.path);
  try {
    await c.bytes();
  } catch (error) {
    aborted.push((error as { code: string }).code);
    throw error;
  }
});
app.get("/signal", async (c) => {
  entered.push(c.path);
  const { signal } = c;
  await new Promise((resolve) => signal.addEventListener("abort", resolve));
  aborted.push("signal");
});
app.get("/endless", () => {
  const pieces = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
    cancel: () => void aborted.push("endless"),
  });
  return new Response(pieces);
});
app.get("/broken-stream", () => {
  let pulls = 0;
  return new Response(
    new ReadableStream({
      async pull(controller) {
        await sleep(pulls * 20);
        if (pulls++ > 0) throw new Error("broken");
        controller.enqueue(new Uint8Array(10));
      },
    }),
  );
});

let server: Server;
beforeAll(async () => {
  server = await serve(app, { port: 0 });
});
afterAll(() => server.close(100));
afterEach(async () => {
  // The invariant of this file: whatever happened, the server goes on.
  expect(await (await fetch(server.url)).text()).toBe("fine");
});

const head = (line: string, ...headers: string[]): string => `${[line, ...headers].join("\r\n")}\r\n\r\n`;
const get = (target: string, ...headers: string[]): string =>
  head(`GET ${target} HTTP/1.1`, "Host: a", ...headers, "Connection: close");

describe("a malformed request", () => {
  test.each([
    ["a malformed escape", get("/%zz"), 400],
    ["a bad escape in a known path", get("/%"), 400],
    ["bytes beyond ASCII", get("/\xff"), 400],
    ["no Host", head("GET / HTTP/1.1", "Connection: close"), 400],
    ["two Hosts", head("GET / HTTP/1.1", "Host: a", "Host: a", "Connection: close"), 400],
    ["a Host with a path", head("GET / HTTP/1.1", "Host: a/b", "Connection: close"), 400],
    ["a Host with a user", head("GET / HTTP/1.1", "Host: a@b", "Connection: close"), 400],
    ["an empty Host", head("GET / HTTP/1.1", "Host:", "Connection: close"), 400],
    ["a target without a slash", get("x"), 400],
    ["an asterisk with GET", get("*"), 400],
    ["an asterisk with OPTIONS", head("OPTIONS * HTTP/1.1", "Host: a", "Connection: close"), 204],
    ["an absolute target", get("http://b:81/host?x"), 200],
    ["TRACE", head("TRACE / HTTP/1.1", "Host: a", "X-Secret: s", "Connection: close"), 405],
    ["CONNECT", head("CONNECT b:443 HTTP/1.1", "Host: b:443"), 405],
    ["an unknown method", head("BREW / HTTP/1.1", "Host: a", "Connection: close"), 400],
    ["a header over 16 KB", get("/", `X: ${"x".repeat(20_000)}`), 431],
    ["both lengths", head("POST /ignore HTTP/1.1", "Host: a", "Content-Length: 1", "Transfer-Encoding: chunked"), 400],
    [
      "a bad chunk",
      `${head("POST /form HTTP/1.1", "Host: a", "Content-Type: application/x-www-form-urlencoded", "Transfer-Encoding: chunked")}zz\r\n`,
      400,
    ],
    ["garbage", "\0\0\0\r\n\r\n", 400],
  ])("%s", async (_name, text, status) => {
    const answer = await raw(server.port, text).ended;
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).not.toContain("X-Secret");
  });

  test("an absolute target decides the origin, as the RFC wants", async () => {
    expect(await raw(server.port, get("http://B:81/host?x")).ended).toMatch(/\r\n\r\nhttp:\/\/b:81\/host\?x$/);
  });

  test("a path like a host stays a path", async () => {
    expect(await raw(server.port, get("//evil.example/host")).ended).toContain(" 404 ");
  });
});

describe("a large body", () => {
  const chunk = Buffer.alloc(64 * 1024, "x");

  /** Sends up to `total` bytes and goes on while the server takes them. */
  async function flood(text: string, total: number, chunked: boolean): Promise<{ answer: string; sent: number }> {
    const { socket, ended, received } = raw(server.port, text);
    let sent = 0;
    const piece = chunked ? Buffer.concat([Buffer.from("10000\r\n"), chunk, Buffer.from("\r\n")]) : chunk;
    while (sent < total && !socket.destroyed && received() === "") {
      if (!socket.write(piece))
        await Promise.race([new Promise((resolve) => socket.once("drain", resolve)), ended, sleep(50)]);
      sent += chunk.length;
    }
    return { answer: await ended, sent };
  }

  test.each([
    ["10 MB with its length", "/form", `Content-Length: ${10 * MB}`, 413, false],
    ["10 MB in chunks", "/form", "Transfer-Encoding: chunked", 413, true],
    ["10 MB in chunks that nobody reads", "/ignore", "Transfer-Encoding: chunked", 200, true],
    ["1 GB that nobody reads", "/ignore", `Content-Length: ${1024 * MB}`, 200, false],
    ["10 MB to an unknown path", "/nope", `Content-Length: ${10 * MB}`, 404, false],
  ])("%s is answered and cut off", async (_name, path, length, status, chunked) => {
    const type = "Content-Type: application/x-www-form-urlencoded";
    const text = head(`POST ${path} HTTP/1.1`, "Host: a", type, length);
    const { answer, sent } = await flood(text, 10 * MB, chunked);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toMatch(/\r\nConnection: close\r\n/i);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(sent).toBeLessThan(10 * MB);
  });

  test("is not read on when the client does not stop", async () => {
    let read = (_bytes: number): void => {};
    const bytesRead = new Promise<number>((resolve) => (read = resolve));
    const answer = { status: 200, headers: ["Content-Length", "2"], body: Buffer.from("ok"), release: undefined };
    const bare = createServer((request, response) => {
      request.socket.once("close", () => read(request.socket.bytesRead));
      writeAnswer(request, response, answer, false);
    });
    await once(bare.listen(0, "127.0.0.1"), "listening");
    const { port } = bare.address() as AddressInfo;
    const { socket, ended } = raw(port, head("POST / HTTP/1.1", "Host: a", `Content-Length: ${1024 * MB}`));
    while (!socket.destroyed) {
      if (!socket.write(chunk)) await Promise.race([new Promise((resolve) => socket.once("drain", resolve)), ended]);
      await sleep(0);
    }
    expect(await ended).toMatch(/^HTTP\/1\.1 200 [^]*ok$/);
    expect(await bytesRead).toBeLessThan(MB);
    bare.close();
  });

  test("a client that asks first is refused before it sends", async () => {
    const expecting = ["Host: a", "Expect: 100-continue", "Content-Type: application/x-www-form-urlencoded"];
    const refused = raw(server.port, head("POST /form HTTP/1.1", ...expecting, `Content-Length: ${10 * MB}`));
    expect(await refused.ended).toMatch(/^HTTP\/1\.1 413 /);
    const welcome = raw(
      server.port,
      head("POST /form HTTP/1.1", ...expecting, "Content-Length: 3", "Connection: close"),
    );
    expect(await welcome.waitFor(/\r\n\r\n/)).toBe("HTTP/1.1 100 Continue\r\n\r\n");
    welcome.socket.write("a=1");
    expect(await welcome.ended).toMatch(/HTTP\/1\.1 200 OK[^]*\r\n\r\n1$/);
  });

  test("fetch sees the answer to a 10 MB form", async () => {
    const response = await fetch(`${server.url}/form`, {
      method: "POST",
      body: new URLSearchParams({ a: "x".repeat(10 * MB) }),
    });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain("larger than the limit of 1048576 bytes");
  });

  test("a body that comes before it is read is read", async () => {
    const response = await fetch(`${server.url}/slow-read`, { method: "POST", body: "x".repeat(100_000) });
    expect(await response.text()).toBe("100000");
  });

  test("more than 1,000 fields are refused", async () => {
    const body = "a=1&".repeat(1001);
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    expect((await fetch(`${server.url}/form`, { method: "POST", headers, body })).status).toBe(400);
    expect((await fetch(`${server.url}/form`, { method: "POST", headers, body: body.slice(4) })).status).toBe(200);
  });

  test("a small body that nobody reads keeps the connection", async () => {
    const { socket, waitFor } = raw(
      server.port,
      `${head("POST /ignore HTTP/1.1", "Host: a", "Content-Length: 3")}a=1${get("/")}`,
    );
    expect(await waitFor(/fine$/)).toMatch(/^HTTP\/1\.1 200 OK[^]*ignored.*HTTP\/1\.1 200 OK/s);
    socket.destroy();
  });
});

describe("a client that goes away", () => {
  const until = async (word: string, list: readonly string[] = aborted): Promise<void> => {
    for (let i = 0; i < 300 && !list.includes(word); i++) await sleep(10);
    expect(list).toContain(word);
  };

  test("in the middle of its body", async () => {
    const { socket } = raw(server.port, `${head("POST /abort HTTP/1.1", "Host: a", "Content-Length: 10")}abc`);
    await until("/abort", entered);
    socket.destroy();
    await until("WATT_BOLT_BODY_ABORTED");
  });

  test("while the handler works aborts the signal", async () => {
    const { socket } = raw(server.port, get("/signal"));
    await until("/signal", entered);
    socket.destroy();
    await until("signal");
  });

  test("in the middle of a stream cancels the stream", async () => {
    const { socket, waitFor } = raw(server.port, get("/endless"));
    await waitFor(/\r\n\r\n/);
    socket.destroy();
    await until("endless");
  });
});

test("a stream that breaks cuts the connection, and does not end the chunks", async () => {
  const answer = await raw(server.port, head("GET /broken-stream HTTP/1.1", "Host: a")).ended;
  expect(answer).toContain("200 OK");
  expect(answer).not.toContain("\r\n0\r\n");
});

test("refusals under csrf keep their own status", async () => {
  const guarded = bolt().use(csrf({ secret: "x".repeat(32) }));
  guarded.post("/form", async (c) => [...(await c.form())]).delete("/form", () => "gone");
  const other = await serve(guarded, { port: 0 });
  const ask = async (path: string, init: RequestInit): Promise<number> => (await fetch(other.url + path, init)).status;
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  expect(await ask("/form", { method: "POST", headers, body: "x".repeat(2 * MB) })).toBe(413);
  expect(await ask("/form", { method: "POST", headers, body: "a=%zz" })).toBe(400);
  expect(await ask("/form", { method: "POST", headers, body: "a=1" })).toBe(403);
  expect(await ask("/form", { method: "PUT" })).toBe(405);
  await other.close();
});
