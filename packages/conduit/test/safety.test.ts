import { describe, expect, test } from "vitest";
import * as c from "../src/index.ts";
import { isHtml, raw, renderToString, safeUrl } from "../src/index.ts";

describe("URLs", () => {
  test.each([
    "",
    "/",
    "/a:b",
    "?a:b",
    "#a:b",
    "a/b:c",
    "x",
    "//host/",
    "http://a",
    "https://a",
    "HTTPS://a",
    "mailto:a@b",
    "tel:+1",
    " /a",
    " https://a",
  ])("%j is written", (url) => expect(safeUrl(url)).toBe(url));

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\0javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:x",
    "\tjava\r\nscript\t:x",
    "java\0script:x",
    "data:text/html,x",
    "vbscript:x",
    "blob:x",
    "file:///x",
    "filesystem:x",
    "javascript\n:x",
    ":x",
    "1:x",
    "javascript&colon;:x",
    "view-source:x",
    "\u0001javascript:x",
    "ｊavascript:x",
    "ht\ttps://a",
  ])("%j is not", (url) => expect(safeUrl(url)).toBe("about:invalid#watt"));

  test.each([
    "href",
    "src",
    "action",
    "formaction",
    "poster",
    "cite",
    "ping",
    "data",
    "background",
    "manifest",
    "xlink:href",
    "HREF",
  ])("the attribute %s is checked", (name) =>
    expect(renderToString(() => c.a({ [name]: "javascript:alert(1)" } as never))).toContain("about:invalid#watt"),
  );
});

describe("attributes", () => {
  test.each(["onclick", "ONCLICK", "onfoo", "srcdoc", "SRCDOC"])("text for %s is refused", (name) => {
    expect(() => c.div({ [name]: "x" } as never)).toThrow("WATT_CONDUIT_ATTRIBUTE_FORBIDDEN");
  });

  test.each(["", " ", "a b", "a=b", 'a"', "a>", "a/b", "<a", "1a", "é", "x><img src=x onerror=alert(1)", "a\0"])(
    "the name %j is refused",
    (name) => {
      expect(() => c.div({ [name]: "x" } as never)).toThrow("WATT_CONDUIT_ATTRIBUTE_NAME");
    },
  );

  test.each([[{}], [[]], [() => 1], [Symbol("x")], [c.b()], [raw("x")]])("the value %o is refused", (value) => {
    expect(() => c.div({ title: value } as never)).toThrow("WATT_CONDUIT_ATTRIBUTE_VALUE");
  });

  test("an object without a prototype is an attributes object", () => {
    const attributes = Object.assign(Object.create(null) as object, { id: "a" });
    expect(renderToString(() => c.div(attributes))).toBe('<div id="a"></div>');
  });

  test("properties of a polluted prototype are not attributes", () => {
    const prototype = Object.prototype as { polluted?: string };
    prototype.polluted = "x";
    try {
      expect(renderToString(() => c.div({ id: "a" }))).toBe('<div id="a"></div>');
    } finally {
      delete prototype.polluted;
    }
  });

  test("data in place of attributes obeys the same rules", () => {
    const data = JSON.parse('{"onclick":"alert(1)"}') as never;
    expect(() => c.div(data)).toThrow("WATT_CONDUIT_ATTRIBUTE_FORBIDDEN");
  });
});

describe("children", () => {
  test.each([[new Date(0)], [new Map()], [() => "x"], [Symbol("x")]])("%o is refused", (child) => {
    expect(() => c.div(child as never)).toThrow("WATT_CONDUIT_CHILD:");
    expect(() => c.div("a", child as never)).toThrow("WATT_CONDUIT_CHILD:");
  });

  test("a plain object after the first place is refused", () => {
    expect(() => c.div("a", { id: "x" } as never)).toThrow("WATT_CONDUIT_CHILD:");
  });

  test.each([
    ["title", c.title],
    ["textarea", c.textarea],
  ])("markup in <%s> is refused", (_, builder) => {
    expect(() => builder(c.b("x"))).toThrow("WATT_CONDUIT_CHILD_TEXT_ONLY");
    expect(() => builder(raw("x"))).toThrow("WATT_CONDUIT_CHILD_TEXT_ONLY");
  });

  test("children of a void element are refused", () => {
    expect(() => (c.br as unknown as (child: string) => c.Html)("x")).toThrow("WATT_CONDUIT_CHILD_VOID");
  });

  test("a component that returns no HTML is named", () => {
    const Broken = c.component(function Broken() {
      return "text" as never;
    });
    expect(() => Broken({})).toThrow("The component Broken returned a string");
  });

  test.each([["text"], [null], [undefined], [{}]])("the view %o is refused", (view) => {
    expect(() => c.renderToBytes(() => view as never)).toThrow("WATT_CONDUIT_NOT_HTML");
  });

  test("messages do not quote what a child contains", () => {
    expect(() => c.div("a", { secret: "s3cret" } as never)).not.toThrow("s3cret");
  });
});

describe("trusted HTML cannot be imitated", () => {
  const trusted = raw("<b>x</b>");
  test.each<[string, unknown]>([
    ["JSON", JSON.parse(JSON.stringify(trusted))],
    ["a structured clone", structuredClone(trusted)],
    ["a copy with its prototype", Object.create(Object.getPrototypeOf(trusted) as object)],
    ["a proxy", new Proxy(trusted, {})],
    ["a node's fields", { ...c.b() }],
  ])("by %s", (_, fake) => {
    expect(isHtml(fake)).toBe(false);
    expect(() => c.div("a", fake as never)).toThrow("WATT_CONDUIT_CHILD:");
  });

  test("the real ones are known", () =>
    expect([isHtml(trusted), isHtml(c.b()), isHtml("<b>")]).toEqual([true, true, false]));
});
