import * as c from "../../src/index.ts";
import * as m from "../../src/mathml/index.ts";
import * as s from "../../src/svg/index.ts";

/** A view that puts a value into one context. */
type View = (value: string) => c.Html;

/** What is expected of a context beyond what holds for all: no script, no other request, no other node. */
export interface Expectation {
  /** Where the value is found again: the text of the first element, or one of its attributes. */
  readonly found?: "text" | "json" | "code" | (string & {});
  /** The value is an address that browsers fetch, if it is a safe one. */
  readonly fetches?: boolean;
  /** The value is a name: its element has an attribute of that name, or the view throws. */
  readonly isName?: boolean;
}

/** The contexts, whatever the way in which templates are written. */
export const contexts = {
  text: { found: "text" },
  "text between elements": {},
  "items of a list": {},
  "text of a title": { found: "text" },
  "text of a textarea": { found: "text" },
  "text of a pre": { found: "text" },
  "text of an option": {},
  "text of a cell": {},
  "text of a noscript": {},
  "text of a template": {},
  "text of SVG": {},
  "text of a title of SVG": {},
  "text inside of foreignObject": {},
  "text of MathML": {},
  "text of an annotation in HTML": {},
  attribute: { found: "title" },
  "attribute of a void element": { found: "value" },
  "attribute of SVG": {},
  class: {},
  "part of a name": { isName: true },
  name: { isName: true },
  "data in place of attributes": { found: "title" },
  link: {},
  "link of SVG": {},
  "address of a form": {},
  "base of a citation": {},
  "addresses that are told": {},
  "address of an image": { fetches: true },
  "address of an image of SVG": { fetches: true },
  "candidates of an image": { fetches: true },
  "list of candidates": { fetches: true },
  refresh: {},
  style: {},
  "presentation of SVG": {},
  "animation of SVG": {},
  JSON: { found: "json" },
  island: { found: "json" },
  "JSON in SVG": {},
  "JSON in code": { found: "code" },
} as const satisfies Readonly<Record<string, Expectation>>;

export type Context = keyof typeof contexts;

/** A way in which templates are written: all of them mean the same. */
export interface Mode {
  readonly name: string;
  readonly views: Readonly<Record<Context, View>>;
}

const presentation = (value: string): object =>
  Object.fromEntries("fill stroke filter mask clip-path cursor marker-end".split(" ").map((name) => [name, value]));

const builders: Mode["views"] = {
  text: (v) => c.div(v),
  "text between elements": (v) => c.div(c.b("a"), v, [c.i("b"), v]),
  "items of a list": (v) => c.ul(c.each([v, v], (item) => c.li(item))),
  "text of a title": (v) => c.title(v),
  "text of a textarea": (v) => c.textarea(v),
  "text of a pre": (v) => c.pre(v),
  "text of an option": (v) => c.select(c.option(v)),
  "text of a cell": (v) => c.table(c.tbody(c.tr(c.td(v)))),
  "text of a noscript": (v) => c.noscript(c.p({ title: v }, v)),
  "text of a template": (v) => c.template(c.p(v)),
  "text of SVG": (v) => s.svg(s.text(v)),
  "text of a title of SVG": (v) => s.svg(s.title(v), s.desc(v)),
  "text inside of foreignObject": (v) => s.svg(s.foreignObject(c.p({ title: v }, v))),
  "text of MathML": (v) => m.math(m.mtext(v), m.mi(v)),
  "text of an annotation in HTML": (v) => m.math(m.semantics(m.annotationXml({ encoding: "text/html" }, v))),
  attribute: (v) => c.div({ title: v }, "x"),
  "attribute of a void element": (v) => c.input({ value: v, type: "hidden" }),
  "attribute of SVG": (v) => s.svg({ "aria-label": v }, s.path({ id: v, d: v, "stroke-width": v })),
  class: (v) => c.div({ class: [v, { [v]: true }] }),
  "part of a name": (v) => c.div({ [`data-${v}`]: "x" }),
  name: (v) => c.div({ [v]: "x" }),
  "data in place of attributes": (v) =>
    c.div(JSON.parse(JSON.stringify({ title: v, lang: v })) as c.GlobalAttributes, v),
  link: (v) => c.a({ href: v }, "x"),
  "link of SVG": (v) => s.svg(s.a({ href: v, ...({ "xlink:href": v } as object) }, s.text("x"))),
  "address of a form": (v) => c.form({ action: v }, c.button({ formaction: v }, "x")),
  "base of a citation": (v) => c.blockquote({ cite: v }, c.q({ cite: v })),
  "addresses that are told": (v) => c.a({ ping: v, href: "#" }, "x"),
  "address of an image": (v) => c.img({ src: v, alt: "" }),
  "address of an image of SVG": (v) => s.svg(s.image({ href: v })),
  "candidates of an image": (v) => c.img({ srcset: v, alt: "" }),
  "list of candidates": (v) =>
    c.img({
      srcset: [
        { url: v, density: 1 },
        { url: "about:blank", density: 9 },
      ],
      alt: "",
    }),
  // Inside of a template it is inert, so that all of them fit on a page.
  refresh: (v) => c.template(c.meta({ content: v, "http-equiv": "refresh" })),
  style: (v) => c.div({ style: { "--a": v, "background-image": v as never, content: v, "--z": "end" } }, "x"),
  "presentation of SVG": (v) => s.svg(s.path({ d: "M0 0h9v9z", ...presentation(v) })),
  "animation of SVG": (v) =>
    s.svg(s.path({ d: "M0 0h9" }, s.animate({ attributeName: "filter", from: v, to: v, by: v, values: v, dur: "1s" }))),
  JSON: (v) => c.script({ type: "application/json" }, c.json(v)),
  island: (v) => c.island("island", v),
  "JSON in code": (v) =>
    c.script({ nonce: "n" }, c.rawScript("(globalThis.seen ??= []).push("), c.json(v), c.rawScript(")")),
  "JSON in SVG": (v) => s.svg(s.script({ type: "application/json" }, c.json(v))),
};

export const modes: readonly Mode[] = [{ name: "builders", views: builders }];
