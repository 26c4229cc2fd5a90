import { describe, expect, test } from "vitest";
import {
  a,
  cspNonce,
  div,
  form,
  input,
  type Html,
  meta,
  pre,
  rawScript,
  renderToString,
  script,
  td,
} from "../../src/index.ts";

const rendered = (view: () => Html): string => renderToString(view, { nonce: "bm9uY2U=" });

describe("with", () => {
  const Card = div.with({ class: "card" });
  const Wide = Card.with({ "data-wide": true });
  const Inline = script.with({ nonce: cspNonce });

  test.each<[string, () => Html, string]>([
    ["its attributes come first", () => Card({ id: "a" }, "x"), '<div class="card" id="a">x</div>'],
    ["without others", () => Card("x", td(1)), '<div class="card">x<td>1</td></div>'],
    ["without children", () => Card(), '<div class="card"></div>'],
    ["an empty record", () => Card({}), '<div class="card"></div>'],
    ["one text only", () => Card("<"), '<div class="card">&lt;</div>'],
    ["of a builder that has some", () => Wide({ id: "a" }), '<div class="card" data-wide id="a"></div>'],
    ["the later of two is taken", () => Card({ class: "other", id: "a" }, "x"), '<div class="other" id="a">x</div>'],
    [
      "names are told apart as they are spelled",
      () => Card({ id: "b", CLASS: "other" } as never),
      '<div class="card" id="b" CLASS="other"></div>',
    ],
    ["the later of three", () => Wide({ "data-wide": 1 }), '<div class="card" data-wide="1"></div>'],
    [
      "values are escaped",
      () => a.with({ href: "javascript:x", title: '"<' })("x"),
      '<a href="about:invalid#watt" title="&#34;&lt;">x</a>',
    ],
    ["of a void element", () => input.with({ type: "text" })({ name: "q" }), '<input type="text" name="q">'],
    ["of an element with text rules", () => pre.with({ class: "x" })("\na"), '<pre class="x">\n\na</pre>'],
    [
      "of a form",
      () => form.with({ method: "delete" })({ id: "f" }),
      '<form method="post" id="f"><input type="hidden" name="_method" value="delete"></form>',
    ],
    [
      "of meta",
      () => meta.with({ "http-equiv": "refresh" })({ content: "0;url=javascript:x" }),
      '<meta http-equiv="refresh" content="about:invalid#watt">',
    ],
    ["of script, with a nonce", () => Inline(rawScript("x()")), '<script nonce="bm9uY2U=">x()</script>'],
    ["a nonce and others", () => Inline({ src: "/a.js" }), '<script nonce="bm9uY2U=" src="/a.js"></script>'],
    ["nothing at all", () => div.with({ id: undefined })("x"), "<div>x</div>"],
  ])("%s", (_, view, html) => {
    expect(rendered(view)).toBe(html);
    expect(rendered(view)).toBe(html);
  });

  test("a bad attribute is refused where the builder is made", () => {
    expect(() => div.with({ onclick: "x" } as never)).toThrow("WATT_CONDUIT_ATTRIBUTE_FORBIDDEN");
  });

  // The last here: it stays on.
  test("builders that were made before dev mode was on are looked at whole", async () => {
    const { dev } = await import("../../src/dev/index.ts");
    dev();
    expect(rendered(() => Card({ class: "other" }, "x"))).toBe('<div class="other">x</div>');
    expect(() => div.with({ "aria-label": "x" })()).toThrow("WATT_CONDUIT_ROLE");
  });
});
