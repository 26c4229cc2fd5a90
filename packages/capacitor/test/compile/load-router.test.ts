import { describe, expect, test } from "vitest";
import { loadRouter } from "../../src/compiled/index.ts";
import { compile, createRouter, type ExecutorName } from "../../src/index.ts";
import { errorOf, evaluateModule } from "../support.ts";

const routes = [
  { method: "GET", pattern: "/users/:id", value: "user", doc: { tags: ["people"] } },
  { method: "GET", pattern: "/later" },
  { method: "POST", pattern: "/users", value: "create" },
  { method: "GET", pattern: "/:page", host: "*sub.example.com", value: "page" },
];
const many = Array.from({ length: 200 }, (_, i) => ({ method: "GET", pattern: `/k${i}/:id/x${i % 7}`, value: i }));

describe("values of compiled routes", () => {
  const { image } = compile(routes);

  test("are told for each route, which says what it is", () => {
    const asked: object[] = [];
    const router = loadRouter(image, (route) => {
      asked.push(route);
      return `${route.host ?? "any"} ${route.method} ${route.pattern}`;
    });
    expect(asked).toEqual([
      { index: 0, method: "GET", pattern: "/users/:id", host: undefined },
      { index: 2, method: "POST", pattern: "/users", host: undefined },
      { index: 3, method: "GET", pattern: "/:page", host: "*sub.example.com" },
    ]);
    expect(router.match("POST", "/users")?.value).toBe("any POST /users");
    expect(router.match("GET", "/a", "x.y.example.com")?.value).toBe("*sub.example.com GET /:page");
  });

  test("come from the list that was compiled, in which others may have come and gone behind", () => {
    const router = loadRouter(image, [...routes, { method: "GET", pattern: "/new", value: "new" }]);
    expect(router.routes().map(({ id, value }) => [id, value])).toEqual([
      [0, "user"],
      [2, "create"],
      [3, "page"],
    ]);
    expect([0, 1, 2, 3, 4].map((id) => router.doc(id))).toEqual([
      { tags: ["people"] },
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(router.match("GET", "/users/7")?.route).toMatchObject({ source: "compiled", doc: { tags: ["people"] } });
  });

  test.each([
    ["too short", routes.slice(0, 3), "its route 3 is GET /:page, and the list has nothing there"],
    ["of another order", routes.toReversed(), "its route 0 is GET /users/:id, and the list has GET /:page there"],
    [
      "with another pattern",
      routes.with(2, { method: "POST", pattern: "/user", value: "create" }),
      "its route 2 is POST /users, and the list has POST /user there",
    ],
    [
      "with another method",
      routes.with(2, { method: "PUT", pattern: "/users", value: "create" }),
      "its route 2 is POST /users, and the list has PUT /users there",
    ],
    [
      "without a value",
      routes.with(2, { method: "POST", pattern: "/users" }),
      "its route 2 is POST /users, and the list has it without a value there",
    ],
  ])("are not taken from a list that is %s", (_, list, problem) => {
    const { code, details } = errorOf(() => loadRouter(image, list));
    expect([code, details["problem"]]).toEqual(["WATT_CAPACITOR_IMAGE", problem]);
  });
});

describe("the executor of compiled routes", () => {
  // Of the module or the file, and what is asked for.
  test.each<[string, typeof routes, boolean | undefined, ExecutorName | undefined, ExecutorName]>([
    ["few routes", routes, undefined, undefined, "code"],
    ["few routes without code", routes, false, undefined, "code"],
    ["few routes", routes, undefined, "walker", "walker"],
    ["few routes", routes, undefined, "wasm", "wasm"],
    ["many routes", many as never, undefined, undefined, "wasm"],
    ["many routes with code", many as never, true, undefined, "code"],
    ["many routes with code", many as never, true, "wasm", "wasm"],
    ["many routes with code", many as never, true, "walker", "walker"],
  ])("of %s is the best there is, or the one that is asked for", (_, list, code, executor, expected) => {
    const module = evaluateModule(compile(list, code === undefined ? {} : { code }).code);
    const router = module(list, executor === undefined ? {} : { executor });
    // Code that was not compiled is not made.
    const isMade = expected === "code" && code === false;
    expect(router.stats().executor).toBe(isMade ? "walker" : expected);
    expect(router.options.executor).toBe(executor);
  });

  test("of a file is never code, which would have to be made", () => {
    expect(loadRouter(compile(routes).image, routes).stats().executor).toBe("walker");
    expect(loadRouter(compile(routes).image, routes, { executor: "code" }).stats().executor).toBe("walker");
    expect(loadRouter(compile(many).image, many).stats().executor).toBe("wasm");
  });

  test("of routes for hosts is the code that was compiled for them", () => {
    const seen: string[] = [];
    const walk = (name: string) => () => (path: string) => {
      seen.push(`${name} ${path}`);
      return -1;
    };
    const code = { plain: walk("plain"), hosted: walk("hosted"), makers: [] };
    const router = loadRouter(compile(routes).image, routes, { code });
    expect(router.match("GET", "/users/7", "a.example.com")).toBeUndefined();
    expect(seen).toEqual(["hosted /a.example.com/users/7", "plain /users/7"]);
  });

  test("is told with the counts of the routes", () => {
    const router = createRouter<number>();
    for (const { method, pattern, value } of many) router.add(method, pattern, value);
    router.add("GET", "/static", 1);
    router.add("GET", "/static{/a}?", 2);
    router.add("GET", "/tenant/:a", 3, { host: "a.example.com" });
    const { imageBytes, ...stats } = loadRouter(compile(router).image, router.routes()).stats();
    const { imageBytes: bytes, ...own } = router.stats();
    expect([stats, imageBytes]).toEqual([own, bytes]);
    expect(own).toEqual({ routes: 203, static: 1, dynamic: 202, executor: "wasm" });
  });
});

test("params are made by the code that was compiled for them", () => {
  const made: string[] = [];
  const maker = (path: string): Record<string, string> => ({ made: String(made.push(path)) });
  const router = loadRouter(compile(routes).image, routes, { code: { makers: [maker, maker, maker] } });
  expect(router.match("GET", "/users/7")?.params).toEqual({ made: "1" });
  expect(made).toEqual(["/users/7"]);
});

test("params of an image alone are those of the module, absent ones included", () => {
  const list = [{ method: "GET", pattern: "/:a(int)/:b?/:c?/:d?/:e?", value: 1 }];
  const { image, code } = compile(list);
  const routers = [loadRouter(image, list), evaluateModule(code)(list)];
  for (const router of routers) {
    // Often enough for what is done at later matches only.
    for (let times = 0; times < 100; times++) {
      expect(Object.entries(router.match("GET", "/1/2")?.params ?? {})).toEqual([
        ["a", 1],
        ["b", "2"],
      ]);
      expect(Object.keys(router.match("GET", "/1/2/3/4/5")?.params ?? {})).toEqual(["a", "b", "c", "d", "e"]);
    }
  }
});
