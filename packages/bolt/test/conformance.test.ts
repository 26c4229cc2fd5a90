import { body, div, document, html_, p, raw } from "@watt/conduit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bolt, type Bolt, httpError } from "../src/index.ts";
import { type Driver, drivers, form, json, multipart } from "./drivers.ts";

const page = (text: string) => document(html_({ lang: "en" }, body(p(text))));

function makeApp(): Bolt {
  const app = bolt({ bodyLimit: 1000, report: () => {} });
  app.get("/html", () => page("<b>&"));
  app.get("/raw", () => raw("<b>bold</b>"));
  app.get("/text", () => "grüß");
  app.get("/bytes", () => new Uint8Array([0, 255, 10]));
  app.get("/json", () => ({ a: [1, "ü"], b: null }));
  app.get("/array", () => [1, 2]);
  app.get("/date", () => new Date(0));
  app.get("/row", () => Object.assign(Object.create(null) as object, { id: 1 }));
  app.get("/null", () => null);
  app.get("/undefined", () => undefined);
  app.get("/empty-string", () => "");
  app.get("/promise", async () => page("later"));
  app.get("/response", () => new Response("own", { status: 418, headers: { "X-Own": "1", "Content-Type": "text/x" } }));
  app.get("/stream", (c) => {
    c.header("X-Context", "1").header("Vary", "Accept");
    const pieces = new ReadableStream({
      start(controller) {
        for (const piece of ["a", "b", "c"]) controller.enqueue(new TextEncoder().encode(piece));
        controller.close();
      },
    });
    return new Response(pieces, { headers: { Vary: "Jolt" } });
  });
  app.get("/empty-response", () => new Response(null, { status: 204 }));
  app.get("/status", (c) => c.status(201) && { made: true });
  app.get("/not-modified", (c) => {
    c.status(304).header("ETag", '"x"');
    return "never sent";
  });
  app.get("/reset", (c) => {
    c.status(205);
    return "never sent";
  });
  app.get("/headers", (c) => {
    c.header("X-One", "1").header("x-one", "2").header("Vary", "Accept").header("Vary", "accept, Cookie");
    c.header("Content-Type", "text/css");
    return "p{}";
  });
  app.get("/redirect", (c) => c.redirect("/a b?c=ü#d"));
  app.get("/redirect-308", (c) => c.redirect("/x", 308));
  app.get("/redirect-to", (c) => c.redirect(c.query.get("to") ?? ""));
  app.get("/users/:id", (c) => ({ id: c.params.id, method: c.method, path: c.path }));
  app.get("/users/:id/files/*path", (c) => c.params);
  app.get("/query", (c) => ({ all: c.query.getAll("a"), url: c.url.pathname + c.url.search, path: c.path }));
  app.get("/request-header", (c) => ({ mixed: c.headers.get("X-MiXeD"), none: c.headers.get("x-none") }));
  app.get("/cookies", (c) => ({
    a: c.cookies.get("a"),
    b: c.cookies.get("b"),
    c: c.cookies.get("c"),
    proto: c.cookies.get("__proto__"),
  }));
  app.get("/set-cookies", (c) => {
    c.cookies.set("a", "ü; x\r\nSet-Cookie: evil=1");
    c.cookies.set("b", "1");
    c.cookies.set("b", "2", { maxAge: 60, sameSite: "Strict", httpOnly: false, path: "/x", secure: true });
    c.cookies.delete("c");
    return { b: c.cookies.get("b"), c: c.cookies.get("c") ?? "gone" };
  });
  app.get("/jolt", (c) =>
    c.jolt.page(
      () => page("whole"),
      () => div("part"),
    ),
  );
  app.get("/jolt-invalid", (c) =>
    c.jolt.invalid(
      () => page("whole"),
      () => div("part"),
    ),
  );
  app.get("/jolt-redirect", (c) => c.jolt.redirect("/there"));
  app.get("/jolt-parts", (c) => c.jolt.redirect("/there").append("#list", div("row")).remove("#old"));
  app.get("/jolt-status", (c) => {
    c.status(409);
    return c.jolt.page(
      () => page("whole"),
      () => div("part"),
    );
  });
  app.post("/form", async (c) => [...(await c.form())]);
  app.post("/form-twice", async (c) => [
    (await c.form()).get("a"),
    (await c.form()).all("a"),
    (await c.form()).has("b"),
  ]);
  app.post("/json", async (c) => ({ got: await c.json() }));
  app.post("/text", async (c) => c.text());
  app.post("/bytes", async (c) => c.bytes());
  app.post("/ignore", () => "ignored");
  app.post("/both", async (c) => [await c.text(), await c.json()]);
  for (const method of ["put", "patch", "delete"] as const) app[method]("/verbs", (c) => c.method);
  app.get("/throw", () => {
    throw new Error("secret <detail>");
  });
  app.get("/reject", async () => Promise.reject(new Error("secret")));
  app.get("/throw-string", () => {
    throw "secret";
  });
  app.get("/teapot", (c) => {
    c.header("Cache-Control", "public").header("ETag", '"x"').header("X-Kept", "1").redirect("/lost");
    throw httpError(418, "No <coffee>.");
  });
  app.get("/map", () => new Map());
  app.get("/circular", () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    return circle;
  });
  app.get("/lazy-throw", () => () => 1);
  app.get("/bad-header", (c) => c.header("X-A", "a\r\nX-Evil: 1") && "no");
  app.get("/bad-name", (c) => c.header("X A", "a") && "no");
  app.get("/wide-header", (c) => c.header("X-A", "€") && "no");
  app.get("/framing", (c) => c.header("Transfer-Encoding", "chunked") && "no");
  app.get("/bad-status", (c) => c.status(99) && "no");
  app.get("/bad-cookie", (c) => {
    c.cookies.set("a b", "1");
  });
  return app;
}

