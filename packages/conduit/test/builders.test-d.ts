import { expectTypeOf, test } from "vitest";
import * as c from "../src/index.ts";
import * as m from "../src/mathml/index.ts";
import * as s from "../src/svg/index.ts";

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
  // @ts-expect-error a flag is no text
  c.input({ required: "required" });
});

test("values are those that the standard lists", () => {
  c.link({ rel: "preload", as: "font", crossorigin: "anonymous", fetchpriority: "high", blocking: "render" });
  c.template({ shadowrootmode: "open", shadowrootclonable: true });
  c.dialog({ closedby: "any" });
  c.button({ command: "show-modal", commandfor: "dialog", popovertargetaction: "hide" });
  // @ts-expect-error not a way to load
  c.img({ loading: "later" });
  // @ts-expect-error an attribute of the past
  c.table({ bgcolor: "red" });
  // @ts-expect-error not a kind of list
  c.ol({ type: "roman" });
  // @ts-expect-error a number is no flag
  c.details({ open: 1 });
  // @ts-expect-error an element of the past
  void c.font;
});

test("aria attributes are those of WAI-ARIA, with their values", () => {
  c.div({
    "aria-expanded": false,
    "aria-current": "page",
    "aria-label": "x",
    "aria-level": 2,
    "aria-pressed": "mixed",
  });
  // @ts-expect-error not a value of it
  c.div({ "aria-current": "pages" });
  // @ts-expect-error a number is neither true nor false
  c.div({ "aria-hidden": 1 });
  // @ts-expect-error misspelled
  c.div({ "aria-labeledby": "x" });
});

test("classes are text, lists and records", () => {
  c.div({ class: ["a", { b: true }, null, false, ["c"]] });
  // @ts-expect-error a date is no name
  c.div({ class: [new Date()] });
  // @ts-expect-error true is no name
  c.div({ class: true });
});

test("styles are declarations", () => {
  c.div({
    style: { "font-size": "2em", opacity: 0.5, "--accent": "red", color: null, "background-image": c.rawCss("url(x)") },
  });
  // @ts-expect-error text is not checked
  c.div({ style: "color: red" });
  // @ts-expect-error names are those of CSS
  c.div({ style: { fontSize: "2em" } });
  // @ts-expect-error no value of display
  c.div({ style: { "box-sizing": "padding" } });
  // @ts-expect-error trusted CSS is made by rawCss
  c.div({ style: { color: {} } });
});

test("SVG and MathML have their own attributes", () => {
  s.path({ d: "M0 0", "stroke-width": 2, class: ["a"], "aria-hidden": true, "data-x": 1 });
  m.mo({ stretchy: false, form: "prefix" }, "(");
  // @ts-expect-error an attribute of circle
  s.path({ cx: 1 });
  // @ts-expect-error SVG is case-sensitive
  s.svg({ viewbox: "0 0 1 1" });
  // @ts-expect-error not a form
  m.mo({ form: "middle" });
  // @ts-expect-error an attribute of mfrac
  m.mo({ linethickness: 1 });
  // @ts-expect-error handlers are not written
  s.svg({ onload: "x" });
});

test("children are HTML, text or lists", () => {
  c.div("a", Promise.resolve("x"));
  // @ts-expect-error what it gives is no child
  c.div(
    "a",
    Promise.resolve(() => "x"),
  );
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
