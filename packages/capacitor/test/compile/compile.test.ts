import { describe, expect, test } from "vitest";
import { loadRouter } from "../../src/compiled/index.ts";
import { compile, createRouter, type RouterOptions } from "../../src/index.ts";
import { errorOf, evaluateModule } from "../support.ts";

const routes = [
  { method: "GET", pattern: "/users/:id(int)", value: "user" },
  { method: "GET", pattern: "/about", value: "about" },
  { method: "PUT", pattern: "/users/:id?", value: "put" },
];
const text = (value: ReturnType<typeof compile>): string => `${Buffer.from(value.image).toString("hex")} ${value.code}`;

describe("compile", () => {
  test("leaves out what has no value, and says so", () => {
    const list = [{ method: "GET", pattern: "/a" }, ...routes, { method: "POST", pattern: "/b/:c", value: undefined }];
    const compiled = compile(list);
    expect([compiled.routes, compiled.leftOut]).toEqual([3, ["GET /a", "POST /b/:c"]]);
    const router = loadRouter(compiled.image, list);
    expect(router.explain("GET", "/a").status).toBe(404);
    expect(router.stats()).toMatchObject({ routes: 3, static: 1, dynamic: 2 });
    expect(router.match("GET", "/users/7")?.value).toBe("user");
    expect(compile([]).routes).toBe(0);
    expect(loadRouter(compile([]).image, []).match("GET", "/")).toBeUndefined();
  });

  test.each([null, false, 0, ""])("takes %j for a value", (value) => {
    expect(compile([{ method: "GET", pattern: "/a", value }]).leftOut).toEqual([]);
  });

  test("takes a router with its options, which may be overridden", () => {
    const router = createRouter<string>({ ignoreCase: true, trailingSlash: "loose", executor: "walker" });
    const removed = router.add("GET", "/gone", "gone");
    router.add("GET", "/Users", "users", { doc: "all of them" });
    router.remove(removed);
    const loaded = loadRouter(compile(router).image, router.routes());
    expect(loaded.options).toEqual({ ignoreCase: true, trailingSlash: "loose" });
    expect(loaded.match("GET", "/USERS/")?.route.doc).toBe("all of them");
    const strict = loadRouter(compile(router, { trailingSlash: "strict" }).image, router.routes());
    expect(strict.match("GET", "/users/")).toBeUndefined();
  });

  test("compiles compiled routes again, to the same", () => {
    const first = compile(routes, { maxParamLength: 9, mergeSlashes: true });
    expect(text(compile(loadRouter(first.image, routes)))).toBe(text(first));
  });

  test.each<[RouterOptions, string]>([
    [{ trailingSlash: "none" as "strict" }, "trailingSlash = none"],
    [{ maxParamLength: 0 }, "maxParamLength = 0"],
  ])("refuses options that a router refuses: %j", (options, what) => {
    const { code, message } = errorOf(() => compile(routes, options));
    expect(code).toBe("WATT_CAPACITOR_OPTION");
    expect(message).toContain(what);
  });

  test("refuses what a router refuses, by the place in the list where there is no other", () => {
    const twice = [...routes, { method: "GET", pattern: "/users/:name(-?\\d{1,15})", value: "again" }];
    expect(errorOf(() => compile(twice)).details).toMatchObject({ source: "route 3", otherSource: "route 0" });
    const placed = [{ method: "GET", pattern: "/:", value: 1, source: "routes.ts:9" }];
    expect(errorOf(() => compile(placed))).toMatchObject({
      code: "WATT_CAPACITOR_PATTERN_SYNTAX",
      details: { source: "routes.ts:9" },
    });
  });
});

describe("what is compiled", () => {
  const options = { trailingSlash: "loose", ignoreCase: true, mergeSlashes: true, maxParamLength: 20 } as const;

  test("is the same bytes for the same routes, whatever the order of keys and wherever they were written", () => {
    const reversed = Object.fromEntries(Object.entries(options).reverse());
    const turned = routes.map((route) =>
      Object.fromEntries(Object.entries({ ...route, source: "/home/me/x.ts:1" }).reverse()),
    );
    expect(text(compile(turned as typeof routes, reversed))).toBe(text(compile(routes, options)));
  });

  test("has the options that were given, but for one that is none", () => {
    expect(loadRouter(compile(routes, options).image, routes).options).toEqual(options);
    expect(loadRouter(compile(routes, { maxParamLength: Infinity }).image, routes).options).toEqual({});
  });

  test("is code that makes none", () => {
    for (const { code } of [compile(routes), compile(routes, { code: false }), compile([])]) {
      expect(code).not.toMatch(/\beval\b|\bFunction\b|import\(/);
      expect(code).toMatch(
        /^\/\/ Made by @watt\/capacitor of \d routes\. Do not edit\.\nimport \{ loadRouter \} from "@watt\/capacitor\/compiled";/,
      );
    }
  });

  test("imports from where it is told", () => {
    expect(compile(routes, { runtime: './a"b.js' }).code).toContain('import { loadRouter } from "./a\\"b.js";');
  });

  test("holds no text of a pattern but as a string", () => {
    const pattern = "/a`$%7Bb%7D\\u2028\u2028'\"</script>/:id/%22";
    const router = evaluateModule(compile([{ method: "GET", pattern, value: 1 }]).code)([
      { method: "GET", pattern, value: 1 },
    ]);
    expect(router.match("GET", `/a%60$%7Bb%7D%5Cu2028%E2%80%A8'%22%3C/script%3E/7/%22`)?.params).toEqual({ id: "7" });
    expect(router.stats().executor).toBe("code");
  });

  test("makes params of each kind and number without code from strings", () => {
    const list = [1, 2, 3, 4, 5].map((count) => {
      const names = Array.from({ length: count }, (_, i) => `:p${i}${i % 2 === 0 ? "(int)" : ""}`);
      return { method: "GET", pattern: `/${count}/${names.join("/")}/:last?`, value: count };
    });
    const router = evaluateModule(compile(list).code)(list);
    for (const { value } of list) {
      const numbers = Array.from({ length: value }, (_, i) => i + 10);
      const params = Object.fromEntries(numbers.map((n, i) => [`p${i}`, i % 2 === 0 ? n : String(n)]));
      // Often enough for anything that is done at later matches only.
      for (let times = 0; times < 100; times++) {
        expect(router.match("GET", `/${value}/${numbers.join("/")}`)?.params).toEqual(params);
        expect(router.match("GET", `/${value}/${numbers.join("/")}/z`)?.params).toEqual({ ...params, last: "z" });
      }
    }
  });

  test("has no code where there is nothing to walk", () => {
    const fixed = [{ method: "GET", pattern: "/a", value: 1 }];
    expect(compile(fixed, { code: true }).code).toContain("plain: undefined,\nhosted: undefined,");
    expect(compile(routes, { code: false }).code).toContain("plain: undefined,\nhosted: undefined,");
    expect(compile(routes).code).toMatch(/plain: \(\{ W, [^]*\},\nhosted: undefined,/);
  });
});
