import { HTML, type Row, TEXT } from "./case.ts";

const JSON_TYPE = "application/json; charset=utf-8";

/** What handlers return, and what is sent for it. */
export const answers: Row[] = [
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
