import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { query } from "../../src/index.ts";
import { parsePattern } from "../../src/pattern/parse-pattern.ts";
import type { PatternParam } from "../../src/pattern/pattern.ts";
import { patternsModule, queryTextsModule, valuesModule } from "./generated-modules.ts";
// @boundaries-ignore repository scripts, for tests alone
import { typeCost } from "../../../../scripts/type-cost.ts";
import { PACKAGE } from "./generated-modules.ts";

// What the types refuse, the parsers must refuse, too: an error where none is would stand in the way of a good pattern.
const COUNT = process.env["WATT_FULL"] === "1" ? 2_000 : 500;
const SEED = Number(process.env["WATT_SEED"] ?? 1);
const TIMEOUT_MS = 120_000;

const folder = mkdtempSync(join(tmpdir(), "watt-agreement-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function errorsOf(name: string, code: string): readonly string[] {
  const file = join(folder, `${name}.mts`);
  writeFileSync(file, code);
  return typeCost(PACKAGE, file).errors;
}

function paramsOf(pattern: string): readonly PatternParam[] | undefined {
  try {
    return parsePattern(pattern, "test").params;
  } catch {
    return undefined;
  }
}

function valueOf({ constraint }: PatternParam): string | number {
  if (constraint?.isInteger) return 1;
  return constraint?.text === "a|b" ? "a" : "any";
}

function isQuery(text: string): boolean {
  try {
    query(text);
  } catch {
    return false;
  }
  return true;
}

const segment = fc.constantFrom(
  ..."/ /a /é-%3A /:a /:b(int) /:a(a|b) /:c_2? /:d(int)? {/:e}? /x-:a.png /:e(\\() /:f(\\d{2,4})-:g(uuid) /*rest /:h(a(b|c)?)".split(
    " ",
  ),
);
const noise = fc.constantFrom(..."{ }? } ? : :2x ( ) (int) (imt) (a|b) * + . - \\ :a :z {/a".split(" "));
const pattern = fc
  .array(fc.oneof({ weight: 6, arbitrary: segment }, { weight: 1, arbitrary: noise }), { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.join(""));
const queryPiece = fc.constantFrom(
  ..."a b c_2 d-e é a, b, 'a 'b' 'it''s' 'x,y' '' , , : : :int :string :number :bool :imt int :int(1..5) (..9) ( ) :string(1..2)".split(
    " ",
  ),
  ..."[] [ ] ? ? = = =1 =x ='x' =true =2.5 :a|b :'a|b'|c :(a|b) :(a|b)[] | . .. 's".split(" "),
  " ",
  "\n",
);

test(
  "no pattern that is read is refused by its type, and its params have the type that it says",
  { timeout: TIMEOUT_MS },
  () => {
    const patterns = [...new Set(fc.sample(pattern, { numRuns: COUNT * 4, seed: SEED }))];
    const good = patterns.flatMap((text) => {
      const params = paramsOf(text);
      return params === undefined
        ? []
        : [[text, Object.fromEntries(params.map((one) => [one.name, valueOf(one)]))] as const];
    });
    const bad = patterns.filter((text) => paramsOf(text) === undefined);
    expect(Math.min(good.length, bad.length)).toBeGreaterThan(COUNT / 2);
    expect(errorsOf("good", patternsModule(good.map(([text]) => text)))).toEqual([]);
    expect(errorsOf("params", valuesModule("Params", good))).toEqual([]);
    // The types do not see every mistake.
    expect(errorsOf("bad", patternsModule(bad)).length).toBeGreaterThan(bad.length * 0.6);
  },
);

test(
  "no query that is read is refused by its type, and its values have the type that it says",
  { timeout: TIMEOUT_MS },
  () => {
    const texts = fc.sample(fc.array(queryPiece, { minLength: 1, maxLength: 7 }), { numRuns: COUNT * 20, seed: SEED });
    const queries = [...new Set(texts.map((pieces) => pieces.join("")))];
    const good = queries.filter(isQuery).slice(0, COUNT);
    const bad = queries.filter((text) => !isQuery(text)).slice(0, COUNT);
    expect(Math.min(good.length, bad.length)).toBeGreaterThan(COUNT / 3);
    const read = good.flatMap((text) => {
      const { ok, values } = query(text).parse("a=1&b=2&c_2=1&a=true&b=a&d-e=x&é=1&it's=1&x,y=1&int=1&string=a");
      return ok ? [[text, values] as const] : [];
    });
    expect(read.length).toBeGreaterThan(COUNT / 20);
    expect(errorsOf("good", queryTextsModule(good))).toEqual([]);
    expect(errorsOf("values", valuesModule("QueryValues", read))).toEqual([]);
    expect(errorsOf("bad", queryTextsModule(bad)).length).toBeGreaterThan(bad.length * 0.3);
  },
);
