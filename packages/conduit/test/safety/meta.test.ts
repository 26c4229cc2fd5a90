import { describe, expect, test } from "vitest";
import { div, meta, renderToString } from "../../src/index.ts";
import { safeRefresh } from "../../src/escape/refresh.ts";

const INVALID = "about:invalid#watt";
const written = (attributes: object): string => renderToString(() => meta(attributes as never));

describe("a refresh", () => {
  test.each([
    "0",
    "5",
    " 5 ",
    "5.5",
    ".5",
    ".",
    "5;",
    "5; ",
    "5;url=/a",
    "5; URL = '/a'",
    '5, uRl="/a"x',
    "5 /a",
    "5;/a",
    "5;url",
    "5;url=",
    "5;'/a",
    "5;https://a",
    "5;url=mailto:a@b",
    "5;url=/a?javascript:x",
    "5;url='/a'javascript:x",
  ])("%j is written as it is", (content) => expect(safeRefresh(content)).toBe(content));

  test.each([
    "",
    "x",
    "/a",
    "-1",
    "+5;url=/a",
    "5x;url=/a",
    "url=/a",
    "5\u000b;url=javascript:x",
    "5\u00a0;url=javascript:x",
    "javascript:x",
    "0;javascript:x",
    "0;url=javascript:x",
    "0;URL=JaVaScRiPt:x",
    "0 javascript:x",
    "0,javascript:x",
    "0; url = 'javascript:x'",
    '0;url="javascript:x',
    "0;'javascript:x'",
    "0;url='java\tscript:x'",
    "0;url=\u0001javascript:x",
    "0;url=\njavascript:x",
    "\f0\f;\furl\f=\fjavascript:x",
    "0;url=data:text/html,x",
    "0;url=vbscript:x",
    ".;url=javascript:x",
    "5..5;url=javascript:x",
    "0;url=url=javascript:x",
    "0;;javascript:x",
    "0;url javascript:x",
    "0;ur=javascript:x",
  ])("%j is none", (content) => expect(safeRefresh(content)).toBe(INVALID));
});

describe("what http-equiv names", () => {
  test.each([
    "content-security-policy",
    "Content-Security-Policy",
    "default-style",
    "x-ua-compatible",
    "X-UA-Compatible",
  ])("as %s leaves the content as it is", (name) =>
    expect(written({ "http-equiv": name, content: "0;url=javascript:x" })).toBe(
      `<meta http-equiv="${name}" content="0;url=javascript:x">`,
    ),
  );

  test.each<[object]>([
    [{ "http-equiv": "refresh", content: "0;url=javascript:x" }],
    [{ content: "0;url=javascript:x", "http-equiv": "refresh" }],
    [{ content: "0;url=javascript:x", "HTTP-EQUIV": "REFRESH" }],
    [{ CONTENT: "0;url=javascript:x", "http-equiv": "Refresh" }],
    [{ "http-equiv": "default-style", content: "0;url=javascript:x", "Http-Equiv": "refresh" }],
    [{ "http-equiv": "refresh", content: "/a", Content: "0;url=javascript:x" }],
    [JSON.parse('{"content":"0;url=javascript:x","http-equiv":"refresh"}') as object],
    [Object.assign(Object.create(null) as object, { content: "0;url=javascript:x", "http-equiv": "refresh" })],
  ])("is checked together with the content, as in %j", (attributes) => {
    const html = written(attributes);
    expect(html).toContain(INVALID);
    expect(html).not.toContain("javascript");
  });

  test("is read once", () => {
    let reads = 0;
    const attributes = {
      get content() {
        return reads++ === 0 ? "0;url=/a" : "0;url=javascript:x";
      },
      "http-equiv": "refresh",
    };
    expect(written(attributes)).toBe('<meta content="0;url=/a" http-equiv="refresh">');
  });

  test.each<[object]>([
    [{ "http-equiv": "set-cookie", content: "a=b" }],
    [{ "http-equiv": " refresh", content: "0" }],
    [{ "http-equiv": "" }],
    [{ "http-equiv": true }],
    [{ "http-equiv": 1 }],
    [{ "http-equiv": ["refresh"] }],
    [{ "http-equiv": { toString: () => "refresh" } }],
    [{ "HTTP-EQUIV": "link" }],
  ])("is refused as %j", (attributes) => expect(() => written(attributes)).toThrow("WATT_CONDUIT_ATTRIBUTE_FORBIDDEN"));

  test.each([null, undefined, false])("is nothing as %j", (value) =>
    expect(written({ "http-equiv": value, content: "0;url=javascript:x" })).toBe('<meta content="0;url=javascript:x">'),
  );

  test("means nothing on other elements", () =>
    expect(renderToString(() => div({ "http-equiv": "refresh", content: "0;url=javascript:x" } as never))).toBe(
      '<div http-equiv="refresh" content="0;url=javascript:x"></div>',
    ));
});

describe("the encoding", () => {
  test.each<[object]>([
    [{ charset: "utf-8" }],
    [{ CHARSET: "UTF-8" }],
    [{ "http-equiv": "Content-Type", content: "text/html; charset=utf-8" }],
    [{ content: "TEXT/HTML;charset=UTF-8", "http-equiv": "content-type" }],
  ])("is UTF-8: %j", (attributes) => expect(written(attributes)).toContain("<meta "));

  test.each<[object]>([
    [{ charset: "iso-2022-jp" }],
    [{ ChArSet: "utf-7" }],
    [{ charset: "utf-8", CHARSET: "gbk" }],
    [{ "http-equiv": "content-type", content: "text/html; charset=iso-2022-jp" }],
    [{ content: "text/html; charset=utf-7", "HTTP-EQUIV": "CONTENT-TYPE" }],
    [{ "http-equiv": "content-type", content: "text/html; charset=utf-8; charset=utf-7" }],
    [{ "http-equiv": "content-type", content: "text/html" }],
  ])("is no other: %j", (attributes) => expect(() => written(attributes)).toThrow("WATT_CONDUIT_ATTRIBUTE_FORBIDDEN"));
});

test("the other attributes are those of every element", () => {
  expect(written({ name: "description", content: '"<&' })).toBe('<meta name="description" content="&#34;&lt;&amp;">');
  expect(written({ property: "og:url", content: "javascript:x", "data-x": 1 })).toContain('content="javascript:x"');
  expect(renderToString(() => meta())).toBe("<meta>");
  expect(() => meta("x" as never)).toThrow("WATT_CONDUIT_CHILD_VOID");
  expect(() => written(JSON.parse('{"__proto__":"x"}') as object)).toThrow("WATT_CONDUIT_ATTRIBUTE_NAME");
});
