import { afterAll, describe, expect, test } from "vitest";
import * as c from "../../src/index.ts";
import { html, renderToBytes, renderToString } from "../../src/index.ts";
import { tape } from "../../src/tape/tape.ts";
import { templates } from "../cases/templates.ts";
import { templateOf } from "./template-of.ts";

afterAll(() => tape.useExecutor(undefined));

describe.each(["wasm", "scalar"] as const)("written by the %s executor", (executor) => {
  test.each(templates)("%s", (_, template, builders) => {
    if (tape.layout.walker.executor !== executor) tape.useExecutor(executor);
    const expected = renderToString(builders);
    expect(renderToString(template)).toBe(expected);
    // Once more, when everything is known; and without a scope.
    expect(renderToBytes(template)).toEqual(new TextEncoder().encode(expected));
    expect(renderToString(template())).toBe(expected);
    expect(tape.layout.walker.executor).toBe(executor);
  });
});

/** Strings that count how often they are read. */
function counted(strings: readonly string[]): { readonly strings: TemplateStringsArray; readonly reads: () => number } {
  let reads = 0;
  const array = [...strings];
  strings.forEach((text, i) => Object.defineProperty(array, i, { enumerable: true, get: () => (reads++, text) }));
  Object.defineProperty(array, "raw", { value: Object.freeze([...strings]) });
  return { strings: Object.freeze(array) as never, reads: () => reads };
}

describe("strings", () => {
  test("are parsed once a call site", () => {
    const row = counted(["<li>", "</li>"]);
    const cell = counted(["<b>", "</b>"]);
    const list = (): c.Html => c.ul([1, 2, 3].map((n) => html(row.strings, html(cell.strings, n))));
    const written = renderToString(list);
    const reads = [row.reads(), cell.reads()];
    expect(written).toBe("<ul><li><b>1</b></li><li><b>2</b></li><li><b>3</b></li></ul>");
    expect(reads[0]).toBeGreaterThan(0);
    for (let i = 0; i < 10; i++) expect(renderToString(list)).toBe(written);
    expect([row.reads(), cell.reads()]).toEqual(reads);
  });

  const frozen = (text: readonly string[], raw: unknown): unknown =>
    Object.freeze(Object.defineProperty([...text], "raw", { value: raw }));
  test.each<[string, unknown, ...unknown[]]>([
    ["text", "<b>x</b>"],
    ["nothing", undefined],
    ["null", null],
    ["an array", ["<b>", "</b>"], 1],
    ["a JSON array with raw", JSON.parse('["<b></b>"]')],
    ["a JSON object", JSON.parse('{"0":"<b></b>","length":1,"raw":["<b></b>"]}')],
    ["a frozen array", Object.freeze(["<b></b>"])],
    ["a frozen array with text as raw", frozen(["<b></b>"], "x")],
    ["a frozen array with an array that is not frozen", frozen(["<b></b>"], ["<b></b>"])],
    ["a frozen array with a shorter raw", frozen(["<b></b>"], Object.freeze([]))],
    ["an array that is not frozen", Object.assign(["<b></b>"], { raw: Object.freeze(["<b></b>"]) })],
    ["a structured clone", structuredClone(templateOf(["<b></b>"]))],
    ["too few values", templateOf(["<b>", "</b>"])],
    ["too many values", templateOf(["<b></b>"]), 1],
    ["trusted HTML", c.raw("<b></b>")],
  ])("cannot be %s", (_, strings, ...values) => {
    const call = html as unknown as (...args: readonly unknown[]) => c.Html;
    expect(() => call(strings, ...values)).toThrow("WATT_CONDUIT_TEMPLATE_STRINGS");
  });

  test("made like those of the engine are accepted", () => {
    expect(renderToString(() => html(templateOf(["<b>", "</b>"]), 1))).toBe("<b>1</b>");
  });
});

