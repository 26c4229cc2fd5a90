import { capacitorErrors, callSite } from "../src/index.ts";
import { describe, expect, test } from "vitest";
import { createRouter, errorOf } from "./support.ts";

const refuse = (...patterns: string[]): ReturnType<typeof errorOf> => {
  const router = createRouter<number>();
  return errorOf(() => patterns.forEach((pattern, i) => router.add("GET", pattern, i, { source: `app.ts:${i + 1}` })));
};

describe("patterns that are refused", () => {
  test.each([
    ["", 0, "begin"],
    ["users", 0, "begin"],
    ["*", 0, "begin"],
    ["/users/:id+", 10, "'+'"],
    ["/users/:id(int", 10, "')' is missing"],
    ["/users/:id(int/x)", 10, "')' is missing"],
    ["/users/:id(integer)", 11, "there is no constraint 'integer'"],
    ["/users/:id(\\d+", 10, "')' is missing"],
    ["/users/:id(.*)", 11, "'.' is not in the safe set"],
    ["/users/:id([a-z)", 15, "']' is missing"],
    ["/users/:id(50%)", 13, "write the character itself"],
    ["/users/:id(a%20b)", 12, "write the character itself"],
    ["/users/:id(a{65})", 12, "more than 64"],
    ["/users/:id((a{64}){64})", 11, "too large"],
    ["/users/:id()", 11, "empty"],
    ["/:a:b", 3, "text between"],
    ["/:a(int):b(int)", 8, "text between"],
    ["/:a-:b?", 6, "'?'"],
    ["/a-:b?", 5, "'?'"],
    ["/*a?", 3, "'?'"],
    ["/:é", 2, "missing"],
    ["/:", 2, "missing"],
    ["/x/:/y", 4, "missing"],
    ["/:1", 2, "digit"],
    ["/*", 2, "missing"],
    ["/**", 2, "missing"],
    ["/*a.js", 3, "'.'"],
    ["/a{/b}/c", 5, "'}?'"],
    ["/a{/b", 2, "'}?'"],
    ["/a{}?", 2, "no segment"],
    ["/a{b}?", 3, "'}?'"],
    ["/a}?", 2, "closes nothing"],
    ["{a}?", 0, "begin"],
    ["/a*", 2, "'*'"],
    ["/a?b", 2, "'?'"],
    ["/a#b", 2, "'#'"],
    ["/a(b)", 2, "'('"],
    ["/a/100%", 3, "percent"],
    ["/%C0%AF", 1, "percent"],
    ["/\ud800", 1, "percent"],
  ])("%s at %i: %s", (pattern, position, problem) => {
    const error = refuse(pattern);
    expect(error.code).toBe("WATT_CAPACITOR_PATTERN_SYNTAX");
    expect(error.details).toMatchObject({ pattern, position, source: "app.ts:1" });
    expect(error.message).toContain(problem);
    expect(error.message).toContain(capacitorErrors.WATT_CAPACITOR_PATTERN_SYNTAX.remedy);
  });

  test("one param name twice", () => {
    const error = refuse("/:id/x/:id");
    expect(error.code).toBe("WATT_CAPACITOR_PARAM_DUPLICATE");
    expect(error.details).toMatchObject({ name: "id", position: 7 });
    expect(refuse("/:id/*id").code).toBe("WATT_CAPACITOR_PARAM_DUPLICATE");
  });

  test.each(["get", "", "GET ", "*", "GÉT", "1X"])("method %j", (method) => {
    expect(errorOf(() => createRouter().add(method, "/", 0)).code).toBe("WATT_CAPACITOR_METHOD_INVALID");
  });
});

