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
  // @ts-expect-error a flag is no text
  c.input({ required: "required" });
});

test("handlers take code that is trusted", () => {
  c.div({ onclick: c.rawScript("x()"), onpointerdown: null, ontransitionend: undefined });
  c.body({ onpagehide: c.rawScript("x()") });
  s.svg({ onload: c.json({ a: 1 }) });
  // @ts-expect-error a string is no code
  c.div({ onclick: "x()" });
  // @ts-expect-error neither is a function
  c.div({ onclick: () => 1 });
  // @ts-expect-error trusted HTML is none
  c.div({ onclick: c.raw("x()") });
  // @ts-expect-error misspelled
  c.div({ onclik: c.rawScript("x()") });
  // @ts-expect-error a handler of body
  c.div({ onpagehide: c.rawScript("x()") });
  // @ts-expect-error trusted code is made by rawScript and json
  const forged: c.TrustedScript = {};
  void forged;
});

test("addresses are text or made by rawUrl", () => {
  c.a({ href: c.rawUrl("app:x"), ping: "/a /b" });
  s.use({ href: c.rawUrl("data:x") });
  c.img({ srcset: "/a 1x" });
  c.img({
    srcset: [
      { url: "/a", width: 300 },
      { url: c.rawUrl("data:x"), density: 2 },
    ],
  });
  c.link({ imagesrcset: [{ url: "/a" }] });
  // @ts-expect-error a title is no address
  c.a({ title: c.rawUrl("x") });
  // @ts-expect-error a trusted address is no list
  c.img({ srcset: c.rawUrl("x") });
  // @ts-expect-error a candidate has a URL
  c.img({ srcset: [{ width: 300 }] });
  // @ts-expect-error a width is a number
  c.img({ srcset: [{ url: "/a", width: "300w" }] });
  // @ts-expect-error a trusted URL is made by rawUrl
  const forged: c.TrustedUrl = {};
  void forged;
});

test("a meta names what the standard lists", () => {
  c.meta({ "http-equiv": "refresh", content: "5" });
  c.meta({ charset: "utf-8" });
  // @ts-expect-error not in the list
  c.meta({ "http-equiv": "set-cookie", content: "a=b" });
  // @ts-expect-error another encoding
  c.meta({ charset: "latin1" });
  // @ts-expect-error an attribute of meta
  c.div({ "http-equiv": "refresh" });
});

test("a document of its own is HTML", () => {
  c.iframe({ srcdoc: c.document(c.html_()) });
  c.iframe({ srcdoc: c.raw("<p>") }, c.raw("x"));
  // @ts-expect-error a string is no HTML
  c.iframe({ srcdoc: "<p>" });
  // @ts-expect-error an attribute of iframe
  c.div({ srcdoc: c.p() });
});

test("scripts and styles take what is trusted", () => {
  c.script({ type: "module" }, c.rawScript("a("), c.json([1]), [c.rawScript(")")], null);
  c.script(c.rawScript("a()"));
  c.style(c.rawCss("a{}"), c.raw("b{}"));
  s.script(c.rawScript("a()"));
  s.path({ fill: c.rawCss("url(/a.svg#b)") });
  // @ts-expect-error text cannot be escaped there
  c.script("a()");
  // @ts-expect-error text cannot be escaped there
  c.style({}, "a{}");
  // @ts-expect-error a node is no code
  c.script(c.b());
  // @ts-expect-error CSS is no code
  c.script(c.rawCss("a{}"));
  // @ts-expect-error code is no CSS
  c.style(c.rawScript("a()"));
  // @ts-expect-error in SVG, HTML is markup
  s.style(c.raw("a{}"));
  // @ts-expect-error code is no child
  c.div(c.rawScript("a()"));
});

test("JSON holds data", () => {
  interface Item {
    readonly name: string;
    readonly next?: Item;
  }
  const item: Item = { name: "a" };
  c.json(item);
  c.json([1, "a", null, true, { a: [item] }] as const);
  c.json(JSON.parse("{}"));
  expectTypeOf(c.json(1)).toEqualTypeOf<c.TrustedScript>();
  // @ts-expect-error a date would become a string
  c.json({ at: new Date(0) });
  // @ts-expect-error a bigint would throw
  c.json([1n]);
  // @ts-expect-error a function would vanish
  c.json({ f: () => 1 });
  // @ts-expect-error undefined would vanish
  c.json({ a: undefined });
  // @ts-expect-error undefined might vanish
  c.json({ a: 1 as number | undefined });
  // @ts-expect-error a map would become {}
  c.json(new Map());

  const cart = (items: readonly Item[]) => c.island("cart", { items, sum: items.length });
  expectTypeOf<c.IslandData<ReturnType<typeof cart>>>().toEqualTypeOf<{ items: readonly Item[]; sum: number }>();
  c.div("a", cart([item]));
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