/** Expected status, then any of: exact text, headers (null: absent), a part of the text. */
interface Expected {
  readonly status: number;
  readonly text?: string;
  readonly part?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly cookies?: readonly string[];
}
type Row = readonly [name: string, path: string, init: RequestInit, expected: Expected];

const HTML = "text/html; charset=utf-8";
const TEXT = "text/plain; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";
const accept = (type: string, more: Record<string, string> = {}): RequestInit => ({
  headers: { Accept: type, ...more },
});
const jolt: RequestInit = { headers: { Jolt: "1" } };
const whole = '<!doctype html><html lang="en"><body><p>whole</p></body></html>';

const answers: Row[] = [
  [
    "HTML is escaped and has its length",
    "/html",
    {},
    {
      status: 200,
      text: '<!doctype html><html lang="en"><body><p>&lt;b&gt;&amp;</p></body></html>',
      headers: { "content-type": HTML, "content-length": "72" },
    },
  ],
  ["trusted HTML", "/raw", {}, { status: 200, text: "<b>bold</b>", headers: { "content-type": HTML } }],
  [
    "text counts bytes, not characters",
    "/text",
    {},
    { status: 200, text: "grüß", headers: { "content-type": TEXT, "content-length": "6" } },
  ],
  [
    "bytes",
    "/bytes",
    {},
    { status: 200, headers: { "content-type": "application/octet-stream", "content-length": "3" } },
  ],
  [
    "an object is JSON",
    "/json",
    {},
    { status: 200, text: '{"a":[1,"ü"],"b":null}', headers: { "content-type": JSON_TYPE } },
  ],
  ["an array is JSON", "/array", {}, { status: 200, text: "[1,2]" }],
  ["toJSON is used", "/date", {}, { status: 200, text: '"1970-01-01T00:00:00.000Z"' }],
  ["a row without a prototype is JSON", "/row", {}, { status: 200, text: '{"id":1}' }],
  ["null is 204", "/null", {}, { status: 204, text: "", headers: { "content-type": null, "content-length": null } }],
  ["undefined is 204", "/undefined", {}, { status: 204, text: "" }],
  [
    "an empty string is 200",
    "/empty-string",
    {},
    { status: 200, text: "", headers: { "content-type": TEXT, "content-length": "0" } },
  ],
  ["a promise is awaited", "/promise", {}, { status: 200, part: "<p>later</p>" }],
  [
    "a Response keeps status and headers",
    "/response",
    {},
    { status: 418, text: "own", headers: { "x-own": "1", "content-type": "text/x" } },
  ],
  [
    "a streamed Response, with the context's headers",
    "/stream",
    {},
    { status: 200, text: "abc", headers: { "x-context": "1", vary: "Accept, Jolt", "content-length": null } },
  ],
  ["a Response without a body", "/empty-response", {}, { status: 204, text: "" }],
  ["a set status", "/status", {}, { status: 201, text: '{"made":true}' }],
  [
    "304 has no body and keeps its validator",
    "/not-modified",
    {},
    { status: 304, text: "", headers: { etag: '"x"', "content-length": null } },
  ],
  ["205 has no body", "/reset", {}, { status: 205, text: "", headers: { "content-type": null } }],
  [
    "headers replace, Vary merges, a set type wins",
    "/headers",
    {},
    { status: 200, headers: { "x-one": "2", vary: "Accept, Cookie", "content-type": "text/css" } },
  ],
  [
    "HEAD has the length and no body",
    "/html",
    { method: "HEAD" },
    { status: 200, text: "", headers: { "content-type": HTML, "content-length": "72" } },
  ],
  ["HEAD of a stream ends it", "/stream", { method: "HEAD" }, { status: 200, text: "", headers: { "x-context": "1" } }],
  [
    "redirect is 303, in ASCII, without a body",
    "/redirect",
    {},
    { status: 303, text: "", headers: { location: "/a%20b?c=%C3%BC#d", "content-length": "0" } },
  ],
  ["redirect with another status", "/redirect-308", {}, { status: 308, headers: { location: "/x" } }],
  [
    "OPTIONS tells what is allowed",
    "/verbs",
    { method: "OPTIONS" },
    { status: 204, headers: { allow: "DELETE, OPTIONS, PATCH, PUT" } },
  ],
  ...["PUT", "PATCH", "DELETE"].map((method): Row => [
    `${method} is routed`,
    "/verbs",
    { method },
    { status: 200, text: method },
  ]),
];

