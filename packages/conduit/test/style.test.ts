import { describe, expect, test } from "vitest";
import { div, raw, rawCss, renderToString, type StyleValue } from "../src/index.ts";

const styled = (style: unknown): string => renderToString(() => div({ style: style as StyleValue }));
const valued = (value: unknown): string => styled({ color: value });

describe("declarations", () => {
  test("are written by their names, in order", () => {
    const style = { "font-size": "2em", color: "red", "--accent": 0, opacity: 0.5 };
    expect(styled(style)).toBe('<div style="font-size:2em;color:red;--accent:0;opacity:0.5"></div>');
  });

  test.each([null, undefined, false, true, ""])("of which one is %j is left out", (value) => {
    expect(styled({ color: value, top: 0 })).toBe('<div style="top:0"></div>');
  });

  test.each([[{}], [{ color: null }], [null], [undefined], [false]])(
    "without any, as %j, there is no attribute",
    (style) => {
      expect(styled(style)).toBe("<div></div>");
    },
  );

  test("are escaped as all attributes are", () => {
    expect(valued('"a&b"')).toBe('<div style="color:&#34;a&amp;b&#34;"></div>');
  });

  test.each([["red"], [1], [1n], [true], [["color:red"]], [new Date(0)], [raw("color:red")], [rawCss("color:red")]])(
    "are not %o",
    (style) => {
      expect(() => styled(style)).toThrow("WATT_CONDUIT_STYLE_VALUE");
    },
  );

  test.each(["", "a b", "color;", "x:y", "color:red;--a", "--", "-", "1a", "a{", "/*", "color\n", "__proto__ "])(
    "are not named %j",
    (name) => expect(() => styled({ [name]: "x" })).toThrow("WATT_CONDUIT_STYLE_NAME"),
  );
});

describe("a value", () => {
  test.each([
    "red",
    "#a1b2c3",
    "1.5em",
    "-1px",
    "50%",
    "10px / 1.5 serif",
    "1px solid rgb(0 0 0 / 50%)",
    "calc(100% - (2 * var(--gap, 1em)))",
    "min(1px, max(2px,3px))",
    "translate(-50%, -50%) rotate(3deg)",
    "linear-gradient(to right, red 0%, blue)",
    "[full-start] minmax(1rem, 1fr) [main-start] repeat(auto-fit, 10px) [main-end full-end]",
    '"Segoe UI", sans-serif',
    "'it is', x",
    "url",
    "not-a-url",
    "none !important",
    "RGB(0 0 0)",
    "opacity .2s ease-in, top 1s",
    "Größe",
    "U+26",
    "a|b>c~d+e*f=g^h$i?&",
    "",
  ])("%j is written", (value) => {
    expect(valued(value).length).toBeGreaterThan(value === "" ? 0 : '<div style="color:"></div>'.length);
  });

  test.each([
    "red;background:url(x)",
    "red;",
    ";",
    '"\\"',
    "red}body{color:red",
    "url(x)",
    "URL(x)",
    "red url(x)",
    "red  uRl (x), url(//evil)",
    'image-set("x" 1x)',
    "image(x)",
    "src(x)",
    "attr(x)",
    "element(#a)",
    "paint(x)",
    "cross-fade(url(x), red)",
    "expression(alert(1))",
    "x-unknown(1)",
    "u\\72l(x)",
    "\\",
    "url/**/(x)",
    "a/*b*/c",
    "/*",
    "(",
    ")",
    "(]",
    "[)",
    "[",
    "calc(1px",
    "calc(1px))",
    '"',
    "'",
    "\"a'",
    '"a\nb"',
    '"a\\"b"',
    '"</style>"',
    "<",
    "</style>",
    "a:b",
    "@import x",
    "red !ie",
    "!important!",
    "`",
    "a\nb",
    "a\0b",
    "a\rb",
    "{}",
    "1(2)",
    "a[b]",
  ])("%j is left out", (value) => expect(valued(value)).toBe("<div></div>"));

  test("made by rawCss is written as it is", () => {
    expect(styled({ "background-image": rawCss("url(/a.png)") })).toBe(
      '<div style="background-image:url(/a.png)"></div>',
    );
  });

  const trusted = rawCss("url(/a.png)");
  test.each<[string, unknown]>([
    ["JSON", JSON.parse(JSON.stringify(trusted))],
    ["a structured clone", structuredClone(trusted)],
    ["a copy with its prototype", Object.create(Object.getPrototypeOf(trusted) as object)],
    ["a proxy", new Proxy(trusted, {})],
    ["a list", ["url(x)"]],
    ["text that says so", { toString: () => "url(x)" }],
  ])("that only looks so is not: %s", (_, value) => expect(valued(value)).toBe("<div></div>"));
});
