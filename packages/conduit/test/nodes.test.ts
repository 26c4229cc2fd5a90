import { describe, expect, test } from "vitest";
import { b, div, each, type Html, i, keep, p, renderToBytes, renderToString, span } from "../src/index.ts";
import { tape } from "../src/tape/tape.ts";

const constant = p("constant");

describe("nodes are values", () => {
  test.each<[string, () => Html, string]>([
    ["unused nodes are not written", () => (b("unused"), div("x")), "<div>x</div>"],
    [
      "nodes may be reordered",
      () => {
        const one = b(1);
        const two = i(2);
        return div(two, one);
      },
      "<div><i>2</i><b>1</b></div>",
    ],
    [
      "nodes may be used again",
      () => {
        const one = b(1);
        return div(one, one, span(one));
      },
      "<div><b>1</b><b>1</b><span><b>1</b></span></div>",
    ],
    ["a module constant", () => div(constant, constant), "<div><p>constant</p><p>constant</p></div>"],
    [
      "a render inside a render",
      () =>
        div(
          renderToString(() => b("in")),
          b("out"),
        ),
      "<div>&lt;b&gt;in&lt;/b&gt;<b>out</b></div>",
    ],
    [
      "a kept node of an inner render",
      () => {
        let k: Html | undefined;
        renderToBytes(() => (k = keep(b("k"))));
        return div(k);
      },
      "<div><b>k</b></div>",
    ],
    [
      "an outer node in an inner render",
      () => {
        const one = b(1);
        return div(
          renderToString(() => i(one)),
          one,
        );
      },
      "<div>&lt;i&gt;&lt;b&gt;1&lt;/b&gt;&lt;/i&gt;<b>1</b></div>",
    ],
  ])("%s", (_, view, html) => {
    expect(renderToString(view)).toBe(html);
    expect(renderToString(view)).toBe(html);
  });

  test("nodes made outside of renders survive thousands of others", () => {
    const early = div(b("early"), "é<");
    for (let n = 0; n < 3000; n++) void div({ class: "row" }, span(n), "text ".repeat(10));
    const late = div(early, early, "late");
    expect(early._token).not.toBe(late._token);
    expect(renderToString(late)).toBe("<div><div><b>early</b>é&lt;</div><div><b>early</b>é&lt;</div>late</div>");
    expect(renderToString(early)).toBe("<div><b>early</b>é&lt;</div>");
    expect(renderToString(() => div(constant, early))).toBe("<div><p>constant</p><div><b>early</b>é&lt;</div></div>");
  });

  test("a node of a finished render is refused", () => {
    let stale: Html | undefined;
    renderToBytes(() => (stale = b("stale")));
    expect(() => renderToString(() => div(stale))).toThrow("WATT_CONDUIT_NODE_EXPIRED");
    expect(() => renderToString(stale!)).toThrow("keep()");
  });

  test("a builder that throws leaves the tape as it was", () => {
    const before = { words: tape.words, texts: tape.texts, raws: tape.raws };
    expect(() => div({ title: "some text", onclick: "x" } as never)).toThrow("WATT_CONDUIT_ATTRIBUTE_FORBIDDEN");
    expect({ words: tape.words, texts: tape.texts, raws: tape.raws }).toEqual(before);
    expect(renderToString(() => div("next"))).toBe("<div>next</div>");
  });

  test("a builder called from a getter in attributes is refused, also when the getter hides it", () => {
    const attributes = {
      get title() {
        expect(() => b("inner")).toThrow("WATT_CONDUIT_REENTERED");
        return "t";
      },
    };
    expect(renderToString(() => div(attributes, i("x")))).toBe('<div title="t"><i>x</i></div>');
    const direct = {
      get title() {
        return b("inner") as never;
      },
    };
    expect(() => div(direct)).toThrow("WATT_CONDUIT_REENTERED");
    expect(renderToString(() => div("next"))).toBe("<div>next</div>");
  });

  test("a getter in attributes may render", () => {
    const attributes = {
      id: "a",
      get title() {
        return renderToString(() => b("inner"));
      },
    };
    expect(renderToString(() => div(attributes, i("x")))).toBe(
      '<div id="a" title="&lt;b&gt;inner&lt;/b&gt;"><i>x</i></div>',
    );
    const failing = {
      id: "a",
      get title() {
        expect(() => renderToString(() => div({ onclick: "x" } as never))).toThrow("WATT_CONDUIT_ATTRIBUTE_FORBIDDEN");
        return "t";
      },
    };
    expect(renderToString(() => div(failing, "y"))).toBe('<div id="a" title="t">y</div>');
  });

  test("a tree that never ends is refused before memory ends", () => {
    const deep = (): Html => {
      let node = b();
      for (let n = 0; n < 10_001; n++) node = b(node);
      return node;
    };
    expect(() => renderToBytes(deep)).toThrow("WATT_CONDUIT_TOO_DEEP");
  });

  test("a render larger than the memory may become is refused", () => {
    const half = "x".repeat(60 * 1024 * 1024);
    expect(() => renderToBytes(() => div(each([1, 2, 3, 4], () => half)))).toThrow("WATT_CONDUIT_TOO_LARGE");
    expect(renderToString(() => div("next"))).toBe("<div>next</div>");
  });
});
