import { form, json, multipart } from "../drivers.ts";
import type { Row } from "./case.ts";

/** What handlers see of a request: its path, headers, cookies and body. */
export const requests: Row[] = [
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
