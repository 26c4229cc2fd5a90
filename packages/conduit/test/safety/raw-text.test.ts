import { describe, expect, test } from "vitest";
import * as c from "../../src/index.ts";
import * as s from "../../src/svg/index.ts";

type AnyBuilder = (...args: readonly unknown[]) => c.Html;
const script = c.script as AnyBuilder;
const style = c.style as AnyBuilder;
const iframe = c.iframe as AnyBuilder;
const { rawScript, rawCss, raw, json } = c;

describe("text that is not escaped", () => {
  test.each<[string, () => c.Html, string]>([
    ["code", () => script(rawScript("if (a < b && c) d()")), "<script>if (a < b && c) d()</script>"],
    [
      "code around data",
      () => script({ nonce: "n" }, rawScript("go("), json({ a: "</script>" }), rawScript(")")),
      '<script nonce="n">go({"a":"\\u003c/script\\u003e"})</script>',
    ],
    ["code as trusted HTML", () => script(raw("a < b")), "<script>a < b</script>"],
    [
      "a list, and nothing",
      () => script([rawScript("a"), [null, rawScript("b")]], false, undefined),
      "<script>ab</script>",
    ],
    ["no child", () => script({ src: "/a.js" }), '<script src="/a.js"></script>'],
    ["only nothing", () => script(null), "<script></script>"],
    ["rules", () => style(rawCss("a > b{}<!-- -->")), "<style>a > b{}<!-- --></style>"],
    ["trusted rules", () => style({ media: "print" }, raw("a{}")), '<style media="print">a{}</style>'],
    ["a kept node", () => iframe(c.keep(c.b("x"))), "<iframe><b>x</b></iframe>"],
    ["a byte order mark", () => script(raw("\uFEFFa")), "<script>\uFEFFa</script>"],
    ["the end of another element", () => script(rawScript("'</style>'")), "<script>'</style>'</script>"],
    ["half an end tag", () => script(rawScript("a</scrip")), "<script>a</scrip</script>"],
  ])("is %s", (_, view, html) => expect(c.renderToString(view)).toBe(html));

  test.each([
    ["script", script],
    ["style", style],
    ["iframe", iframe],
    ["script of SVG", s.script as AnyBuilder],
    ["style of SVG", s.style as AnyBuilder],
  ])("is no other child of <%s>", (_, builder) => {
    const wrong = ["x", "", 1, 1n, c.b("x"), {}, new Date(0), Promise.resolve(), () => 1, Symbol("x"), c.rawUrl("x")];
    for (const child of [...wrong, ...wrong.map((one) => [one])]) {
      expect(() => builder({}, child)).toThrow("WATT_CONDUIT_CHILD_RAW_TEXT");
    }
  });

  test("is of its own kind", () => {
    expect(() => script(rawCss("x"))).toThrow("WATT_CONDUIT_CHILD_RAW_TEXT");
    expect(() => style(rawScript("x"))).toThrow("WATT_CONDUIT_CHILD_RAW_TEXT");
    expect(() => style(json({}))).toThrow("WATT_CONDUIT_CHILD_RAW_TEXT");
    expect(() => iframe(rawScript("x"))).toThrow("WATT_CONDUIT_CHILD_RAW_TEXT");
  });

  test("is a child of these elements only", () => {
    for (const trusted of [rawScript("x"), rawCss("x"), c.rawUrl("x")]) {
      for (const builder of [c.div, c.title, c.textarea, s.svg] as unknown as AnyBuilder[]) {
        expect(() => builder(trusted)).toThrow("WATT_CONDUIT_CHILD:");
      }
    }
  });
});

describe("trusted text that would leave its element is refused", () => {
  test.each<[string, () => c.Html]>([
    ["an end tag", () => script(rawScript("</script>"))],
    ["an end tag in capitals", () => script(rawScript("x</SCRIPT "))],
    ["its beginning", () => script(rawScript("'</script'"))],
    ["an end tag across two", () => script(rawScript("</scr"), rawScript("ipt>"))],
    ["an end tag across lists", () => script([rawScript("<")], [[raw("/script>")]])],
    ["a comment", () => script(rawScript("<!--"))],
    ["a comment across two", () => script(rawScript("<!"), rawScript("--"))],
    ["in trusted HTML", () => script(raw("<!--<script>"))],
    ["the end of a style", () => style(rawCss("a{}</style\t>"))],
    ["the end of a style in trusted HTML", () => style(raw("</Style>"))],
    ["the end of an iframe", () => iframe(raw("</iframe>"))],
  ])("%s", (_, view) => {
    expect(view).toThrow("WATT_CONDUIT_RAW_TEXT");
    expect(c.renderToString(() => c.p("next"))).toBe("<p>next</p>");
  });
});

test("in SVG it is escaped, as parsers read references there", () => {
  expect(c.renderToString(() => s.script({ id: "a" }, rawScript("a<b && '</script>'"), json("<!--")))).toBe(
    '<script id="a">a&lt;b &amp;&amp; &#39;&lt;/script&gt;&#39;&#34;\\u003c!--&#34;</script>',
  );
  expect(c.renderToString(() => s.style(rawCss("a > b{}")))).toBe("<style>a &gt; b{}</style>");
  expect(() => (s.style as AnyBuilder)(raw("a{}"))).toThrow("WATT_CONDUIT_CHILD_RAW_TEXT");
});
