import { expectTypeOf, test } from "vitest";
import * as c from "../src/index.ts";

test("builders return nodes", () => {
  expectTypeOf(c.div()).toEqualTypeOf<c.HtmlNode>();
  expectTypeOf(
    c.div({ class: "a", "data-x": 1, "aria-label": "b" }, "text", 1, null, [c.p()]),
  ).toEqualTypeOf<c.HtmlNode>();
  expectTypeOf(c.br()).toEqualTypeOf<c.HtmlNode>();
});

test("attributes belong to their element", () => {
  c.a({ href: "/" });
  // @ts-expect-error href is no attribute of div
  c.div({ href: "/" });
  // @ts-expect-error a misspelled attribute
  c.div({ clas: "x" });
  // @ts-expect-error not a type of input
  c.input({ type: "txt" });
  // @ts-expect-error handlers are not written
  c.div({ onclick: "x" });
  // @ts-expect-error styles are not written
  c.div({ style: "x" });
  // @ts-expect-error a flag is no text
  c.input({ required: "required" });
});

test("children are HTML, text or lists", () => {
  // @ts-expect-error a promise is no child
  c.div("a", Promise.resolve("x"));
  // @ts-expect-error a function is no child
  c.div("a", () => "x");
  // @ts-expect-error a void element takes none
  c.br({}, "x");
});

test("trusted HTML is made by raw and keep only", () => {
  expectTypeOf(c.raw("<b>")).toEqualTypeOf<c.TrustedHtml>();
  // @ts-expect-error an object of the same shape
  const forged: c.TrustedHtml = {};
  // @ts-expect-error a string is not trusted
  c.renderToBytes("<b>");
  void forged;
});

test("components have typed props", () => {
  const Card = c.component<{ name: string }>(({ name }, children) => c.div(name, children));
  expectTypeOf(Card({ name: "x" }, "child")).toEqualTypeOf<c.Html>();
  // @ts-expect-error a prop is missing
  Card({});
});

test("when narrows", () => {
  const user = null as { name: string } | null;
  c.when(user, (u) => u.name);
});
