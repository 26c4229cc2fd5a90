import { describe, expectTypeOf, test } from "vitest";
import { createRouter, href, type HrefParams, type ParamNames, type Params } from "../../src/index.ts";

// One table for each family of patterns: what is right, and each way of being wrong.
describe("a static pattern", () => {
  test("has no params", () => {
    expectTypeOf<Params<"/users/new">>().toEqualTypeOf<{}>();
    expectTypeOf<ParamNames<"/users/%3Aid">>().toEqualTypeOf<never>();
    href("/users/new");
    href("/users/new", undefined, { q: 1 });
    // @ts-expect-error a param of a static pattern
    () => href("/users/new", { id: 1 });
    // @ts-expect-error a param of a route without params
    () => href(createRouter<number>().add("GET", "/users/new", 1), { id: 1 });
    // @ts-expect-error no property
    type _Id = Params<"/users/new">["id"];
  });
});

describe("a param", () => {
  test("is a text", () => {
    expectTypeOf<Params<"/users/:id">>().toEqualTypeOf<{ id: string }>();
    expectTypeOf<HrefParams<"/users/:id">>().toEqualTypeOf<{ readonly id: string | number | bigint }>();
    href("/users/:id", { id: 7n });
    // @ts-expect-error missing
    () => href("/users/:id", {});
    // @ts-expect-error all are missing
    () => href("/users/:id");
    // @ts-expect-error unknown
    () => href("/users/:id", { id: 1, name: "x" });
    // @ts-expect-error misspelled
    () => href("/users/:id", { di: 1 });
    // @ts-expect-error undefined
    () => href("/users/:id", { id: undefined });
    // @ts-expect-error no text
    () => href("/users/:id", { id: true });
    // @ts-expect-error read as a text
    (params: Params<"/users/:id">) => params.id satisfies number;
  });
});

describe("a constrained param", () => {
  test("int is a number", () => {
    expectTypeOf<HrefParams<"/:n(int)">>().toEqualTypeOf<{ readonly n: number | bigint }>();
    // @ts-expect-error a text
    () => href("/:n(int)", { n: "7" });
    // @ts-expect-error read as a number
    (params: Params<"/:n(int)">) => params.n satisfies string;
  });

  test("words are their union", () => {
    expectTypeOf<Params<"/:s(draft|published|x)">>().toEqualTypeOf<{ s: "draft" | "published" | "x" }>();
    // @ts-expect-error none of them
    () => href("/:s(draft|published)", { s: "gone" });
    // @ts-expect-error a number is none of them
    () => href("/:s(draft|published)", { s: 1 });
  });

  test("an expression is a text", () => {
    expectTypeOf<Params<"/:y(\\d{4})-:m([01]\\d|x)">>().toEqualTypeOf<{ y: string; m: string }>();
    expectTypeOf<Params<"/:x(\\(a\\)|b)">>().toEqualTypeOf<{ x: string }>();
    // @ts-expect-error one of two is missing
    () => href("/:y(\\d{4})-:m(\\d\\d)", { y: 2026 });
  });
});

describe("an affixed segment", () => {
  test("has its params", () => {
    expectTypeOf<Params<"/:name.:ext/v:major(int).x">>().toEqualTypeOf<{ name: string; ext: string; major: number }>();
    // @ts-expect-error missing
    () => href("/:name.:ext", { name: "a" });
    // @ts-expect-error the text is none of the name
    () => href("/file-:name", { "file-name": "a" });
  });
});

describe("what is optional", () => {
  test("may be left out, or be undefined", () => {
    expectTypeOf<Params<"/a/:id?">>().toEqualTypeOf<{ id?: string }>();
    expectTypeOf<Params<"{/:lang(de|en)}?/:n(int)?">>().toEqualTypeOf<{ lang?: "de" | "en"; n?: number }>();
    href("/a/:id?");
    href("/a/:id?", {});
    href("/a/:id?", { id: undefined });
    href("{/:lang(de|en)}?/x", { lang: "de" }, { q: 1 });
    // @ts-expect-error read it may be absent
    (params: Params<"/a/:id?">) => params.id satisfies string;
    // @ts-expect-error of another type
    () => href("/a/:n(int)?", { n: "1" });
    // @ts-expect-error unknown
    () => href("/a/:id?", { name: "x" });
    // @ts-expect-error what is not optional is still asked for
    () => href("/:a{/:b}?", { b: 1 });
  });
});

describe("a wildcard", () => {
  test("is a text", () => {
    expectTypeOf<Params<"/a/*mid/z/:id">>().toEqualTypeOf<{ mid: string; id: string }>();
    expectTypeOf<Params<"/a{/*rest}?">>().toEqualTypeOf<{ rest?: string }>();
    // @ts-expect-error missing
    () => href("/files/*path");
    // @ts-expect-error no list of segments
    () => href("/files/*path", { path: ["a", "b"] });
  });
});

describe("a pattern that is not a literal", () => {
  test("has any params", () => {
    expectTypeOf<Params<string>>().toEqualTypeOf<Record<string, string | number>>();
    expectTypeOf<Params<`/users/${string}`>>().toEqualTypeOf<Record<string, string | number>>();
    expectTypeOf<ParamNames<string>>().toEqualTypeOf<string>();
    href("/users" as string);
    href("/users" as string, { any: 1 }, { q: 1 });
    href(`/users/${"x" as string}` as const, { any: 1 });
    href(createRouter<number>().add("GET", "/users" as string, 1), { any: undefined });
    // @ts-expect-error no text
    () => href("/users" as string, { any: {} });
  });
});

describe("a pattern that cannot be read", () => {
  test("does not compile", () => {
    // @ts-expect-error it does not begin with a slash
    () => href("users/:id", { id: 1 });
    // @ts-expect-error one name for two
    () => href("/:id/x/:id", { id: 1 });
    // @ts-expect-error one name for two, in one segment
    () => href("/:id-:id", { id: 1 });
    // @ts-expect-error one name for a param and a wildcard
    () => href("/:id/*id", { id: 1 });
    // @ts-expect-error a name is missing
    () => href("/:/x", { "": 1 });
    // @ts-expect-error a name begins with a digit
    () => href("/:1st", { "1st": 1 });
    // @ts-expect-error two params side by side
    () => href("/:a:b", { a: 1, b: 1 });
    // @ts-expect-error means something else elsewhere
    () => href("/:a+", { a: 1 });
    // @ts-expect-error no such constraint
    () => href("/:a(integer)", { a: 1 });
    // @ts-expect-error not closed
    () => href("/:a(int", { a: 1 });
  });
});
