import fc from "fast-check";
import { expect, test } from "vitest";
import { href, query } from "../../src/index.ts";
import { type OracleField, oracleParse, textOf, typeText } from "./oracle/naive-query.ts";

const FULL = process.env["WATT_FULL"] === "1";
const SEED = Number(process.env["WATT_SEED"] ?? 1);
const RUNS = { numRuns: FULL ? 100_000 : 2_000, seed: SEED };
const TIMEOUT_MS = FULL ? 180_000 : 15_000;
if (FULL) console.log(`query.prop.test.ts: seed ${SEED}`);

const NAMES = [
  "a",
  "b",
  "page",
  "tag",
  "a b",
  "é",
  "x[y]",
  "tag[]",
  "__proto__",
  "constructor",
  "it's",
  "?",
  "a=b",
  "💡",
  "0",
];
const WORDS = ["a", "new", "a b", "é", "int", "it's", "'", "x|y", "true", "1"];
const TEXTS = ["", "a", "new", "0", "-0", "1", "7", "-3", "2.5", ".5", "1e3", "1e999", "-", "5.", "true", "off", "on"];
const ODD = [
  "é",
  "a b",
  "+",
  "%20",
  "%2",
  "%zz",
  "%C3%A9",
  "%c3",
  "%2B",
  "%26",
  "=",
  "&",
  "%ED%A0%80",
  "\ud800",
  "💡",
  "?",
  "%00",
];

const typeOf = fc.oneof(
  fc.constantFrom<OracleField["type"]>("string", "int", "number", "bool"),
  fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }),
);
const boundsOf = fc.option(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 2, max: 9 })), {
  nil: undefined,
});
const field: fc.Arbitrary<Omit<OracleField, "name">> = fc
  .tuple(typeOf, boundsOf, fc.constantFrom("required", "optional", "list", "fallback"))
  .map(([type, bounds, presence]) => {
    const isBounded = type === "string" || type === "int" || type === "number";
    const good = type === "string" ? "ab" : type === "bool" ? true : typeof type === "string" ? 2 : (type[0] as string);
    return {
      type,
      bounds: isBounded ? bounds : undefined,
      presence: presence === "fallback" ? { fallback: good } : (presence as "required" | "optional" | "list"),
    };
  });
const fields: fc.Arbitrary<OracleField[]> = fc
  .uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 })
  .chain((names) => fc.tuple(...names.map((name) => field.map((rest) => ({ name, ...rest })))));

const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "x"));
const value = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.constantFrom(...ODD),
  fc.constantFrom(...WORDS).map(encoded),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const pair = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: value }),
    value,
    fc.nat(9),
  )
  .map(([name, text, kind]) => {
    const written = kind < 6 ? encoded(name) : kind < 8 ? name : `${encoded(name)}[]`;
    return kind === 5 ? written : `${written}=${text}`;
  });
const before = fc.constantFrom("", "", "?", "/x?", "/a=1/b?", "https://e.x/?", "/#", "a://?", "??", "/x");
const raw = fc
  .tuple(
    before,
    fc.array(fc.oneof({ weight: 9, arbitrary: pair }, { weight: 1, arbitrary: fc.constant("") }), { maxLength: 8 }),
  )
  .chain(([head, pairs]) =>
    fc.constantFrom("", "", "&", "#a=1", "#?page=1&").map((tail) => head + pairs.join("&") + tail),
  );

test("reads what the oracle reads", { timeout: TIMEOUT_MS }, () => {
  const seen = { ok: 0, bad: 0 };
  fc.assert(
    fc.property(
      fields,
      raw,
      fc.constantFrom(1, 2, 3, 5, 10, 40, 8192),
      fc.constantFrom(1, 2, 5, 1000),
      (spec, text, length, pairs) => {
        const limits = { maxLength: length, maxPairs: pairs };
        const result = query(textOf(spec), limits).parse(text);
        const expected = oracleParse(spec, text, limits);
        expect({ ok: result.ok, values: result.values }).toEqual({ ok: expected.ok, values: expected.values });
        const problems = result.problems ?? [];
        expect(problems.map(({ name, problem, value: told }) => ({ name, problem, value: told }))).toEqual(
          expected.problems,
        );
        for (const { name, expected: told } of problems) {
          const culprit = spec.find((one) => one.name === name);
          if (culprit !== undefined) expect(told).toBe(typeText(culprit));
        }
        expect(Object.keys(result.values)).toEqual(Object.keys(expected.values));
        if (result.ok) seen.ok++;
        else seen.bad++;
      },
    ),
    RUNS,
  );
  // Neither is so rare that nothing was tried.
  expect(Math.min(seen.ok, seen.bad)).toBeGreaterThan(RUNS.numRuns / 20);
});

test("reads back what it writes", { timeout: TIMEOUT_MS }, () => {
  const text = fc.string({ unit: "grapheme", maxLength: 8 });
  const exact = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);
  const whole = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });
  const parser = query(
    "q, 'a b&=é[]': string = 'x y', page: int = 1, ratio?: number, sort?: new|'o l+d', flag: bool = true, " +
      "is: bool, tag: string[], n: number[], __proto__: int",
  );
  const values = fc.record({
    q: text,
    "a b&=é[]": fc.oneof(text, fc.constant("x y")),
    page: fc.oneof(whole, fc.constant(1)),
    ratio: fc.option(exact, { nil: undefined }),
    sort: fc.option(fc.constantFrom("new" as const, "o l+d" as const), { nil: undefined }),
    flag: fc.boolean(),
    is: fc.boolean(),
    tag: fc.array(text, { maxLength: 5 }),
    n: fc.array(exact, { maxLength: 5 }),
    ["__proto__"]: whole,
  });
  fc.assert(
    fc.property(values, (given) => {
      const written = parser.write(given);
      expect(parser.parse(written)).toEqual({ ok: true, values: given, problems: undefined });
      expect(parser.parse(href("/x", {}, parser.of(given))).values).toEqual(given);
      expect(oracleParse([{ name: "q", type: "string", presence: "required" }], written).values).toEqual({
        q: given.q,
      });
    }),
    RUNS,
  );
});

test("never throws, whatever it reads", { timeout: TIMEOUT_MS }, () => {
  const parser = query("a, b: int = 1, c: x|y, d: bool[]");
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60, size: "max" }), (text) => {
      expect(["boolean"]).toContain(typeof parser.parse(text).ok);
    }),
    RUNS,
  );
});
