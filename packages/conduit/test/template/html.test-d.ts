import { expectTypeOf, test } from "vitest";
import * as c from "../../src/index.ts";
import { html } from "../../src/index.ts";

test("templates return nodes", () => {
  expectTypeOf(html`<p>x</p>`).toEqualTypeOf<c.HtmlNode>();
  c.div({ id: "a" }, html`<p></p>`);
});

test("holes take children", () => {
  html`<p>${"a"}${1}${2n}${true}${null}${undefined}${c.b()}${c.raw("x")}${["a", [c.b()]]}${html`<b></b>`}</p>`;
  html`<ul>
    ${["a"].map((item) => html`<li>${item}</li>`)}
  </ul>`;
});

test("holes take values of attributes", () => {
  html`<p
    class=${["a", { b: true }, null]}
    id=${1}
    hidden=${false}
    style=${{ "font-size": "2em", "--a": c.rawCss("b") }}
  ></p>`;
  html`<p style="color: ${c.rawCss("red")}"></p>`;
  html`<a href=${c.rawUrl("blob:x")} onclick=${c.rawScript("a()")} nonce=${c.cspNonce} class=${c.css`a: b`}></a>`;
  html`<img srcset=${[{ url: "/a.png", density: 1 }]} /><iframe srcdoc=${c.b()}></iframe>
    <script>
      ${c.json({ a: 1 })};
    </script>`;
});

test("holes take records of attributes", () => {
  const link: c.AAttributes = { href: "/", class: "a" };
  const common: c.GlobalAttributes = { id: "a", "data-x": 1 };
  html`<a ${link}></a>
    <p ${common}></p>
    <p ${{ id: "a", "aria-busy": true }}></p>`;
});

test("what no place takes is refused", () => {
  html`<p>${Promise.resolve("x")}</p>`;
  // @ts-expect-error nor is what a promise gives
  html`<p>${Promise.resolve(new Date())}</p>`;
  // @ts-expect-error a function is no child
  html`<p>${() => "x"}</p>`;
  // @ts-expect-error a symbol is no text
  html`<p>${Symbol("x")}</p>`;
  // @ts-expect-error a date has many texts
  html`<p>${new Date()}</p>`;
  // @ts-expect-error a map is no list
  html`<p>${new Map([["a", 1]])}</p>`;
});

test("text is no template", () => {
  // @ts-expect-error text is a hole of a template
  html("<b>");
  // @ts-expect-error an array is none either
  html(["<b>"]);
});