const requests: Row[] = [
  [
    "a param is decoded",
    "/users/a%2Fb%20%C3%BC?x=1",
    {},
    { status: 200, text: '{"id":"a/b ü","method":"GET","path":"/users/a%2Fb%20%C3%BC"}' },
  ],
  ["a wildcard takes the rest", "/users/7/files/a/b.txt", {}, { status: 200, text: '{"id":"7","path":"a/b.txt"}' }],
  ["HEAD is seen as HEAD", "/users/7", { method: "HEAD" }, { status: 200, headers: { "content-length": "44" } }],
  [
    "query and url",
    "/query?a=1&a=%20+&b",
    {},
    { status: 200, text: '{"all":["1","  "],"url":"/query?a=1&a=%20+&b","path":"/query"}' },
  ],
  [
    "request headers without case",
    "/request-header",
    { headers: { "x-mixed": "yes" } },
    { status: 200, text: '{"mixed":"yes","none":null}' },
  ],
  [
    "cookies: first wins, quotes and escapes are read, garbage is skipped",
    "/cookies",
    { headers: { Cookie: 'a=1; a=2; b="x%20y"; c=%zz; =; ;;; bad name=1; nonsense; __proto__=p' } },
    { status: 200, text: '{"a":"1","b":"x y","c":"%zz","proto":"p"}' },
  ],
  [
    "cookies are safe by default and cannot inject",
    "/set-cookies",
    {},
    {
      status: 200,
      text: '{"b":"2","c":"gone"}',
      cookies: [
        "a=%C3%BC%3B%20x%0D%0ASet-Cookie%3A%20evil%3D1; Path=/; HttpOnly; SameSite=Lax",
        "b=2; Path=/x; Max-Age=60; Secure; SameSite=Strict",
        "c=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax",
      ],
    },
  ],
  [
    "a form",
    "/form",
    form("a=1&b=x+y%26&a=&=e&f"),
    { status: 200, text: '[["a","1"],["b","x y&"],["a",""],["","e"],["f",""]]' },
  ],
  ["an empty form", "/form", form(""), { status: 200, text: "[]" }],
  ["a form in raw UTF-8", "/form", form("a=ü"), { status: 200, text: '[["a","ü"]]' }],
  ["a form read twice", "/form-twice", form("a=1&a=2&b"), { status: 200, text: '["1",["1","2"],true]' }],
  [
    "a multipart form",
    "/form",
    multipart(
      'Content-Disposition: form-data; name="a%22b"\r\n\r\nx\r\ny',
      'content-disposition: form-data; name="c"\r\n\r\n',
    ),
    { status: 200, text: '[["a\\"b","x\\r\\ny"],["c",""]]' },
  ],
  ["an empty multipart form", "/form", multipart(), { status: 200, text: "[]" }],
  ["JSON", "/json", json('{"a":"ü"}'), { status: 200, text: '{"got":{"a":"ü"}}' }],
  [
    "JSON of another type name",
    "/json",
    json("1", { "Content-Type": "application/problem+json; charset=utf-8" }),
    { status: 200, text: '{"got":1}' },
  ],
  ["a body read as text and as JSON", "/both", json("[1]"), { status: 200, text: '["[1]",[1]]' }],
  ["text", "/text", { method: "POST", body: "häh" }, { status: 200, text: "häh" }],
  [
    "bytes of a body",
    "/bytes",
    { method: "POST", body: new Uint8Array([1, 2]) },
    { status: 200, text: "\u0001\u0002" },
  ],
  ["no body is no bytes", "/bytes", { method: "POST" }, { status: 200, text: "" }],
  ["a body that nobody reads", "/ignore", form("x".repeat(900)), { status: 200, text: "ignored" }],
];

