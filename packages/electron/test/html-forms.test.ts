import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeHtmlBytes, escapeHtmlString, scanHtmlBytes, scanHtmlString } from "../src/index.ts";
import { runs } from "./code-of.ts";
import { escapeBytes, escapeText, firstSpecial, firstSpecialUnit } from "./oracle/html.ts";

describe("escapeHtmlString", () => {
  test.each([
    ["nothing", "", ""],
    ["clean text", "plain", "plain"],
    ["all five", `&<>"'`, "&amp;&lt;&gt;&#34;&#39;"],
    ["what is escaped already", "&amp;", "&amp;amp;"],
    ["specials at both ends", "<a>", "&lt;a&gt;"],
    ["two-byte text", "日本 & 語", "日本 &amp; 語"],
    ["astral characters", "👋<👋", "👋&lt;👋"],
    ["lone surrogates, which stay", "\ud800<\udc00", "\ud800&lt;\udc00"],
    ["look-alikes, which stay", "＜＞＆´`", "＜＞＆´`"],
  ])("%s", (_, text, escaped) => {
    expect(escapeHtmlString(text)).toBe(escaped);
  });

  test("keeps nothing from one call to the next", () => {
    expect([escapeHtmlString("aaaa<"), escapeHtmlString("<"), escapeHtmlString("<a")]).toEqual([
      "aaaa&lt;",
      "&lt;",
      "&lt;a",
    ]);
  });

  test("misses nothing after a call that threw halfway, as with a result too long for a string", () => {
    const refusing = {
      toString: () => "aaaa<<",
      slice: () => {
        throw new RangeError("Invalid string length");
      },
    };
    expect(() => escapeHtmlString(refusing as unknown as string)).toThrow(RangeError);
    expect(escapeHtmlString("<aaaaaaa")).toBe("&lt;aaaaaaa");
  });

  test("agrees with the oracle on random text", () => {
    // Units, so that surrogates come alone too.
    const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code));
    const letter = fc.oneof(fc.constantFrom("&", "<", ">", '"', "'"), fc.constantFrom("a", "é", "日", "👋"), unit);
    const text = fc.array(letter, { maxLength: 80 }).map((letters) => letters.join(""));
    fc.assert(
      fc.property(text, (t) => {
        expect(escapeHtmlString(t)).toBe(escapeText(t));
        expect(scanHtmlString(t)).toBe(firstSpecialUnit(t));
      }),
      runs(300, 20_000),
    );
  });
});

test.each([
  ["nothing", "", -1],
  ["clean text", "plain ＜", -1],
  ["a special at the beginning", "'", 0],
  ["the first of several", 'a>"<', 1],
  ["one after letters of two bytes and of four", "日👋&", 3],
])("scanHtmlString finds in %s", (_, text, index) => {
  expect([scanHtmlString(text), scanHtmlString(text)]).toEqual([index, index]);
});

// Around the size from which bytes are copied to the kernel, and around its blocks.
const lengths = [0, 1, 15, 16, 63, 64, 65, 300, 16383, 16384, 16385, 40_000];

describe.each(lengths)("bytes of length %i", (length) => {
  test("are scanned wherever the special stands, and in the range only", () => {
    for (const position of [0, 1, Math.floor(length / 2), 16383, 16384, length - 1]) {
      const bytes = new Uint8Array(length + 8).fill(0x61);
      bytes[length] = 0x26;
      expect(scanHtmlBytes(bytes, 0, length)).toBe(-1);
      if (position < 0 || position >= length) continue;
      bytes[position] = 0x3e;
      expect(scanHtmlBytes(bytes)).toBe(position);
      expect(scanHtmlBytes(bytes, position + 1)).toBe(firstSpecial(bytes, position + 1, bytes.length));
    }
  });

  test.each([0, 7, 1])("are escaped into an array of their own, with a special in each %i", (every) => {
    const bytes = Uint8Array.from({ length }, (_, i) => (every > 0 && i % every === 0 ? 0x22 : 0x62));
    const escaped = escapeHtmlBytes(bytes);
    expect(Buffer.compare(escaped, escapeBytes(bytes))).toBe(0);
    expect([escaped.buffer === bytes.buffer, escaped.byteLength === escaped.buffer.byteLength]).toEqual([false, true]);
  });
});

test("escaped bytes are not overwritten by the next call", () => {
  const first = escapeHtmlBytes(Buffer.from("<first>"));
  escapeHtmlBytes(Buffer.from("<other & longer>"));
  expect(Buffer.from(first).toString()).toBe("&lt;first&gt;");
});

test("a view into a larger buffer is scanned and escaped as itself", () => {
  const view = new Uint8Array(Buffer.from("<<<<a<b<<<<")).subarray(4, 7);
  expect([scanHtmlBytes(view), Buffer.from(escapeHtmlBytes(view)).toString()]).toEqual([1, "a&lt;b"]);
});
