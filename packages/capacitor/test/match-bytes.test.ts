import { describe, expect, test } from "vitest";
import { createRouter } from "./support.ts";

const encoder = new TextEncoder();

describe("matchBytes", () => {
  const router = createRouter<string>();
  for (const pattern of ["/", "/users/:id", "/é/:name", "/files/*path"]) router.add("GET", pattern, pattern);

  test.each<[path: string, value: string | undefined, params: object]>([
    ["/", "/", {}],
    ["/users/7", "/users/:id", { id: "7" }],
    ["/users/7?q=é", "/users/:id", { id: "7" }],
    ["/users/ü", "/users/:id", { id: "ü" }],
    ["/users/%C3%BC", "/users/:id", { id: "ü" }],
    ["/é/x", "/é/:name", { name: "x" }],
    ["/%C3%A9/\u012f", "/é/:name", { name: "\u012f" }],
    ["/files/a/b#h", "/files/*path", { path: "a/b" }],
    ["/nothing", undefined, {}],
    ["", undefined, {}],
  ])("%s → %s", (path, value, params) => {
    const bytes = encoder.encode(`GET ${path} HTTP/1.1`);
    const match = router.matchBytes("GET", bytes, 4, bytes.length - 9);
    expect(match?.value).toBe(value);
    expect({ ...match?.params }).toEqual(params);
    expect(router.matchBytes("GET", encoder.encode(path))?.value).toBe(value);
  });

  test.each([
    ["half a character", [0xc3]],
    ["a long spelling of a slash", [0xc0, 0xaf]],
    ["half a surrogate pair", [0xed, 0xa0, 0x80]],
    ["a byte that begins nothing", [0xaf]],
  ])("malformed UTF-8 matches nothing: %s", (_, bytes) => {
    const path = [...encoder.encode("/users/x"), ...bytes];
    expect(router.matchBytes("GET", Uint8Array.from(path))).toBeUndefined();
    // Behind the path it does not matter, as with text.
    expect(router.matchBytes("GET", Uint8Array.from([...encoder.encode("/users/x?"), ...bytes]))?.value).toBe(
      "/users/:id",
    );
  });

  test("params do not change with the bytes", () => {
    const bytes = encoder.encode("/users/abc");
    const match = router.matchBytes("GET", bytes);
    bytes.fill(0x78);
    expect(match?.param(0)).toBe("abc");
  });
});

describe("matchAll", () => {
  const rules = createRouter<string>();
  for (const pattern of ["/*all", "/api/*rest", "/api/users/:id", "/api/users/me", "/api{/users}?/:x"]) {
    rules.add("GET", pattern, pattern);
  }

  test.each<[path: string, values: readonly string[]]>([
    ["/x", ["/*all"]],
    ["/api/users/me", ["/*all", "/api/*rest", "/api{/users}?/:x", "/api/users/:id", "/api/users/me"]],
    ["/api/%75sers/7?q", ["/*all", "/api/*rest", "/api{/users}?/:x", "/api/users/:id"]],
    ["/api/%zz", []],
    ["/", []],
  ])("%s", (path, values) => {
    expect(rules.matchAll("GET", path).map(({ value }) => value)).toEqual(values);
    expect(rules.matchAll("HEAD", path).map(({ value }) => value)).toEqual(values);
    expect(rules.matchAll("POST", path)).toEqual([]);
  });

  test("each has its own params", () => {
    const all = rules.matchAll("GET", "/api/users/a%2Fb");
    expect(all.map(({ params }) => ({ ...params }))).toEqual([
      { all: "api/users/a/b" },
      { rest: "users/a/b" },
      { x: "a/b" },
      { id: "a/b" },
    ]);
  });

  test("knows what was added and removed since", () => {
    const router = createRouter<number>();
    const first = router.add("GET", "/:a", 1);
    expect(router.matchAll("GET", "/x")).toHaveLength(1);
    router.add("GET", "/x", 2);
    expect(router.matchAll("GET", "/x").map(({ value }) => value)).toEqual([1, 2]);
    router.remove(first);
    expect(router.matchAll("GET", "/x").map(({ value }) => value)).toEqual([2]);
  });
});
