import { describe, expect, test } from "vitest";
import { createRouter, type ExecutorName, type RouteLookup, type Router } from "../src/index.ts";
import { matchCases } from "./cases/match-cases.ts";
import { compiled, EXECUTORS } from "./support.ts";
import { readPattern } from "./oracle/read-pattern.ts";
import { oracleExplain, oracleMatch, type OracleRoute } from "./oracle/naive-router.ts";

interface Line extends OracleRoute {
  readonly pattern: string;
}

function read(text: string): Line {
  const method = /^[A-Za-z]+ /.exec(text)?.[0] ?? "";
  const pattern = text.slice(method.length);
  return { method: method.trim() || "GET", pattern, pieces: readPattern(pattern) };
}

function build(routes: readonly Line[], executor: ExecutorName): Router<Line> {
  const router = createRouter<Line>({ executor });
  for (const route of routes) router.add(route.method, route.pattern, route);
  return router;
}

for (const { name, routes, rows } of matchCases) {
  const table = routes.map(read);
  // Priority does not depend on the order of registration.
  const routers = EXECUTORS.flatMap((executor): [string, ExecutorName, RouteLookup<Line>][] => [
    [`${name}, ${executor}`, executor, build(table, executor)],
    [`${name}, ${executor}, registered backwards`, executor, build(table.toReversed(), executor)],
    [`${name}, ${executor}, compiled`, executor, compiled(build(table, executor), executor)],
  ]);
  describe.each(routers)("%s", (_, executor, router) => {
    // A table without dynamic routes has nothing to choose.
    const expected = router.stats().dynamic === 0 ? "walker" : executor;
    test(`runs by ${expected}`, () => expect(router.stats().executor).toBe(expected));

    test.each(rows)("%s → %j", (request, expected) => {
      const { method, pattern: path } = read(request);
      const match = router.match(method, path);
      const { status, allow } = router.explain(method, path);
      if (typeof expected === "number") {
        expect(match).toBeUndefined();
        expect([status, allow]).toEqual([expected, []]);
      } else if (expected[0] === 405) {
        expect(match).toBeUndefined();
        expect([status, allow.join(" ")]).toEqual(expected);
      } else {
        const [pattern, params = {}] = expected;
        expect(status).toBe(200);
        expect(allow).toContain(method);
        expect(match?.route.pattern).toBe(pattern);
        expect(match?.value).toBe(match?.route.value);
        expect(Object.entries(match?.params ?? {})).toEqual(Object.entries(params));
      }
    });

    test.each(rows)("%s: the oracle agrees", (request) => {
      const { method, pattern: path } = read(request);
      const expected = oracleMatch(table, method, path);
      expect(router.match(method, path)?.value).toBe(expected?.route);
      expect(router.explain(method, path)).toEqual(oracleExplain(table, method, path));
    });
  });
}

describe("a match", () => {
  const router = createRouter<string>();
  router.add("GET", "/users/:id/posts/:post/:__proto__/*rest", "post");
  router.add("GET", "/users", "users");

  test("reads params by position, with an empty string where there is none", () => {
    const match = router.match("GET", "/users/a%20b/posts/7/x/y/z%2F?q");
    expect([0, 1, 2, 3, 4, -1].map((i) => match?.param(i))).toEqual(["a b", "7", "x", "y/z/", "", ""]);
    expect([0, 1].map((i) => router.match("GET", "/users")?.param(i))).toEqual(["", ""]);
  });

  test("builds its params once, on an object that inherits nothing", () => {
    const match = router.match("GET", "/users/1/posts/2/polluted/r");
    expect(match?.params).toBe(match?.params);
    expect(Object.keys(match?.params ?? {})).toEqual(["id", "post", "__proto__", "rest"]);
    expect("toString" in (match?.params ?? {})).toBe(false);
    expect(match?.params["__proto__"]).toBe("polluted");
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  // Code is made for what is read often.
  test("of one of two routes, each read some thousand times, has the params of its own", () => {
    const two = createRouter<number>();
    two.add("GET", "/one/:id", 1);
    two.add("GET", "/two/:from/:to", 2);
    for (let i = 0; i < 3_000; i++) {
      expect({ ...two.match("GET", `/one/${i}`)?.params }).toEqual({ id: String(i) });
      expect({ ...two.match("GET", `/two/${i}/b`)?.params }).toEqual({ from: String(i), to: "b" });
    }
  });

  test("keeps its params when the next request has been matched", () => {
    const first = router.match("GET", "/users/1/posts/2/3/4");
    router.match("GET", "/users/long-one/posts/long-two/long-three/long-four");
    expect(Object.values(first?.params ?? {})).toEqual(["1", "2", "3", "4"]);
    router.match("GET", "/users/5/posts/6/7/8");
    expect(first?.param(3)).toBe("4");
  });

  test("of a static route is one object, which nobody can write a param into", () => {
    const match = router.match("GET", "/users");
    expect(router.match("HEAD", "/%75sers?x")).toBe(match);
    expect(Object.keys(match?.params ?? { none: "" })).toEqual([]);
    expect(Object.isFrozen(match?.params)).toBe(true);
  });

  test("sees a route that was added after the first match", () => {
    const late = createRouter<string>();
    late.add("GET", "/:any", "any");
    expect(late.match("GET", "/late")?.value).toBe("any");
    late.add("GET", "/late", "late");
    expect(late.match("GET", "/late")?.value).toBe("late");
  });

  test("answers OPTIONS with the list, though no route has it", () => {
    expect(router.match("OPTIONS", "/users")).toBeUndefined();
    expect(router.explain("OPTIONS", "/users")).toEqual({ status: 200, allow: ["GET", "HEAD", "OPTIONS"] });
  });
});