const jolts: Row[] = [
  [
    "a browser gets the whole page",
    "/jolt",
    {},
    { status: 200, text: whole, headers: { vary: "Jolt", "content-type": HTML } },
  ],
  ["Jolt gets the fragment", "/jolt", jolt, { status: 200, text: "<div>part</div>", headers: { vary: "Jolt" } }],
  ["an invalid form is 422 for both", "/jolt-invalid", jolt, { status: 422, text: "<div>part</div>" }],
  [
    "a browser is redirected",
    "/jolt-redirect",
    {},
    { status: 303, text: "", headers: { location: "/there", vary: "Jolt" } },
  ],
  [
    "Jolt is told where to go",
    "/jolt-redirect",
    jolt,
    { status: 204, headers: { location: null, "jolt-redirect": "/there" } },
  ],
  ["Jolt gets an envelope", "/jolt-parts", jolt, { status: 200, part: 'jolt-target="#list"' }],
  ["a status set by the handler", "/jolt-status", jolt, { status: 409, text: "<div>part</div>" }],
];

const refusals: Row[] = [
  [
    "an unknown path is 404",
    "/nope?x",
    {},
    {
      status: 404,
      text: "404 Not found\nThere is nothing at /nope. Check the address.\n",
      headers: { "content-type": TEXT, "cache-control": "no-store", vary: "Accept, Jolt" },
    },
  ],
  [
    "an unknown path as a page, escaped",
    "/<b>".replaceAll("<", "%3C"),
    accept("text/html"),
    { status: 404, part: "<h1>404 Not found</h1>", headers: { "content-type": HTML } },
  ],
  [
    "an unknown path as problem+json",
    "/nope",
    accept("application/json"),
    {
      status: 404,
      text: '{"type":"about:blank","title":"Not found","status":404,"detail":"There is nothing at /nope. Check the address.","code":"WATT_BOLT_NOT_FOUND"}',
      headers: { "content-type": "application/problem+json" },
    },
  ],
  [
    "an unknown path as text for Jolt, which then keeps its page",
    "/nope",
    accept("text/html", { Jolt: "1" }),
    {
      status: 404,
      text: "404 Not found\nThere is nothing at /nope. Check the address.\n",
      headers: { "content-type": TEXT },
    },
  ],
  ["HEAD of an unknown path", "/nope", { method: "HEAD" }, { status: 404, text: "" }],
  ["a malformed path is 400", "/users/%zz", {}, { status: 400, part: "percent-encoded" }],
  ["a path that is not UTF-8 is 400", "/users/%ff", {}, { status: 400 }],
  [
    "a wrong method is 405 with Allow",
    "/users/7",
    { method: "DELETE" },
    { status: 405, headers: { allow: "GET, HEAD, OPTIONS" } },
  ],
  ["an unknown method is 405", "/users/7", { method: "PROPFIND" }, { status: 405 }],
  ["OPTIONS of an unknown path is 404", "/nope", { method: "OPTIONS" }, { status: 404 }],
  ["a form of another type is 415", "/form", json("{}"), { status: 415, part: "application/x-www-form-urlencoded" }],
  ["a form without a type is 415", "/form", { method: "POST" }, { status: 415, part: "no type" }],
  ["JSON of another type is 415", "/json", form("{}"), { status: 415 }],
  ["a compressed body is 415", "/json", json("{}", { "Content-Encoding": "gzip" }), { status: 415 }],
  ["malformed JSON is 400", "/json", json("{"), { status: 400 }],
  ["empty JSON is 400", "/json", json(""), { status: 400 }],
  ["a bad escape in a form is 400", "/form", form("a=%zz"), { status: 400 }],
  ["an escape that is not UTF-8 is 400", "/form", form("a=%ff"), { status: 400 }],
  [
    "JSON that is not UTF-8 is 400",
    "/json",
    { method: "POST", headers: { "Content-Type": "application/json" }, body: new Uint8Array([34, 255, 34]) },
    { status: 400 },
  ],
  ["a form that is too large is 413", "/form", form(`a=${"x".repeat(1000)}`), { status: 413, part: "1000 bytes" }],
  ["a form at the limit is not", "/form", form(`a=${"x".repeat(998)}`), { status: 200 }],
  [
    "multipart without a boundary is 400",
    "/form",
    { ...multipart(), headers: { "Content-Type": "multipart/form-data" } },
    { status: 400 },
  ],
  [
    "multipart cut short is 400",
    "/form",
    { ...multipart(), body: '--B\r\nContent-Disposition: form-data; name="a"\r\n\r\nx' },
    { status: 400 },
  ],
  ["a part without a name is 400", "/form", multipart("Content-Disposition: form-data\r\n\r\nx"), { status: 400 }],
  ["a part without a head is 400", "/form", multipart("x"), { status: 400 }],
  [
    "a part without the line after its head is 400",
    "/form",
    multipart('Content-Disposition: form-data; name="a"\r\n'),
    { status: 400 },
  ],
  [
    "a part whose head does not end is 400",
    "/form",
    multipart('Content-Disposition: form-data; name="a"'),
    { status: 400 },
  ],
  [
    "a multipart field that is not UTF-8 is 400",
    "/form",
    {
      ...multipart(),
      body: Buffer.from('--B\r\nContent-Disposition: form-data; name="a"\r\n\r\n\xff\r\n--B--\r\n', "latin1"),
    },
    { status: 400 },
  ],
  [
    "a file that is not UTF-8 is 415",
    "/form",
    {
      ...multipart(),
      body: Buffer.from(
        '--B\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\n\xff\r\n--B--\r\n',
        "latin1",
      ),
    },
    { status: 415 },
  ],
  [
    "a file is 415",
    "/form",
    multipart('Content-Disposition: form-data; name="f"; filename="a.txt"\r\n\r\nx'),
    { status: 415, part: "the field f" },
  ],
  [
    "a handler that throws is 500 and tells nothing",
    "/throw",
    {},
    { status: 500, text: "500 Server error\nSomething went wrong on our side.\n" },
  ],
  [
    "a handler that throws, as a page",
    "/throw",
    accept("text/html,*/*"),
    { status: 500, part: "<p>Something went wrong on our side.</p>" },
  ],
  [
    "a handler that rejects is 500",
    "/reject",
    accept("application/json"),
    {
      status: 500,
      text: '{"type":"about:blank","title":"Server error","status":500,"detail":"Something went wrong on our side."}',
    },
  ],
  ["a thrown string is 500", "/throw-string", {}, { status: 500 }],
  [
    "httpError has its status, and drops what described the answer",
    "/teapot",
    {},
    {
      status: 418,
      text: "418 Error\nNo <coffee>.\n",
      headers: { etag: null, location: null, "cache-control": "no-store", "x-kept": "1" },
    },
  ],
  ...[
    "/map",
    "/circular",
    "/lazy-throw",
    "/bad-header",
    "/bad-name",
    "/wide-header",
    "/framing",
    "/bad-status",
    "/bad-cookie",
  ].map((path): Row => [
    `${path} is 500 and injects nothing`,
    path,
    {},
    {
      status: 500,
      text: "500 Server error\nSomething went wrong on our side.\n",
      headers: { "x-evil": null, "x-a": null, "set-cookie": null },
    },
  ]),
  ...[
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/.//evil.example",
    "/\t/evil",
    "/a\nb",
    "x",
    "",
  ].map((to): Row => [
    `a redirect to ${JSON.stringify(to)} is refused`,
    `/redirect-to?to=${encodeURIComponent(to)}`,
    {},
    { status: 500, headers: { location: null } },
  ]),
];

describe.each(drivers)("$name", ({ open }) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await open(makeApp());
  });
  afterAll(() => driver.close());

  describe.each([
    ["answers", answers],
    ["requests", requests],
    ["jolt", jolts],
    ["refusals", refusals],
  ] as const)("%s", (_name, rows) => {
    test.each(rows)("%s", async (_case, path, init, expected) => {
      const response = await driver.send(path, init);
      const text = await response.text();
      expect(response.status, text).toBe(expected.status);
      if (expected.text !== undefined) expect(text).toBe(expected.text);
      if (expected.part !== undefined) expect(text).toContain(expected.part);
      for (const [name, value] of Object.entries(expected.headers ?? {})) {
        expect(response.headers.get(name), name).toBe(value);
      }
      if (expected.cookies !== undefined) expect(response.headers.getSetCookie()).toEqual(expected.cookies);
    });
  });
});
