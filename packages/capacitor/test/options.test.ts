import { describe, expect, test } from "vitest";
import type { Router, RouterOptions } from "../src/index.ts";
import { createRouter, errorOf } from "./support.ts";

const PATTERNS = [
  "/",
  "/users",
  "/users/",
  "/about",
  "/docs/",
  "/users/:id",
  "/Files/*path",
  "/x/:s(draft|DONE)",
  "/n/v:Major.:minor",
];

function build(options: RouterOptions): Router<string> {
  const router = createRouter<string>(options);
  for (const pattern of PATTERNS) router.add("GET", pattern, pattern);
  return router;
}

function answers(router: Router<string>, path: string): unknown {
  const match = router.match("GET", path);
  const out = new Int32Array(4).fill(-9);
  const id = router.matchInto("GET", path, out);
  expect(id).toBe(match?.route.id ?? -1);
  const texts = id < 0 ? [] : [...out].filter((offset) => offset >= 0);
  return match && [match.value, ...Object.values(match.params), ...texts];
}

describe.each<[string, RouterOptions, readonly (readonly [string, unknown])[]]>([
  [
    "trailingSlash: strict",
    {},
    [
      ["/users/", ["/users/"]],
      ["/about/", undefined],
      ["/docs", undefined],
    ],
  ],
  [
    "trailingSlash: loose",
    { trailingSlash: "loose" },
    [
      ["/", ["/"]],
      ["/users", ["/users"]],
      ["/users/", ["/users/"]],
      ["/about/", ["/about"]],
      ["/about//", undefined],
      ["/docs", ["/docs/"]],
      ["/docs?x", ["/docs/"]],
      ["/users/7/", ["/users/:id", "7", 7, 8]],
      ["/users/%37/?x", ["/users/:id", "7", 7, 10]],
      ["/Files/a/", ["/Files/*path", "a/", 7, 9]],
      ["/nowhere/", undefined],
    ],
  ],
  [
    "trailingSlash: redirect",
    { trailingSlash: "redirect" },
    [
      ["/about/", undefined],
      ["/about", ["/about"]],
    ],
  ],
  [
    "ignoreCase",
    { ignoreCase: true },
    [
      ["/USERS", ["/users"]],
      ["/Users/Me", ["/users/:id", "Me", 7, 9]],
      ["/%55sers/%4de", ["/users/:id", "Me", 9, 13]],
      ["/users/%C3%89", ["/users/:id", "É", 7, 13]],
      ["/files/A/b", ["/Files/*path", "A/b", 7, 10]],
      ["/x/Draft", ["/x/:s(draft|DONE)", "Draft", 3, 8]],
      ["/X/done", ["/x/:s(draft|DONE)", "done", 3, 7]],
      ["/N/V1.X", ["/n/v:Major.:minor", "1", "X", 4, 5, 6, 7]],
    ],
  ],
  [
    "mergeSlashes",
    { mergeSlashes: true },
    [
      ["//", ["/"]],
      ["//users", ["/users"]],
      ["/users//", ["/users/"]],
      ["///users///7", ["/users/:id", "7", 11, 12]],
      ["/users//%37x", ["/users/:id", "7x", 8, 12]],
      ["/Files//a//b", ["/Files/*path", "a/b", 8, 12]],
      ["/users/%2F", ["/users/:id", "/", 7, 10]],
    ],
  ],
  [
    "all of them",
    { mergeSlashes: true, ignoreCase: true, trailingSlash: "loose" },
    [
      ["//Users//7//", ["/users/:id", "7", 9, 10]],
      ["//ABOUT//", ["/about"]],
    ],
  ],
  [
    "maxParamLength",
    { maxParamLength: 3 },
    [
      ["/users/abc", ["/users/:id", "abc", 7, 10]],
      ["/users/abcd", undefined],
      ["/users/%61bc", ["/users/:id", "abc", 7, 12]],
      ["/users/%2F", ["/users/:id", "/", 7, 10]],
      ["/users/%2Fa", undefined],
      ["/Files/abcd/efgh", ["/Files/*path", "abcd/efgh", 7, 16]],
    ],
  ],
])("%s", (_, options, rows) => {
  test.each(rows)("%s → %j", (path, expected) => expect(answers(build(options), path)).toEqual(expected));
});

describe("explain", () => {
  test.each<[string, string, unknown]>([
    ["GET", "/about/", { status: 308, allow: ["GET", "HEAD", "OPTIONS"], location: "/about" }],
    ["GET", "/docs?a=/#b", { status: 308, allow: ["GET", "HEAD", "OPTIONS"], location: "/docs/?a=/#b" }],
    ["POST", "/docs", { status: 405, allow: ["GET", "HEAD", "OPTIONS"] }],
    ["GET", "/users/", { status: 200, allow: ["GET", "HEAD", "OPTIONS"] }],
    ["GET", "/nowhere/", { status: 404, allow: [] }],
  ])("%s %s, where a slash is redirected: %j", (method, path, expected) => {
    expect(build({ trailingSlash: "redirect" }).explain(method, path)).toEqual(expected);
  });

  test("knows the options", () => {
    expect(build({ ignoreCase: true }).explain("GET", "/ABOUT").status).toBe(200);
    expect(build({}).explain("GET", "/ABOUT").status).toBe(404);
  });
});

test("two patterns that differ in case are one where case is ignored", () => {
  const router = createRouter<number>({ ignoreCase: true });
  router.add("GET", "/Users/:id([A-Z]+)", 1);
  expect(errorOf(() => router.add("GET", "/users/:name([a-z]+)", 2)).code).toBe("WATT_CAPACITOR_ROUTE_DUPLICATE");
});

test.each([{ trailingSlash: "maybe" }, { maxParamLength: 0 }, { maxParamLength: Number.NaN }])(
  "%j is refused",
  (options) => {
    expect(errorOf(() => createRouter(options as RouterOptions)).code).toBe("WATT_CAPACITOR_OPTION");
  },
);
