import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDuration, parseSpecs } from "../src/protocol/index.ts";

describe("parseSpecs", () => {
  test.each([
    ["", []],
    [" , ,", []],
    ["click", [{ name: "click", options: {} }]],
    ["input delay:300ms", [{ name: "input", options: { delay: "300ms" } }]],
    [
      " a  b:1\n c , d ",
      [
        { name: "a", options: { b: "1", c: "" } },
        { name: "d", options: {} },
      ],
    ],
    ["my:event a:b:c", [{ name: "my:event", options: { a: "b:c" } }]],
    ["x __proto__:1", [{ name: "x", options: Object.fromEntries([["__proto__", "1"]]) }]],
  ])("%j", (text, specs) => expect(parseSpecs(text)).toEqual(specs));

  test("reads back what was written", () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
    const value = fc.stringMatching(/^[a-z0-9:.#-]{0,8}$/);
    const spec = fc.record({ name: word, options: fc.dictionary(word, value, { noNullPrototype: true }) });
    const write = ({ name, options }: { name: string; options: Record<string, string> }): string =>
      [name, ...Object.entries(options).map(([key, text]) => `${key}:${text}`)].join(" ");
    const property = fc.property(fc.array(spec), (specs) => {
      expect(parseSpecs(specs.map(write).join(", "))).toEqual(specs);
    });
    fc.assert(property, {
      seed: Number(process.env["WATT_SEED"] ?? 1),
      numRuns: process.env["WATT_FULL"] === "1" ? 10_000 : 200,
    });
  });
});

test.each([
  [undefined, 0],
  ["", 0],
  ["soon", 0],
  ["300ms", 300],
  ["300", 300],
  ["2s", 2000],
  ["0.5s", 500],
])("parseDuration %j", (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds));
