import { form, json, multipart } from "../drivers.ts";
import { HTML, type Row, TEXT } from "./case.ts";

const accept = (type: string, more: Record<string, string> = {}): RequestInit => ({
  headers: { Accept: type, ...more },
});

/** What is refused, and what fails: status, wording, and nothing told or injected. */
export const refusals: Row[] = [
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
