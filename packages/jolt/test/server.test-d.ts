import { type Html, li } from "@watt/conduit";
import { expectTypeOf, test } from "vitest";
import { jolt, type JoltAnswer, joltAttrs } from "../src/server/index.ts";

const j = jolt(new Request("http://site.test/"));
const html = (): Html => li("x");

test("answers chain", () => {
  expectTypeOf(
    j.redirect("/").append("#list", li("x")).replace("#n", html).into("#a", "delete"),
  ).toEqualTypeOf<JoltAnswer>();
});

test("only HTML", () => {
  // @ts-expect-error a string is not HTML
  j.append("#list", "<li>x</li>");
  // @ts-expect-error nor is what a function returns
  j.append("#list", () => "<li>x</li>");
  // @ts-expect-error a page is made by functions, so that one of two is made
  j.page(li("x"), html);
  // @ts-expect-error remove takes no content
  j.remove("#list", li("x"));
});

test("only ids as targets, only known tokens", () => {
  // @ts-expect-error no selector of an id
  j.append("list", li("x"));
  // @ts-expect-error no selector of an id
  j.remove(".row");
  // @ts-expect-error no token
  j.page(html, html).into("#a", "innerHtml");
});

test("attributes", () => {
  expectTypeOf(joltAttrs({ post: "/a", target: "#b" })).toEqualTypeOf<{
    readonly "jolt-post": "/a";
    readonly "jolt-target": "#b";
  }>();
  // @ts-expect-error one verb only
  joltAttrs({ get: "/a", post: "/a" });
  // @ts-expect-error no verb
  joltAttrs({ target: "#a" });
  // @ts-expect-error no such target
  joltAttrs({ get: "/a", target: "list" });
  // @ts-expect-error no such token
  joltAttrs({ get: "/a", swap: "inner" });
  // @ts-expect-error no such attribute
  joltAttrs({ get: "/a", targets: "#a" });
});
