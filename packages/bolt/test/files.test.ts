import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { file, files } from "../src/files/index.ts";
import { bolt } from "../src/index.ts";
import { serve } from "../src/node/index.ts";
import { type Driver, drivers } from "./drivers.ts";
import { raw } from "./raw.ts";

const scratch = mkdtempSync(join(tmpdir(), "bolt-files-"));
const root = join(scratch, "public");
const big = Buffer.alloc(1_000_000, "0123456789");
const modified = new Date("2026-01-02T03:04:05Z");

mkdirSync(join(root, "sub", ".hidden"), { recursive: true });
mkdirSync(join(scratch, "public-private"));
for (const [name, content] of [
  ["public/app.js", "let a;"],
  ["public/page.HTML", "<p>"],
  ["public/ü b.txt", "ü"],
  ["public/data", "bytes"],
  ["public/empty.css", ""],
  ["public/big.bin", big],
  ["public/sub/a.css", "a{}"],
  ["public/sub/.hidden/x.txt", "secret"],
  ["public/.env", "secret"],
  ["outside.txt", "secret"],
  ["public-private/x.txt", "secret"],
] as const) {
  writeFileSync(join(scratch, name), content);
}
utimesSync(join(root, "app.js"), modified, modified);
symlinkSync(join(scratch, "outside.txt"), join(root, "link.txt"));
symlinkSync(join(scratch, "public-private"), join(root, "linked"));
symlinkSync(join(root, "app.js"), join(root, "inside.js"));

const app = bolt();
app.get("/assets/*path", files(pathToFileURL(`${root}/`)));
app.get("/kept/*path", files(root, { immutable: true }));
app.get("/aged/*path", files(root, { maxAge: 60 }));
app.get("/favicon.ico", file(join(root, "app.js"), { maxAge: 5 }));
afterAll(() => rmSync(scratch, { recursive: true }));

describe.each(drivers)("$name", ({ open }) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await open(app);
  });
  afterAll(() => driver.close());

  test.each([
    ["/assets/app.js", "text/javascript; charset=utf-8", "let a;"],
    ["/assets/inside.js", "text/javascript; charset=utf-8", "let a;"],
    ["/assets/page.HTML", "text/html; charset=utf-8", "<p>"],
    ["/assets/%C3%BC%20b.txt", "text/plain; charset=utf-8", "ü"],
    ["/assets/data", "application/octet-stream", "bytes"],
    ["/assets/empty.css", "text/css; charset=utf-8", ""],
    ["/assets/sub/a.css?v=1", "text/css; charset=utf-8", "a{}"],
    ["/favicon.ico", "text/javascript; charset=utf-8", "let a;"],
    ["/assets/big.bin", "application/octet-stream", big.toString()],
  ])("%s", async (path, type, text) => {
    const response = await driver.send(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("content-length")).toBe(String(Buffer.byteLength(text)));
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await response.text()) === text).toBe(true);
    const headOnly = await driver.send(path, { method: "HEAD" });
    expect(headOnly.headers.get("content-length")).toBe(String(Buffer.byteLength(text)));
    expect(headOnly.headers.get("etag")).toBe(response.headers.get("etag"));
    expect(await headOnly.text()).toBe("");
  });

  test.each([
    ["/assets/app.js", "no-cache"],
    ["/kept/app.js", "public, max-age=31536000, immutable"],
    ["/aged/app.js", "public, max-age=60"],
    ["/favicon.ico", "public, max-age=5"],
    ["/kept/nope.js", "no-store"],
  ])("%s is cached as %s", async (path, control) => {
    expect((await driver.send(path)).headers.get("cache-control")).toBe(control);
  });

  test("a client that has it gets 304", async () => {
    const response = await driver.send("/assets/app.js");
    const tag = response.headers.get("etag") as string;
    expect(tag).toMatch(/^"[^"]+"$/);
    expect(response.headers.get("last-modified")).toBe("Fri, 02 Jan 2026 03:04:05 GMT");
    const status = async (headers: Record<string, string>): Promise<number> =>
      (await driver.send("/assets/app.js", { headers })).status;
    expect(await status({ "If-None-Match": tag })).toBe(304);
    expect(await status({ "If-None-Match": `"x", W/${tag}` })).toBe(304);
    expect(await status({ "If-None-Match": "*" })).toBe(304);
    expect(await status({ "If-None-Match": '"x"' })).toBe(200);
    expect(await status({ "If-Modified-Since": "Fri, 02 Jan 2026 03:04:05 GMT" })).toBe(304);
    expect(await status({ "If-Modified-Since": "Fri, 02 Jan 2026 03:04:04 GMT" })).toBe(200);
    expect(await status({ "If-Modified-Since": "nonsense" })).toBe(200);
    expect(await status({ "If-None-Match": '"x"', "If-Modified-Since": "Fri, 02 Jan 2026 03:04:05 GMT" })).toBe(200);
    const fresh = await driver.send("/assets/app.js", { headers: { "If-None-Match": tag } });
    expect(await fresh.text()).toBe("");
    expect(fresh.headers.get("etag")).toBe(tag);
  });

  test("a file that changed has another tag", async () => {
    const before = (await driver.send("/assets/data")).headers.get("etag");
    writeFileSync(join(root, "data"), "bytes");
    utimesSync(join(root, "data"), new Date(), new Date(Date.now() + 5));
    expect((await driver.send("/assets/data")).headers.get("etag")).not.toBe(before);
  });

  test("an abandoned stream does not break the next one", async () => {
    for (let i = 0; i < 20; i++) await (await driver.send("/assets/big.bin")).body?.cancel();
    expect((await (await driver.send("/assets/big.bin")).arrayBuffer()).byteLength).toBe(big.length);
  });

  test("other methods are 405", async () => {
    expect((await driver.send("/assets/app.js", { method: "POST" })).status).toBe(405);
  });
});

describe("what must not be served", () => {
  test.each([
    "/assets/nope.js",
    "/assets/sub",
    "/assets/sub/",
    "/assets/",
    "/assets//app.js",
    "/assets/.env",
    "/assets/sub/.hidden/x.txt",
    "/assets/./app.js",
    "/assets/../outside.txt",
    "/assets/sub/../../outside.txt",
    "/assets/%2e%2e/outside.txt",
    "/assets/%2E%2E%2Foutside.txt",
    "/assets/sub%2F..%2F..%2Foutside.txt",
    "/assets/..%5Coutside.txt",
    "/assets/sub\\..\\..\\outside.txt",
    "/assets/app.js%00.txt",
    "/assets/%00",
    "/assets/%2Fetc%2Fpasswd",
    "/assets//etc/passwd",
    "/assets/c:%5Coutside.txt",
    "/assets/app.js::$DATA",
    "/assets/link.txt",
    "/assets/linked/x.txt",
    "/assets/..%2Fpublic-private%2Fx.txt",
    "/assets/%252e%252e/outside.txt",
    "/assets/..;/outside.txt",
    "/assets/app.js/",
    "/assets/app.js/x",
    `/assets/${"a".repeat(5000)}`,
  ])("%s", async (path) => {
    const server = await serve(app, { port: 0 });
    const answer = await raw(server.port, `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`).ended;
    await server.close();
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).not.toContain("secret");
  });
});

test.each([
  ["files", () => files(join(scratch, "nope"))],
  ["files of a file", () => files(join(root, "app.js"))],
  ["file", () => file(join(scratch, "nope"))],
  ["file of a folder", () => file(root)],
])("%s that do not exist fail at registration", (_name, make) => {
  expect(make).toThrow(/WATT_BOLT_FILES_ROOT/);
});
