import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeDataFolder, type RunningServer, startServer } from "./start-server.ts";

/** A browser's memory of one page: its cookie and its token. */
interface Visit {
  readonly cookie: string;
  readonly token: string;
}

const data = makeDataFolder();
let server: RunningServer;
let visit: Visit;

beforeAll(async () => {
  server = await startServer(data.path);
  visit = await open(server.url);
});

afterAll(async () => {
  await server?.stop();
  data.remove();
});

async function open(url: string): Promise<Visit> {
  const response = await fetch(url);
  const token = /name="csrf-token" content="([^"]+)"/.exec(await response.text())?.[1] ?? "";
  return { cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "", token };
}

function add(url: string, title: string): Promise<Response> {
  const body = new URLSearchParams({ _csrf: visit.token, title });
  return fetch(`${url}/todos`, { method: "POST", headers: { cookie: visit.cookie }, body, redirect: "manual" });
}

/** Sends bytes as they are, for what `fetch` would mend; gives the status line and headers of the answer. */
function sendRaw(port: number, head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(head));
    socket.setEncoding("utf8").on("data", (chunk) => (text += chunk));
    socket.on("error", reject).on("close", () => resolve(text));
  });
}

describe("a bad request is refused and the server goes on", () => {
  const form = "application/x-www-form-urlencoded";
  const post = (headers: Record<string, string>, body: BodyInit): Promise<Response> =>
    fetch(`${server.url}/todos`, { method: "POST", headers, body, redirect: "manual" });
  const withToken = (): Record<string, string> => ({ cookie: visit.cookie, "x-csrf-token": visit.token });
  const big = `_csrf=x&title=${"x".repeat(10_000_000)}`;

  test.each<[string, number, () => Promise<Response>]>([
    ["a malformed escape in the path", 400, () => fetch(`${server.url}/%E0%A4%A`)],
    ["a path that is not UTF-8", 400, () => fetch(`${server.url}/todos/%FF`)],
    ["a 10 MB form", 413, () => post({ ...withToken(), "content-type": form }, big)],
    ["a 10 MB form without a token", 413, () => post({ cookie: visit.cookie, "content-type": form }, big)],
    [
      "JSON where a form belongs",
      415,
      () => post({ ...withToken(), "content-type": "application/json" }, '{"title":"x"}'),
    ],
    ["text where a form belongs", 415, () => post({ ...withToken(), "content-type": "text/plain" }, "title=x")],
    ["a form with a file", 415, () => post(withToken(), withFile())],
    ["a form that is not UTF-8", 400, () => post({ ...withToken(), "content-type": form }, "title=%FF")],
    ["no token", 403, () => post({ cookie: visit.cookie, "content-type": form }, "title=x")],
    [
      "a token of another browser",
      403,
      () => open(server.url).then(({ cookie }) => post({ ...withToken(), cookie, "content-type": form }, "title=x")),
    ],
    [
      "a page of another site",
      403,
      () => post({ ...withToken(), "sec-fetch-site": "cross-site", "content-type": form }, "title=x"),
    ],
    [
      "DELETE by _method without a token",
      403,
      () =>
        fetch(`${server.url}/todos/1`, {
          method: "POST",
          headers: { cookie: visit.cookie },
          body: new URLSearchParams({ _method: "delete" }),
          redirect: "manual",
        }),
    ],
    ["an unknown address", 404, () => fetch(`${server.url}/nowhere`)],
    ["a way out of the folder of files", 404, () => fetch(`${server.url}/assets/..%2f..%2fpackage.json`)],
  ])("%s: %i", async (_, status, send) => {
    const before = data.rows();
    expect((await send()).status).toBe(status);
    expect(data.rows()).toEqual(before);
    expect((await fetch(server.url)).status).toBe(200);
  });

  test.each([
    ["PUT", "/todos", "GET, HEAD, OPTIONS, POST"],
    ["POST", "/", "GET, HEAD, OPTIONS"],
    ["GET", "/todos/1/done", "OPTIONS, PUT"],
  ])("%s %s: 405, and Allow says what may be asked", async (method, path, allow) => {
    const response = await fetch(server.url + path, { method, headers: withToken() });
    expect([response.status, response.headers.get("allow")?.split(", ").sort().join(", ")]).toEqual([405, allow]);
    expect((await fetch(server.url)).status).toBe(200);
  });

  test.each([
    ["a path with a bare NUL", "GET /\0 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"],
    ["no HTTP at all", "hello\r\n\r\n"],
    ["two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n"],
  ])("%s: 400", async (_, head) => {
    expect(await sendRaw(server.port, head)).toMatch(/^HTTP\/1\.1 400 /);
    expect((await fetch(server.url)).status).toBe(200);
  });

  function withFile(): FormData {
    const body = new FormData();
    body.append("title", new Blob(["x"]), "x.txt");
    return body;
  }
});

test("data and open pages survive kill -9 between two requests", async () => {
  expect((await add(server.url, "before")).status).toBe(303);
  expect(await server.stop("SIGKILL")).toEqual([null, "SIGKILL"]);
  expect(data.rows().map(({ title }) => title)).toContain("before");
  server = await startServer(data.path, server.port);
  expect(await (await fetch(server.url)).text()).toContain("before");
  // With the token and the cookie of a page from before the kill.
  expect((await add(server.url, "after")).status).toBe(303);
  expect(data.rows().map(({ title }) => title)).toEqual(["before", "after"]);
});

test("kill -9 in the middle of many requests loses none that was answered", async () => {
  const answered: string[] = [];
  const sending = Array.from({ length: 200 }, async (_, i) => {
    try {
      if ((await add(server.url, `n${i}`)).status === 303) answered.push(`n${i}`);
    } catch {
      // Its answer did not come.
    }
    if (answered.length === 20) await server.stop("SIGKILL");
  });
  await Promise.all(sending);
  expect(answered.length).toBeGreaterThanOrEqual(20);
  expect(answered.length).toBeLessThan(200);
  const titles = new Set(data.rows().map(({ title }) => title));
  expect(answered.filter((title) => !titles.has(title))).toEqual([]);
  server = await startServer(data.path, server.port);
  expect((await fetch(server.url)).status).toBe(200);
});

test("SIGTERM ends it with code 0", async () => {
  await fetch(server.url);
  expect(await server.stop()).toEqual([0, null]);
  server = await startServer(data.path);
});

test("a taken port is said in one sentence", async () => {
  // Node 22 warns on top of it that SQLite is experimental there.
  await expect(startServer(data.path, server.port)).rejects.toThrow(
    /^The server did not start:\n(?:\(.*\n)*WATT_BOLT_PORT_IN_USE: [^\n]*\n$/,
  );
});
