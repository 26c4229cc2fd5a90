import { describe, expect, test } from "vitest";
import { createRouter, errorOf, href } from "./support.ts";

describe("href", () => {
  test.each([
    ["static", href("/users"), "/users"],
    ["the root", href("/"), "/"],
    ["static text in its canonical spelling", href("/café/a b/a%3ab"), "/caf%C3%A9/a%20b/a:b"],
    ["params", href("/users/:id/posts/:post", { id: 7, post: "a b" }), "/users/7/posts/a%20b"],
    ["a slash in a param", href("/users/:id", { id: "a/b%?#é" }), "/users/a%2Fb%25%3F%23%C3%A9"],
    ["bigint", href("/n/:n", { n: 12n }), "/n/12"],
    ["a wildcard, segment by segment", href("/files/*path", { path: "a b/ü//c/" }), "/files/a%20b/%C3%BC//c/"],
    ["a trailing slash", href("/:a/", { a: "x" }), "/x/"],
    ["a query", href("/s", {}, { q: "a&b=c", page: 2, on: true }), "/s?q=a%26b%3Dc&page=2&on=true"],
    ["a query with lists and gaps", href("/s", undefined, { a: [1, 2], b: undefined, c: null, d: [] }), "/s?a=1&a=2"],
    ["a name that objects have", href("/:constructor", { constructor: "x" }), "/x"],
  ])("writes %s", (_, link, expected) => expect(link).toBe(expected));

  test("takes what add returned", () => {
    const route = createRouter<number>().add("GET", "/users/:id", 1);
    expect(href(route, { id: "x" })).toBe("/users/x");
  });

  test.each([
    ["/:id", {}, "missing"],
    ["/:id", undefined, "missing"],
    ["/:toString", {}, "missing"],
    ["/:id", { id: undefined }, "missing"],
    ["/:id", { id: "" }, "empty"],
    ["/:id", { id: "." }, "dot segment"],
    ["/:id", { id: ".." }, "dot segment"],
    ["/:id", { id: "\ud800" }, "surrogate"],
    ["/*id", { id: "" }, "empty"],
    ["/*id", { id: "/etc" }, "begins with '/'"],
    ["/*id", { id: "a/../b" }, "dot segment"],
  ])("refuses %s with %j: %s", (pattern, params, problem) => {
    const error = errorOf(() => href(pattern, params as Record<string, string>));
    expect(error.code).toBe("WATT_CAPACITOR_HREF_PARAM");
    expect(error.details).toMatchObject({ pattern, name: /\w+/.exec(pattern)?.[0] });
    expect(error.details["problem"]).toContain(problem);
  });

  test("refuses what is no pattern", () => {
    expect(errorOf(() => href("/:id+" as string)).code).toBe("WATT_CAPACITOR_PATTERN_SYNTAX");
  });
});
