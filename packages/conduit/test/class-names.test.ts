import { expect, test } from "vitest";
import { type ClassValue, div, renderToString } from "../src/index.ts";

const classed = (value: unknown): string => renderToString(() => div({ class: value as ClassValue }));

test.each<[unknown, string]>([
  ["a b", "a b"],
  ["", ""],
  [7, "7"],
  [["a", "b"], "a b"],
  [["a", null, undefined, false, true, "", "b"], "a b"],
  [["a", ["b", ["c"]]], "a b c"],
  [{ a: true, b: false, c: 1, d: null, e: "x" }, "a c e"],
  [["a", { b: true, c: false }], "a b"],
  [{ "a b": true }, "a b"],
  [{ '"><b>': true }, "&#34;&gt;&lt;b&gt;"],
  [Object.assign(Object.create(null) as object, { a: true }), "a"],
])("%j is the class %j", (value, text) => expect(classed(value)).toBe(`<div class="${text}"></div>`));

test.each([[[]], [{}], [{ a: false }], [[null, [false]]], [null], [undefined], [false]])("%j is none", (value) =>
  expect(classed(value)).toBe("<div></div>"),
);

test.each([
  [new Date(0)],
  [new Map()],
  [[new Date(0)]],
  [["a", () => "b"]],
  [Symbol("a")],
  [["a", Symbol("b")]],
  [div()],
])("%o is refused", (value) => expect(() => classed(value)).toThrow("WATT_CONDUIT_ATTRIBUTE_VALUE"));
