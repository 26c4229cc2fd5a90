import { describe, expect, test } from "vitest";
import { analyze } from "../../src/index.ts";
import { createRouter } from "../support.ts";
import { analyzed, lineOf } from "./analyzed.ts";

describe("a report", () => {
  test("names the routes, in an order that does not depend on the kind of finding", () => {
    const { findings } = analyzed(["GET /:a/b", "GET /a/:b", "GET /:x", "GET /:y", "POST /:z", "GET /c"]);
    expect(findings.map(({ kind }) => kind)).toEqual(["duplicate", "ambiguous", "method-partial"]);
    expect(findings[0]?.routes).toEqual([
      { index: 3, method: "GET", pattern: "/:y", source: "app.ts:4" },
      { index: 2, method: "GET", pattern: "/:x", source: "app.ts:3" },
    ]);
  });

  test("says why a route is refused, and by which code", () => {
    const [finding] = analyzed(["GET /:x(.)"]).findings;
    expect(finding).toMatchObject({ code: "WATT_CAPACITOR_PATTERN_SYNTAX", severity: "error" });
    expect(finding?.message).toBe(
      "Pattern /:x(.) cannot be read at position 4: '.' is not in the safe set (app.ts:1).",
    );
    expect(finding?.remedy).toMatch(/^Allowed are text, /);
  });

  test("counts segments, depths and methods", () => {
    const { statistics } = analyzed([
      "GET /",
      "GET /a/:b/*c",
      "POST /:d(int)/e-:f/:g?",
      "PUT /a/:b/*c",
      "GET /:",
      "GET //x",
    ]);
    expect(statistics).toEqual({
      routes: 6,
      refused: 1,
      static: 2,
      dynamic: 3,
      hosted: 0,
      shapes: 4,
      methods: { GET: 3, POST: 1, PUT: 1 },
      segments: { static: 5, affixed: 1, constrained: 1, param: 2, optional: 1, wildcard: 2 },
      optionalParts: 1,
      depth: { least: 1, most: 3, mean: 12 / 5 },
      mostParams: 3,
      mostStates: 18,
    });
  });

  test("of nothing counts nothing", () => {
    expect(analyzed([]).statistics).toMatchObject({ routes: 0, depth: { least: 0, most: 0, mean: 0 }, mostParams: 0 });
  });

  test("orders the routes, the most specific first", () => {
    const lines = [
      "/a{/b}?",
      "/*w",
      "/a/*w",
      "/a/*w/b",
      "/a/:x?",
      "/a/:x",
      "/a/:x(int)",
      "/a/x:y",
      "/a/xy:z",
      "/a/b",
      "/a",
      "/:x/b",
    ];
    const { order } = analyzed(lines.map((pattern) => `GET ${pattern}`));
    expect(order.map(({ pattern }) => pattern)).toEqual([
      "/a",
      "/a/b",
      "/a{/b}?",
      "/a/xy:z",
      "/a/x:y",
      "/a/:x(int)",
      "/a/:x",
      "/a/:x?",
      "/a/*w/b",
      "/a/*w",
      "/:x/b",
      "/*w",
    ]);
  });

  test("orders them alike, whatever their order was", () => {
    const lines = ["/*w", "/*w/b", "/a/*w", "/a/*w/b", "/a", "/a/b", "/a{/b}?", "/a/:x", "/:x", "/a/:x([ab])"];
    const orderOf = (some: readonly string[]): string[] =>
      analyzed(some.map((one) => `GET ${one}`)).order.map(({ pattern }) => pattern);
    const expected = orderOf(lines);
    expect(orderOf(lines.toReversed())).toEqual(expected);
    for (const [i, a] of expected.entries()) {
      for (const b of expected.slice(i + 1)) expect(orderOf([b, a]), `${a} ${b}`).toEqual([a, b]);
    }
  });

  test("is plain data", () => {
    const report = analyzed(["GET /:a/b", "GET /a/:b", "get /x", "GET /a/:c", "POST /:x?/:y"]);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  test("takes the routes of a router, in any iterable", () => {
    const router = createRouter<number>({ ignoreCase: true });
    router.add("GET", "/:a/B", 1);
    router.add("GET", "/a/:b", 2);
    const report = analyze(new Set(router.routes()), router.options);
    expect(report.findings.map(lineOf)).toEqual(["ambiguous 1 0 /a/b -> 1"]);
    expect(report.findings[0]?.routes[0]?.source).toMatch(/report\.test\.ts:\d+$/);
  });

  test("of routes without a source says that it is unknown", () => {
    expect(analyze([{ method: "GET", pattern: "/a" }]).order[0]?.source).toBe("unknown");
  });

  test("of a table of a thousand routes comes by work that grows as the table does", () => {
    const routes = (count: number): string[] =>
      Array.from(
        { length: count },
        (_, i) => `GET /api/v${i % 3}/group${i % 31}/items${i}/:id(int)/${i % 2 ? ":sub" : "x"}`,
      );
    // Undecided is what the budget is too small for.
    expect(analyzed(routes(1_000), { budget: 60_000 }).findings).toEqual([]);
  });

  test("wants the options of a router", () => {
    expect(() => analyze([], { maxParamLength: 0 })).toThrow(/^WATT_CAPACITOR_OPTION: /);
  });
});
