import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accepts, createAutomaton } from "../../src/constraint/automaton.ts";
import { parseConstraint, type Expression } from "../../src/constraint/parse-constraint.ts";
import { Budget, BudgetExhausted } from "../../src/analysis/budget.ts";
import { hostText, pathText, textExpression } from "../../src/analysis/path-text.ts";
import { SegmentSets } from "../../src/analysis/segment-sets.ts";
import { TextClasses } from "../../src/analysis/text-classes.ts";
import { groupBy } from "../../src/group-by.ts";
import { hostName } from "../../src/pattern/host-pattern.ts";
import { parsePattern } from "../../src/pattern/parse-pattern.ts";
import type { Segment } from "../../src/pattern/pattern.ts";
import { textsUpTo } from "./tables.ts";

const FULL = process.env["WATT_FULL"] === "1";
const RUNS = FULL ? 5_000 : 200;
const SEED = Number(process.env["WATT_SEED"] ?? 1);

function setsOf(patterns: readonly string[], maxParamLength: number = Infinity, ignoreCase: boolean = false) {
  const sets = new SegmentSets({ ignoreCase, maxParamLength }, new Budget(1_000_000));
  return {
    sets,
    all: patterns.map((text) => {
      const pattern = parsePattern(text, "test", ignoreCase);
      return sets.of(pattern.steps.at(-1) as Segment, pattern);
    }),
  };
}