describe("references by number, in a value with a hole,", () => {
  const titleOf = (reference: string): c.Html => html(templateOf([`<p title="${reference}`, '"></p>']), "");

  test.each([9, 10, 12, 13, 32, 34, 38, 60, 126, 160, 0xd7ff, 0xe000, 0x1f389, 0x10ffff])("are %i", (code) => {
    const expected = renderToString(() => c.p({ title: String.fromCodePoint(code) }));
    expect(renderToString(() => titleOf(`&#${code};`))).toBe(expected);
    expect(renderToString(() => titleOf(`&#X${code.toString(16)};`))).toBe(expected);
  });

  test.each([0, 1, 8, 11, 14, 31, 127, 128, 159, 0xd800, 0xdfff, 0x110000])("are never %i", (code) => {
    expect(() => titleOf(`&#${code};`)).toThrow("WATT_CONDUIT_TEMPLATE_MARKUP");
    expect(() => titleOf(`&#x${code.toString(16)};`)).toThrow("WATT_CONDUIT_TEMPLATE_MARKUP");
  });
});

describe("templates", () => {
  test("are nodes", () => {
    const node = html`<b>${1}</b>`;
    expect(c.isHtml(node)).toBe(true);
    expect(node).toBeInstanceOf(c.br().constructor);
  });

  test("wait for promises in async renders", async () => {
    const late = Promise.resolve(html`<b>${"<"}</b>`);
    const view = async (): Promise<c.Html> => html`<p>${late}${Promise.resolve("a")}</p>`;
    expect(await renderToString(view)).toBe("<p><b>&lt;</b>a</p>");
    expect(() => renderToString(() => html`<p>${Promise.resolve("a")}</p>`)).toThrow("WATT_CONDUIT_PENDING");
  });

  test("expire with their render", () => {
    let node: c.HtmlNode | undefined;
    renderToString(() => (node = html`<b>${1}</b>`));
    expect(() => renderToString(node!)).toThrow("WATT_CONDUIT_NODE_EXPIRED");
  });

  test("leave the tape as it was when a value is refused", () => {
    const before = { words: tape.words, texts: tape.texts, raws: tape.raws };
    expect(() => html`<p title=${"a"}>${"x"}${Symbol("x") as never}</p>`).toThrow("WATT_CONDUIT_CHILD");
    expect({ words: tape.words, texts: tape.texts, raws: tape.raws }).toEqual(before);
    expect(renderToString(() => html`<p>${1}</p>`)).toBe("<p>1</p>");
  });

  test("keep no text of a value that was refused", () => {
    const parts = (a: unknown, b: unknown): c.Html =>
      html`<p title="${a as never} ${b as never}" style="color: ${a as never}"></p>`;
    expect(() => parts("secret", Symbol("x"))).toThrow("WATT_CONDUIT_ATTRIBUTE_VALUE");
    expect(renderToString(() => parts("a", "b"))).toBe('<p title="a b" style="color: a"></p>');
  });

  test("may be rendered while another one is written", () => {
    const other = {
      get b(): boolean {
        return renderToString(() => html`<i class="x ${1}"></i>`) === '<i class="x 1"></i>';
      },
    };
    expect(renderToString(() => html`<p class="a ${other} ${"c"}"></p>`)).toBe('<p class="a b c"></p>');
    const called = {
      get b(): c.Html {
        return html`<i></i>`;
      },
    };
    expect(() => html`<p class="a ${called}"></p>`).toThrow("WATT_CONDUIT_REENTERED");
  });

  test("show what a failed value was, and not what it holds", () => {
    const leak = (): c.Html => html`<p title="${{ secret: "s3cret" }}"></p>`;
    expect(leak).toThrow("a plain object");
    expect(leak).not.toThrow("s3cret");
  });

  test("stay what they are when a prototype is polluted", () => {
    const prototype = Object.prototype as { polluted?: string };
    prototype.polluted = "x";
    try {
      expect(renderToString(() => html`<p ${{ id: "a" }} class=${{ b: 1 }}></p>`)).toBe('<p id="a" class="b"></p>');
    } finally {
      delete prototype.polluted;
    }
  });
});
