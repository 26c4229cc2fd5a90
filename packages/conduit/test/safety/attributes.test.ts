import { describe, expect, test } from "vitest";
import * as c from "../../src/index.ts";
import * as s from "../../src/svg/index.ts";

const attribute = (name: string, value: unknown): string => c.renderToString(() => c.div({ [name]: value } as never));
const INVALID = "about:invalid#watt";

describe("handlers", () => {
  test.each(["onclick", "ONCLICK", "onfoo", "on", "on-x"])("%s is written of rawScript", (name) => {
    expect(attribute(name, c.rawScript('go("<&\'")'))).toBe(`<div ${name}="go(&#34;&lt;&amp;&#39;&#34;)"></div>`);
    expect(attribute(name, c.json({ a: "</x>" }))).toBe(
      `<div ${name}="{&#34;a&#34;:&#34;\\u003c/x\\u003e&#34;}"></div>`,
    );
  });

  test.each([null, undefined, false])("of %j is not written", (value) =>
    expect(attribute("onclick", value)).toBe("<div></div>"),
  );

  test.each([
    ["x"],
    [""],
    [1],
    [1n],
    [true],
    [{}],
    [["x"]],
    [() => 1],
    [Symbol("x")],
    [c.raw("x")],
    [c.rawCss("x")],
    [c.rawUrl("x")],
    [c.b()],
    [Object("x")],
    [{ toString: () => "x" }],
  ])("%o is refused", (value) => expect(() => attribute("onclick", value)).toThrow("WATT_CONDUIT_ATTRIBUTE_FORBIDDEN"));

  test("are refused in data that takes the place of attributes, in SVG too", () => {
    const data = JSON.parse('{"onload":"alert(1)"}') as never;
    for (const builder of [c.div, c.body, s.svg, s.animate]) {
      expect(() => builder(data)).toThrow("WATT_CONDUIT_ATTRIBUTE_FORBIDDEN");
    }
  });

  test("the message says what to do and quotes no value", () => {
    expect(() => attribute("onclick", "s3cret()")).toThrow("rawScript(code)");
    expect(() => attribute("onclick", "s3cret()")).not.toThrow("s3cret");
  });
});

describe("a document of its own", () => {
  test("is written of HTML", () => {
    const html = c.renderToString(() => c.iframe({ srcdoc: c.p({ title: '"' }, "<&é\uFEFF\r") }));
    expect(html).toBe(
      '<iframe srcdoc="&lt;p title=&#34;&amp;#34;&#34;&gt;&amp;lt;&amp;amp;é\uFEFF&amp;#13;&lt;/p&gt;"></iframe>',
    );
    expect(c.renderToString(() => c.iframe({ srcdoc: c.raw("\uFEFF<b>") }))).toBe(
      '<iframe srcdoc="\uFEFF&lt;b&gt;"></iframe>',
    );
  });

  test("may be a node that left the tape, and a large one", () => {
    const early = c.document(c.html_(c.body("early")));
    for (let n = 0; n < 3000; n++) void c.div({ class: "row" }, "text ".repeat(10));
    const many = Array.from({ length: 3 }, () => "<".repeat(70_000));
    const html = c.renderToString(() =>
      c.div(c.iframe({ title: "a", srcdoc: early }), c.iframe({ title: "b", srcdoc: c.div(many) }), "end"),
    );
    expect(html).toBe(
      '<div><iframe title="a" srcdoc="&lt;!doctype html&gt;&lt;html&gt;&lt;body&gt;early&lt;/body&gt;&lt;/html&gt;"></iframe>' +
        `<iframe title="b" srcdoc="&lt;div&gt;${"&amp;lt;".repeat(210_000)}&lt;/div&gt;"></iframe>end</div>`,
    );
  });

  test.each([["<p>"], [1], [true], [{}], [c.rawScript("x")], [Promise.resolve(c.p())], [[c.p()]]])(
    "is not %o",
    (value) => expect(() => attribute("srcdoc", value)).toThrow("WATT_CONDUIT_ATTRIBUTE_FORBIDDEN"),
  );

  test("is not a node of a finished render", () => {
    let stale: c.Html | undefined;
    c.renderToBytes(() => (stale = c.p()));
    expect(() => c.renderToString(() => c.iframe({ srcdoc: stale }))).toThrow("WATT_CONDUIT_NODE_EXPIRED");
    expect(c.renderToString(() => c.p("next"))).toBe("<p>next</p>");
  });
});

