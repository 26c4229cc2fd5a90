import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderToString } from "../../src/index.ts";
import { page } from "./build.ts";
import { wrongIn } from "./compare.ts";
import { SLOTS, template } from "./template.ts";
import { hostile } from "./values.ts";

const isFull = process.env["WATT_FULL"] === "1";
const seed = Number(process.env["WATT_SEED"] ?? 1);
/** Templates, and how many sets of values each is filled with. */
const TEMPLATES = isFull ? 6000 : 200;
const SETS = 20;

const values = fc.array(hostile, { minLength: SLOTS, maxLength: SLOTS });
const sets = fc.array(values, { minLength: SETS, maxLength: SETS });

test("each value is found again in its own place, and nothing else is", { timeout: 600_000 }, () => {
  let cases = 0;
  fc.assert(
    fc.property(template, sets, (template, sets) => {
      for (const values of sets) {
        cases++;
        const text = renderToString(() => page(template, values));
        const wrong = wrongIn(text, template, values);
        if (wrong !== undefined) throw new Error(`${wrong}\n${JSON.stringify(values)}\n${text}`);
      }
    }),
    { numRuns: TEMPLATES, seed },
  );
  expect(cases).toBeGreaterThanOrEqual(isFull ? 100_000 : 4000);
});

describe("the proof notices when", () => {
  const samples = fc.sample(fc.tuple(template, values), { numRuns: 4000, seed: 1 });

  test.each<[string, (html: string) => string]>([
    ["a quote is not escaped", (html) => html.replaceAll("&#34;", '"')],
    ["< is not escaped", (html) => html.replaceAll("&lt;", "<")],
    ["& is not escaped", (html) => html.replaceAll("&amp;", "&")],
    ["CR is not escaped", (html) => html.replaceAll("&#13;", "\r")],
    ["a value is escaped twice", (html) => html.replaceAll("&#39;", "&amp;#39;")],
    ["a line end is dropped", (html) => html.replace(/(<(?:pre|textarea)[^<>]*>)\n\n/g, "$1\n")],
    ["a URL is not checked", (html) => html.replaceAll("about:invalid#watt", "javascript:x")],
    ["a script is left", (html) => html.replaceAll("\\u003c", "<")],
    ["NUL is dropped", (html) => html.replaceAll("\uFFFD", "")],
    ["a handler is added", (html) => html.replace(/<(div|img|path)/, "<$1 onclick=x")],
    ["an element is added", (html) => html.replace("</body>", "<i></i></body>")],
  ])("%s", (_, broken) => {
    const isNoticed = samples.some(([template, values]) => {
      const text = renderToString(() => page(template, values));
      const changed = broken(text);
      return changed !== text && wrongIn(changed, template, values) !== undefined;
    });
    expect(isNoticed).toBe(true);
  });
});
