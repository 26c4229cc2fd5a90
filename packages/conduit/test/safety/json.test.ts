import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { island, json, renderToString, script } from "../../src/index.ts";

const runs = process.env["WATT_FULL"] === "1" ? 20_000 : 100;
const seed = Number(process.env["WATT_SEED"] ?? 1);

/** What stands between the tags. */
function written(value: unknown): string {
  const html = renderToString(() => script({ type: "application/json" }, json(value as string)));
  expect(html.startsWith('<script type="application/json">') && html.endsWith("</script>")).toBe(true);
  return html.slice('<script type="application/json">'.length, -"</script>".length);
}

describe("JSON inside of a script", () => {
  test.each<[unknown, string]>([
    ["</script>", '"\\u003c/script\\u003e"'],
    ["<!--", '"\\u003c!--"'],
    ["]]>", '"]]\\u003e"'],
    ["a&b", '"a\\u0026b"'],
    ["\u2028\u2029", '"\\u2028\\u2029"'],
    ["\ud800", '"\\ud800"'],
    ["\0\r\n", '"\\u0000\\r\\n"'],
    [{ "<b>": 1 }, '{"\\u003cb\\u003e":1}'],
    [null, "null"],
    [[1, [true]], "[1,[true]]"],
    ["", '""'],
  ])("%j is %s", (value, text) => expect(written(value)).toBe(text));

  test("gives back what was given, and holds nothing that ends a script", () => {
    const value = fc.jsonValue({ maxDepth: 2, stringUnit: "binary" });
    const hostile = fc.string({
      unit: fc.constantFrom("<", "/script>", "!--", "&", "\u2028", "\ud800", "\0", '"', "\\"),
    });
    fc.assert(
      fc.property(fc.oneof(value, hostile, fc.dictionary(hostile, value)), (value) => {
        // V8 13.6 gives a key that is spelled with an escape the name of an earlier object's key `\\`.
        fc.pre(!JSON.stringify(value).includes('"\\\\":'));
        const text = written(value);
        expect(text).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: runs, seed },
    );
  });

  test("a shared part is no cycle", () => {
    const part = { a: 1 };
    expect(written([part, { part }])).toBe('[{"a":1},{"part":{"a":1}}]');
  });
});

describe("what JSON cannot hold is refused, by its path", () => {
  class Point {
    x = 1;
  }
  const cycle: unknown[] = [];
  cycle.push({ a: cycle });
  let deep: unknown = null;
  for (let level = 0; level < 20_000; level++) deep = [deep];

  test.each<[unknown, string, string]>([
    [undefined, "undefined", "value"],
    [{ a: { b: [1, undefined] } }, "undefined", "value.a.b[1]"],
    [{ a: undefined }, "undefined", "value.a"],
    [Array(1), "undefined", "value[0]"],
    [{ "a b": 1n }, "a bigint", 'value["a b"]'],
    [() => 1, "a function", "value"],
    [{ f() {} }, "a function", "value.f"],
    [{ toJSON: () => 1 }, "a function", "value.toJSON"],
    [[Symbol("s3cret")], "a symbol", "value[0]"],
    [Number.NaN, "NaN", "value"],
    [[-Infinity], "-Infinity", "value[0]"],
    [{ at: new Date(0) }, "an object of class Date", "value.at"],
    [new Map(), "an object of class Map", "value"],
    [{ p: new Point() }, "an object of class Point", "value.p"],
    [new Proxy(new Point(), {}), "an object of class Point", "value"],
    [cycle, "an object that contains itself", "value[0].a"],
    [deep, "more than 1000 levels", "value[0][0][0][0][0]…[0][0][0][0][0]"],
  ])("%o", (value, kind, path) => {
    const error = `json was given ${kind} at ${path}, which JSON cannot hold.`;
    expect(() => json(value as string)).toThrow(error);
    expect(() => island("a", value as string)).toThrow("WATT_CONDUIT_JSON");
  });
});

test("an island is found by its id and runs nothing", () => {
  expect(renderToString(() => island('a"b', { n: 1, list: ["<"] }))).toBe(
    '<script type="application/json" id="a&#34;b">{"n":1,"list":["\\u003c"]}</script>',
  );
});
