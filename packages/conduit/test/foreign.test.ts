import { describe, expect, test } from "vitest";
import { div, renderToString } from "../src/index.ts";
import * as m from "../src/mathml/index.ts";
import * as s from "../src/svg/index.ts";

test("SVG is written as the HTML parser reads it", () => {
  const icon = s.svg(
    { viewBox: "0 0 8 8", "aria-hidden": true, class: ["icon"] },
    s.title("<close>"),
    s.linearGradient({ id: "g", gradientUnits: "userSpaceOnUse" }, s.stop({ offset: "50%", "stop-color": "red" })),
    s.path({ d: "M0 0L8 8", "stroke-width": 2 }),
    s.switch_(s.foreignObject({ width: 8 }, div("x"))),
  );
  expect(renderToString(icon)).toBe(
    '<svg viewBox="0 0 8 8" aria-hidden="true" class="icon"><title>&lt;close&gt;</title>' +
      '<linearGradient id="g" gradientUnits="userSpaceOnUse"><stop offset="50%" stop-color="red"></stop></linearGradient>' +
      '<path d="M0 0L8 8" stroke-width="2"></path>' +
      '<switch><foreignObject width="8"><div>x</div></foreignObject></switch></svg>',
  );
});

test("MathML is written", () => {
  const half = m.math(
    { display: "block", displaystyle: true },
    m.mfrac({ linethickness: "1px" }, m.mn(1), m.mn(2)),
    m.annotationXml({ encoding: "text/plain" }, "1<2"),
  );
  expect(renderToString(half)).toBe(
    '<math display="block" displaystyle="true"><mfrac linethickness="1px"><mn>1</mn><mn>2</mn></mfrac>' +
      '<annotation-xml encoding="text/plain">1&lt;2</annotation-xml></math>',
  );
});

test("what is true or false in MathML is spelled out", () => {
  const all = "fence largeop movablelimits separator stretchy symmetric".split(" ");
  const attributes = Object.fromEntries(all.map((name, i) => [name, i % 2 === 0]));
  const spelled = all.map((name, i) => ` ${name}="${String(i % 2 === 0)}"`).join("");
  expect(renderToString(() => m.mo(attributes, "("))).toBe(`<mo${spelled}>(</mo>`);
  expect(renderToString(() => m.munderover({ accent: false, accentunder: true }))).toBe(
    '<munderover accent="false" accentunder="true"></munderover>',
  );
});

describe("SVG runs nothing", () => {
  test.each([
    ["a", s.a],
    ["use", s.use],
    ["image", s.image],
  ] as const)("by a link of <%s>", (_, builder) => {
    for (const name of ["href", "xlink:href"]) {
      expect(renderToString(() => builder({ [name]: "javascript:alert(1)" } as never))).toContain("about:invalid#watt");
    }
  });

  test.each(["href", "HREF", " href ", "xlink:href", "x:href", "onclick", "ONload"])(
    "by an animation of %j",
    (name) => {
      for (const builder of [s.animate, s.set]) {
        expect(() => builder({ attributeName: name, values: "javascript:alert(1)" })).toThrow(
          "WATT_CONDUIT_ATTRIBUTE_FORBIDDEN",
        );
      }
    },
  );

  test("and what harms nobody is animated", () => {
    expect(renderToString(() => s.animate({ attributeName: "cx", values: "1;2" }))).toBe(
      '<animate attributeName="cx" values="1;2"></animate>',
    );
  });

  test("by text of a script or a style", () => {
    expect(() => s.script("alert(1)" as never)).toThrow("WATT_CONDUIT_CHILD_RAW_TEXT");
    expect(() => s.style("a{}" as never)).toThrow("WATT_CONDUIT_CHILD_RAW_TEXT");
  });
});