describe("duplicates", () => {
  test.each([
    ["/users", "/users"],
    ["/users/:id", "/users/:name"],
    ["/files/*path", "/files/*rest"],
    ["/café/:x", "/caf%c3%a9/:y"],
    ["/%75sers", "/users"],
    ["/a%2fb", "/a%2Fb"],
    ["/users/:id?", "/users{/:name}?"],
    ["/:id(\\d+)", "/:n([0-9]+)"],
    ["/:id(int)", "/:n(-?\\d{1,15})"],
    ["/:s(a|b)", "/:t(b|a)"],
    ["/:a-:b", "/:c-:d"],
  ])("%s and %s: the error names both", (first, second) => {
    const error = refuse(first, second);
    expect(error.code).toBe("WATT_CAPACITOR_ROUTE_DUPLICATE");
    for (const part of [`GET ${second} (app.ts:2)`, `GET ${first}`, "(app.ts:1)"])
      expect(error.message).toContain(part);
  });

  test.each([
    ["/users", "/users/"],
    ["/:a", "/*a"],
    ["/:a", "/a"],
    ["/a%2Fb", "/a/b"],
    ["/A", "/a"],
    ["/%3Aid", "/:id"],
    ["/users/:id?", "/users/:id"],
    ["/:id(int)", "/:id"],
    ["/:id(\\d+)", "/:id(\\d{2})"],
    ["/:a.png", "/:a.jpg"],
    ["/a{/b}?", "/a{/b{/c}?}?"],
    ["/*a/x", "/*a"],
  ])("%s and %s are two routes", (first, second) => {
    const router = createRouter<number>();
    expect([router.add("GET", first, 0).id, router.add("GET", second, 1).id]).toEqual([0, 1]);
  });

  test("other methods are no duplicates, and a refused route leaves nothing behind", () => {
    const router = createRouter<string>();
    router.add("GET", "/users/:id", "get");
    expect(router.add("POST", "/users/:name", "post").id).toBe(1);
    expect(() => router.add("GET", "/users/:name", "again")).toThrow();
    expect(() => router.add("GET", "/users/:id+" as string, "broken")).toThrow();
    expect(router.stats()).toMatchObject({ routes: 2, static: 0, dynamic: 2 });
    expect(router.match("GET", "/users/1")?.value).toBe("get");
    expect(router.match("POST", "/users/1")?.params["name"]).toBe("1");
  });
});

describe("the source of a route", () => {
  const line = (): number => Number(/add\.test\.ts:(\d+)/.exec(new Error().stack ?? "")?.[1]);

  test("is where add was called", () => {
    const router = createRouter<number>();
    const source = (): string => router.add("GET", "/a", 1).source;
    // What vitest's own frames say, which count in the same lines as the stack.
    const here = new Error().stack?.match(/\(?(?:file:\/\/)?(\/[^()]*add\.test\.ts):(\d+):/);
    expect(source()).toBe(`${here?.[1]}:${Number(here?.[2]) - 2}`);
    expect(line()).toBeGreaterThan(0);
  });

  test("is what the caller says, when it says so", () => {
    expect(createRouter().add("GET", "/a", 1, { source: "routes.yaml:3" }).source).toBe("routes.yaml:3");
  });

  test("can be found for a function of a framework that calls add", () => {
    const router = createRouter<number>();
    const get = (pattern: string): string => router.add("GET", pattern, 1, { source: callSite(get) }).source;
    const direct = (pattern: string): string => router.add("GET", pattern, 1).source;
    const [outside, inside] = [get("/a"), direct("/b")];
    expect(outside).toMatch(/add\.test\.ts:\d+$/);
    expect(Number(outside.split(":").at(-1)) - Number(inside.split(":").at(-1))).toBe(1);
  });

  test.each([
    ["Error\n    at file:///srv/my%20app/x.ts:3:9", "/srv/my app/x.ts:3"],
    ["Error\n    at Object.<anonymous> (file:///srv/x.ts:3:9)", "/srv/x.ts:3"],
    ["Error\n    at async file:///srv/x.ts:3:9", "/srv/x.ts:3"],
    ["Error\n    at new App (/srv/(a)/x.ts:12:9)", "/srv/(a)/x.ts:12"],
    ["Error\n    at C:\\app\\x.ts:3:9", "C:\\app\\x.ts:3"],
    ["Error\n    at f (file:///C:/app/x.ts:3:9)", "C:/app/x.ts:3"],
    ["Error\n    at new Promise (<anonymous>)", "unknown"],
    ["Error", "unknown"],
  ])("is read from the frame %j", (stack, expected) => {
    const { prepareStackTrace } = Error;
    Error.prepareStackTrace = () => stack;
    try {
      expect(createRouter().add("GET", "/", 0).source).toBe(expected);
    } finally {
      Error.prepareStackTrace = prepareStackTrace;
    }
  });

  test("leaves the stack depth of the process as it was", () => {
    const before = Error.stackTraceLimit;
    createRouter().add("GET", "/", 0);
    expect(Error.stackTraceLimit).toBe(before);
  });
});
