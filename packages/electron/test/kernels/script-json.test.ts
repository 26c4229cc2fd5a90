import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeScriptJsonBytes, escapeScriptJsonString } from "../../src/index.ts";
import { runs } from "../code-of.ts";
import { escapeScriptText } from "../oracle/script-json.ts";

const forms: readonly (readonly [name: string, form: (json: string) => string])[] = [
  ["escapeScriptJsonString", escapeScriptJsonString],
  ["escapeScriptJsonBytes", (json) => Buffer.from(escapeScriptJsonBytes(Buffer.from(json))).toString()],
];

describe.each(forms)("%s", (_, form) => {
  test.each([
    ["nothing", "", ""],
    ["clean JSON", '{"a":[1,true,null]}', '{"a":[1,true,null]}'],
    ["the end of a script", '"</script>"', String.raw`"\u003c/script\u003e"`],
    ["the beginning of a comment", '"<!--"', String.raw`"\u003c!--"`],
    ["an entity", '"&lt;"', String.raw`"\u0026lt;"`],
    ["line separators", '"\u2028\u2029"', String.raw`"\u2028\u2029"`],
    ["their neighbours, which stay", '"\u2027\u202a“”…€"', '"\u2027\u202a“”…€"'],
    ["quotes and what is escaped already, which stay", String.raw`"'\"\u003c"`, String.raw`"'\"\u003c"`],
  ])("%s", (__, json, escaped) => {
    expect(form(json)).toBe(escaped);
  });

  test("holds the same value, for JSON and for JavaScript, and nothing that ends a script", () => {
    const text = fc.array(fc.oneof(fc.constantFrom("<", "</script", "<!--", "&", "\u2028", "\u2029"), fc.string()));
    const value = fc.oneof(
      text.map((letters) => letters.join("")),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(value, (v) => {
        const json = JSON.stringify(v);
        const escaped = form(json);
        expect(escaped).toBe(escapeScriptText(json));
        expect(JSON.parse(escaped)).toEqual(JSON.parse(json));
        expect(escaped).not.toMatch(/[<>&\u2028\u2029]/);
      }),
      runs(200, 10_000),
    );
  });

  test("is a JavaScript expression of the same value", () => {
    const value = { text: "</script>\u2028<!--&\u2029", list: ["<", "é", "日本"] };
    const script = `JSON.stringify(${form(JSON.stringify(value))})`;
    expect(JSON.parse(runInNewContext(script) as string)).toEqual(value);
  });
});

test("a clean text is itself", () => {
  const json = JSON.stringify({ a: "b" });
  expect(escapeScriptJsonString(json)).toBe(json);
});
