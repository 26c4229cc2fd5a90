import { describe, expectTypeOf, test } from "vitest";
import { createRouter, href, type Params, type Route, type RouterStats } from "../src/index.ts";

describe("types", () => {
  test("params come from the pattern", () => {
    expectTypeOf<Params<"/users/:id/files/*path">>().toEqualTypeOf<{ id: string; path: string }>();
    expectTypeOf<Params<"/users/:id">>().toEqualTypeOf<{ id: string }>();
    expectTypeOf<keyof Params<"/users/a%3Ab">>().toEqualTypeOf<never>();
    expectTypeOf<Params<string>>().toEqualTypeOf<Record<string, string | number>>();
    expectTypeOf<Params<"/file-:name.png">>().toEqualTypeOf<{ name: string }>();
    expectTypeOf<Params<"/:from-:to">>().toEqualTypeOf<{ from: string; to: string }>();
    expectTypeOf<Params<"/a/*mid/z/:id">>().toEqualTypeOf<{ mid: string; id: string }>();
    expectTypeOf<Params<"/users/:id?">>().toEqualTypeOf<{ id?: string }>();
    expectTypeOf<Params<"{/:lang}?/users/:id(int)?">>().toEqualTypeOf<{ lang?: string; id?: number }>();
    expectTypeOf<Params<"/a{/:b{/:c}?/:d}?/:e">>().toEqualTypeOf<{ b?: string; c?: string; d?: string; e: string }>();
    expectTypeOf<Params<"/:id(int)">>().toEqualTypeOf<{ id: number }>();
    expectTypeOf<Params<"/:id(uuid)">>().toEqualTypeOf<{ id: string }>();
    expectTypeOf<Params<"/:s(draft|published)">>().toEqualTypeOf<{ s: "draft" | "published" }>();
    expectTypeOf<Params<"/:y(\\d{4})-:m(\\d\\d)">>().toEqualTypeOf<{ y: string; m: string }>();
    expectTypeOf<Params<"/:x((?:a|b)+)/:y((a(b))?c)">>().toEqualTypeOf<{ x: string; y: string }>();
    // @ts-expect-error a number where the constraint says so
    ((id: Params<"/:id(int)">["id"]) => id satisfies string)(1);
    // @ts-expect-error optional where the pattern says so
    ((params: Params<"/:id?">) => params.id satisfies string)({});
    // @ts-expect-error the pattern has no param of that name
    type _Unknown = Params<"/users/:id">["name"];
  });

  test("routes and matches", () => {
    const router = createRouter<number>();
    const route = router.add("GET", "/users/:id", 1);
    expectTypeOf(route).toEqualTypeOf<Route<"/users/:id", number>>();
    expectTypeOf(route).toExtend<Route<string, unknown>>();
    expectTypeOf(router.match("GET", "/")?.value).toEqualTypeOf<number | undefined>();
    expectTypeOf<RouterStats["executor"]>().toEqualTypeOf<"wasm" | "walker" | "code">();
    // @ts-expect-error a value of another type
    router.add("GET", "/x", "text");
    // @ts-expect-error readonly
    route.pattern = "/users/:id";
    // @ts-expect-error absent until it is checked
    router.match("GET", "/").value;
  });

  test("href asks for the params that the pattern has", () => {
    const route = createRouter<number>().add("GET", "/users/:id/*path", 1);
    expectTypeOf(href(route, { id: 1, path: "a" })).toEqualTypeOf<string>();
    href("/users");
    href("/users", {}, { q: 1 });
    href("/users/:id", { id: "7" }, { q: [1, undefined], r: null });
    href("/users" as string, { any: "x" });
    href("/users/:id?");
    href("/users/:id?", { id: 7 });
    href("/users/:id(int)", { id: 7n });
    href("/:s(draft|published)", { s: "draft" });
    // @ts-expect-error not a number
    () => href("/users/:id(int)", { id: "7" });
    // @ts-expect-error none of the words
    () => href("/:s(draft|published)", { s: "gone" });
    // @ts-expect-error a param is missing
    () => href(route, { id: 1 });
    // @ts-expect-error all params are missing
    () => href("/users/:id");
    // @ts-expect-error a param of another name
    () => href("/users/:id", { id: 1, name: "x" });
    // @ts-expect-error not a text, a number or a bigint
    () => href("/users/:id", { id: null });
    // @ts-expect-error the pattern has no param
    () => href("/users", { id: 1 });
    // @ts-expect-error objects are no query values
    () => href("/users", {}, { q: {} });
  });
});