describe("URLs", () => {
  test.each(
    (
      "href src action formaction poster cite data manifest background codebase classid longdesc lowsrc dynsrc profile " +
      "HREF XLINK:HREF xlink:href x:href XML:Base xml:base ping attributionsrc archive srcset imagesrcset"
    ).split(" "),
  )("of %s are checked", (name) => {
    for (const url of ["javascript:x", "JaVaScRiPt:x", "\u0001javascript:x", "data:text/html,x", "vbscript:x"]) {
      expect(attribute(name, url)).toBe(`<div ${name}="${INVALID}"></div>`);
    }
    expect(attribute(name, 5)).toBe(`<div ${name}="5"></div>`);
    expect(attribute(name, true)).toBe(`<div ${name}></div>`);
  });

  test.each(["href", "src", "ping", "xlink:href"])("of %s are written of rawUrl as they are", (name) => {
    expect(attribute(name, c.rawUrl('data:a"b'))).toBe(`<div ${name}="data:a&#34;b"></div>`);
  });

  test.each(["title", "class", "style", "onclick", "srcdoc", "fill", "data-url", "srcset"])(
    "made by rawUrl are no value of %s",
    (name) => expect(() => attribute(name, c.rawUrl("x"))).toThrow(/WATT_CONDUIT_(ATTRIBUTE|STYLE)/),
  );

  test.each(["data-href", "hrefs", "xhref", "itemid", "href-x", "content", "usemap"])("%s is none", (name) =>
    expect(attribute(name, "urn:x")).toBe(`<div ${name}="urn:x"></div>`),
  );
});

describe("what SVG reads as CSS", () => {
  const names =
    "clip-path cursor fill filter marker marker-end marker-mid marker-start mask stroke by from to values FILL".split(
      " ",
    );

  test.each(names)("%s refers to this document only", (name) => {
    expect(attribute(name, "url(http://a/b.svg#c)")).toBe(`<div ${name}=""></div>`);
    expect(attribute(name, "url(#a)")).toBe(`<div ${name}="url(#a)"></div>`);
    expect(attribute(name, c.rawCss("url(/b.svg#c)"))).toBe(`<div ${name}="url(/b.svg#c)"></div>`);
    expect(attribute(name, 7)).toBe(`<div ${name}="7"></div>`);
  });

  test.each([
    "none",
    "red",
    "#fff",
    "rgb(0 0 0 / 50%)",
    "url(#a) red",
    "URL( '#a-1.b' )",
    'url("#a")',
    "0;1;2",
    "M0 0L8,8z; M1 1",
    "1 0 0 0 0\n0 1 0 0 0\r\n0 0 1 0 0",
    "rotate(45deg)",
    "pointer",
    "",
  ])("%j is written", (value) => expect(attributeText("fill", value)).toBe(value));

  test.each([
    "url(a)",
    "url(//a#b)",
    "url(a#b)",
    "url( http://a )",
    "url('a')",
    'url("#a',
    "url(#a",
    "url(#a b)",
    "url(#a)url(b)",
    "red url(b)",
    "url(#a);url(b)",
    "red;url(//a)",
    "image-set('a' 1x)",
    "image(a)",
    "src('a')",
    "u\\72l(a)",
    "\\url(#a)",
    "url/**/(a)",
    "url(#a/**/)",
    "xurl(#a)",
    "-url(#a)",
    "javascript:x",
    "red}",
    "<",
  ])("%j is not", (value) => expect(attributeText("filter", value)).toBe(""));

  function attributeText(name: string, value: string): string {
    const html = c.renderToString(() => s.path({ [name]: value }));
    const written = /^<path \w+="([^"]*)"><\/path>$/.exec(html)?.[1] ?? "?";
    return written.replaceAll("&#34;", '"').replaceAll("&#39;", "'").replaceAll("&#13;", "\r");
  }
});

describe("what an animation may set", () => {
  test.each(["cx", "fill", "transform", "class", "d", "CX", " cx "])("is %j", (name) =>
    expect(c.renderToString(() => s.set({ attributeName: name }))).toBe(`<set attributeName="${name}"></set>`),
  );

  test.each(
    "href HREF xlink:href x:href onclick ONload src style srcdoc srcset ping xml:base attributeName".split(" "),
  )("is not %s", (name) => {
    for (const spelled of [name, ` ${name}\n`]) {
      expect(() => s.set({ attributeName: spelled })).toThrow("WATT_CONDUIT_ATTRIBUTE_FORBIDDEN");
      expect(() => c.div(JSON.parse(JSON.stringify({ ATTRIBUTENAME: spelled })) as never)).toThrow(
        "WATT_CONDUIT_ATTRIBUTE_FORBIDDEN",
      );
    }
  });
});