describe("texts of paths", () => {
  const isCanonical = (text: string): boolean => {
    try {
      return (
        text !== "" &&
        encodeURIComponent(decodeURIComponent(text)).replace(/%(24|26|2B|2C|3A|3B|3D|40)/g, decodeURIComponent) === text
      );
    } catch {
      return false;
    }
  };

  test("are the canonical ones, and no others", () => {
    const unit = fc.constantFrom(
      "a",
      "%",
      "%2F",
      "%25",
      "%20",
      "%41",
      "%c3",
      "%C3",
      "%A9",
      "%E2",
      "%82",
      "%AC",
      "%ED",
      "%A0",
      "%9F",
      "%F0",
      "%90",
      "%80",
      "%F4",
      "%8F",
      "%C0",
      "%E0",
      "/",
      "$",
      "%F5",
      "%F1",
    );
    const text = fc.oneof(
      fc.string({ unit, maxLength: 4, size: "max" }),
      fc.string({ unit: "grapheme", maxLength: 3 }).map((one) => encodeURIComponent(one)),
    );
    const automaton = pathText(false);
    fc.assert(
      fc.property(text, (one) => {
        expect(accepts(automaton, one, 0, one.length), one).toBe(isCanonical(one));
      }),
      { seed: SEED, numRuns: RUNS * 10 },
    );
  });

  test("have well-formed triplets only, whatever the bytes", () => {
    const automaton = pathText(false);
    const bytes = Array.from({ length: 0x100 }, (_, byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`);
    const wrong: string[] = [];
    for (const lead of bytes) {
      for (const second of bytes.slice(0x7e, 0xc2)) {
        for (const rest of ["", "%80", "%80%BF", "%BF%80%80"]) {
          const text = lead + second + rest;
          if (accepts(automaton, text, 0, text.length) !== isCanonical(text)) wrong.push(text);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test("are in lower case where case is ignored", () => {
    expect([..."aA"].map((one) => accepts(pathText(true), one, 0, 1))).toEqual([true, false]);
  });
});

test("names of hosts are what a Host header is read as", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "z", "0", "_", "-", ".", ".", "A", "$", ":", "%"),
    maxLength: 5,
  });
  fc.assert(
    fc.property(text, (one) => {
      expect(accepts(hostText(), one, 0, one.length), one).toBe(hostName(one) === one);
    }),
    { seed: SEED, numRuns: RUNS * 5 },
  );
});

describe("classes of texts", () => {
  const EXPRESSIONS = ["a", "a+", "[ab]*", "ab|b", "(ab)+", "b[ab]{1,2}", "a?b?", "[ab]*a[ab]"];
  const automatonOf = (text: string) => createAutomaton(parseConstraint(text) as Expression, false)!;
  const texts = textsUpTo("abc", 6).filter((text) => text !== "");

  test("are those that looking at many texts finds, each with its shortest ones", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...EXPRESSIONS), { maxLength: 4 }), fc.nat(3), (some, taken) => {
        const automata = some.map(automatonOf);
        const classes = new TextClasses(pathText(false), automata, new Budget(1_000_000));
        const byClass = groupBy(texts, (text) =>
          automata.map((one) => Number(accepts(one, text, 0, text.length))).join(""),
        );
        expect([...classes.names].sort()).toEqual([...byClass.keys()].sort());
        for (const [name, members] of byClass) {
          const without = new Set(members.filter((_, i) => i < taken));
          const found = classes.find(name, without, 1, 6);
          const shortest = members.find((text) => !without.has(text));
          // All letters but three are as good as `c`.
          expect(found?.length, `${some} ${name}`).toBe(name.includes("1") ? shortest?.length : 1);
          if (found !== undefined && name.includes("1"))
            expect(members.filter((text) => !without.has(text))).toContain(found);
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  test.each([
    ["all of a finite class are taken", ["a", "b"], 1, Infinity, undefined],
    ["one of a finite class is left", ["a"], 1, Infinity, "b"],
    ["all are too short", [], 2, Infinity, undefined],
    ["all are too long", [], 1, 0, undefined],
  ])("%s", (_, taken, least, most, expected) => {
    const classes = new TextClasses(pathText(false), [automatonOf("a|b")], new Budget(10_000));
    expect(classes.find("1", new Set(taken), least, most)).toBe(expected);
  });

  test("the shortest text may be long, and comes after a gap", () => {
    const classes = new TextClasses(pathText(false), [automatonOf("(a{30})+")], new Budget(100_000));
    expect(classes.find("1", new Set(), 1, Infinity)).toBe("a".repeat(30));
    expect(classes.find("1", new Set(), 31, Infinity)).toBe("a".repeat(60));
    expect(classes.find("1", new Set(), 31, 59)).toBeUndefined();
  });
});

describe("an expression without the empty text", () => {
  const item = fc.constantFrom("a", "b", "ab", "a?", "b*", "(ab)?", "a{0,2}");
  const expression = fc
    .tuple(
      fc.array(fc.array(item, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }),
      fc.constantFrom("", "?", "*", "+", "{2}", "{0,2}"),
    )
    .map(([choices, repeat]) => `(${choices.map((items) => items.join("")).join("|")})${repeat}`);

  test("accepts all others", () => {
    fc.assert(
      fc.property(expression, (text) => {
        const parsed = parseConstraint(text) as Expression;
        const items = [textExpression("x"), { kind: "some", item: parsed } as const, textExpression("y")];
        const automaton = createAutomaton({ kind: "sequence", items }, false)!;
        const oracle = new RegExp(`^(?:${text})$`);
        for (const one of textsUpTo("ab", 5)) {
          const isAccepted = accepts(automaton, `x${one}y`, 0, one.length + 2);
          expect(isAccepted, `${text} ${one}`).toBe(one !== "" && oracle.test(one));
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

describe("sets of segments", () => {
  test.each<[string, string, string, boolean, number?]>([
    ["a text", "/a", "a", true],
    ["a text that is not it", "/a", "b", false],
    ["an encoded text", "/é", "%C3%A9", true],
    ["a param", "/:x", "a", true],
    ["a param that is empty", "/:x", "", false],
    ["a param that is as long as it may be", "/:x", "aaa", true, 3],
    ["a param that is too long", "/:x", "aaaa", false, 3],
    ["a constrained param that is too long", "/:x(a+)", "aaaa", false, 3],
    ["a text that is longer than params may be", "/aaaa", "aaaa", true, 3],
    ["a wildcard that is long", "/*x", "aaaa", true, 3],
    ["a wildcard that is empty", "/*x", "", false],
    ["a prefix and nothing", "/a:x", "a", false],
    ["a prefix and more", "/a:x", "ab", true],
    ["prefix and suffix that would overlap", "/aa:x(a*)a", "aa", false],
    ["a suffix inside of a triplet", "/:x%39", "%C3%A9", false],
    ["a suffix behind a triplet", "/:x%39", "%C3%A99", true],
    ["a constraint between texts", "/v:x(\\d).b", "v1.b", true],
    ["two params", "/:x([a])-:y([b])", "a-b", true],
    ["two params behind a text", "/p:x([a])-:y([b])", "pa-b", true],
    ["two params that are not so", "/:x([a])-:y([b])", "b-a", false],
  ])("%s", (_, pattern, text, expected, most) => {
    const { sets, all } = setsOf([pattern], most);
    expect(sets.has(all[0]!, text)).toBe(expected);
  });

  test("the rest of a wildcard has all segments", () => {
    const { sets } = setsOf([]);
    expect(["", "a", "%2F"].map((text) => sets.has(sets.rest, text))).toEqual([true, true, true]);
  });

  test("samples stand for all texts", () => {
    const PATTERNS = [
      "/a",
      "/b",
      "/ab",
      "/:x",
      "/*x",
      "/:x([ab])",
      "/:x(a+)",
      "/a:x",
      "/:xb",
      "/:x(a*)b",
      "/:x(a{2,3})",
    ];
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...PATTERNS), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(1, 2, Infinity),
        fc.boolean(),
        (some, most, hasRest) => {
          const { sets, all } = setsOf(some, most);
          const asked = [...new Set([...all, ...(hasRest ? [sets.rest] : [])])];
          const wayOf = (text: string): string => asked.map((set) => Number(sets.has(set, text))).join("");
          const ways = (list: readonly string[]): string[] =>
            [...new Set(list.map(wayOf))].filter((way) => way.includes("1")).sort();
          const samples = sets.samples(asked);
          expect(ways(samples), `${some} ${most}`).toEqual(ways(textsUpTo("abc", 5)));
          // One for each way, and the texts.
          expect(samples.length).toBeLessThanOrEqual(ways(samples).length + asked.length);
        },
      ),
      { seed: SEED, numRuns: RUNS },
    );
  });

  test("what is too large once is not tried again", () => {
    const patterns = ["a", "b", "c", "d", "e", "f"].map((one) => `/:x([a-f]*${one.replace(/./, "[$&]")}[a-f]{5})`);
    const budget = new Budget(10_000_000);
    const sets = new SegmentSets({ ignoreCase: false, maxParamLength: Infinity }, budget);
    const all = patterns.map((text) => {
      const pattern = parsePattern(text, "test");
      return sets.of(pattern.steps[0] as Segment, pattern);
    });
    expect(() => sets.samples(all)).toThrow(BudgetExhausted);
    budget.refill();
    const start = budget.left;
    expect(() => sets.samples(all)).toThrow(BudgetExhausted);
    expect(start - budget.left).toBe(0);
  });
});

describe("a budget", () => {
  test("gives each question a tenth, and all of them together all", () => {
    const budget = new Budget(100);
    const work = (steps: number) => (): string => {
      budget.spend(steps);
      return "done";
    };
    expect(budget.ask(work(10))).toBe("done");
    expect(budget.ask(work(11))).toBeUndefined();
    expect(budget.isEmpty).toBe(false);
    for (let i = 0; i < 7; i++) expect(budget.ask(work(10))).toBe("done");
    expect(budget.ask(work(10))).toBeUndefined();
    expect(budget.isEmpty).toBe(true);
    budget.refill();
    expect(budget.ask(work(10))).toBe("done");
  });

  test("lets other errors through", () => {
    const fail = (): never => {
      throw new RangeError("other");
    };
    expect(() => new Budget(10).ask(fail)).toThrow(RangeError);
  });
});
