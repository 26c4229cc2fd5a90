import { setFlagsFromString } from "node:v8";
import { runInThisContext } from "node:vm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { href, query } from "../../src/index.ts";

afterEach(() => void vi.unstubAllGlobals());

const listing = query("q, page: int = 1, sort?: newest|oldest, tag: string[], exact: bool = false, from?: int(1..100)");
const nothing = { q: undefined, page: 1, sort: undefined, tag: [], exact: false, from: undefined };

describe("parse", () => {
  test.each([
    ["what is asked for, and defaults", "q=a", { q: "a" }],
    [
      "each type",
      "q=a&page=7&sort=oldest&tag=x&exact=true&from=100",
      { q: "a", page: 7, sort: "oldest", tag: ["x"], exact: true, from: 100 },
    ],
    ["in any order", "from=1&q=a", { q: "a", from: 1 }],
    ["a target", "/search?q=a&page=2", { q: "a", page: 2 }],
    ["a target with = in its path", "/a=b&q=x/c?q=a", { q: "a" }],
    ["a URL", "https://example.com:80/?q=a", { q: "a" }],
    ["a URL of any scheme", "web+a-b.c2://x?q=a", { q: "a" }],
    ["a URL in upper case", "HTTP://E.X?q=a", { q: "a" }],
    ["a query with its ?", "?q=a", { q: "a" }],
    ["a name that only looks like a URL", "http:q=1&q=a", { q: "a" }],
    ["? in a value", "q=a?b", { q: "a?b" }],
    ["not beyond #", "q=a#&page=2", { q: "a" }],
    ["a + as a space", "q=a+b%2Bc", { q: "a b+c" }],
    ["percent-encoded text", "q=%C3%A9%26%3D%25%23", { q: "é&=%#" }],
    ["text as it came", "q=é", { q: "é" }],
    ["percent-encoded names", "%71=a&%70%61ge=3", { q: "a", page: 3 }],
    ["= in a value", "q=a=b=", { q: "a=b=" }],
    ["an empty text", "q=", { q: "" }],
    ["a text without =", "q", { q: "" }],
    ["repeated names as a list", "q=a&tag=x&tag=&tag=y", { q: "a", tag: ["x", "", "y"] }],
    ["brackets behind the name of a list", "q=a&tag[]=x&tag%5B%5D=y&tag=z", { q: "a", tag: ["x", "y", "z"] }],
    ["a flag", "q=a&exact", { q: "a", exact: true }],
    ["a checkbox", "q=a&exact=on", { q: "a", exact: true }],
    ["an empty input as an absent one", "q=a&page=&sort=&exact=&from=", { q: "a" }],
    ["the value beside an empty one", "q=a&page=&page=2", { q: "a", page: 2 }],
    ["past what it does not know", "x=1&q=a&Q=b&constructor=1&__proto__=2&%zz=3&page[]=2&=4", { q: "a" }],
    ["empty pairs", "&&q=a&&", { q: "a" }],
  ])("reads %s: %s", (_, raw, values) => {
    expect(listing.parse(raw)).toEqual({ ok: true, values: { ...nothing, ...values }, problems: undefined });
  });

  test.each([
    ["int", ["0", "-5", "007", "999999999999999"], [0, -5, 7, 999999999999999]],
    ["number", ["2.50", ".5", "-1e3", "1e%2B2", "1E-2"], [2.5, 0.5, -1000, 100, 0.01]],
    ["bool", ["true", "1", "on", "false", "0", "off"], [true, true, true, false, false, false]],
    ["a|'b c'", ["a", "b+c"], ["a", "b c"]],
    ["int(-1..)", ["-1", "5"], [-1, 5]],
    ["number(..0.5)", ["-9", "0.5"], [-9, 0.5]],
    ["string(2..3)", ["ab", "%C3%A9%C3%A9", "abc"], ["ab", "éé", "abc"]],
  ])("reads %s from %j", (type, raws, values) => {
    const parser = query(`x: ${type}` as string);
    expect(raws.map((raw) => parser.parse(`x=${raw}`).values["x"])).toEqual(values);
  });

  test.each([
    ["int", ["1.5", "+1", "1e3", "0x10", "one", "-", "1000000000000000", "%201", "NaN"]],
    ["number", [".", "5.", "-", "1e", "e5", "1e999", "Infinity", "0x1", "1_0", "%2B1"]],
    ["bool", ["yes", "TRUE", "2", "tru"]],
    ["a|b", ["A", "ab", "a%20", "a|b"]],
    ["int(1..9)", ["0", "10"]],
    ["number(0..1)", ["-0.1", "1.1"]],
    ["string(2..3)", ["", "a", "abcd", "%C3%A9"]],
  ])("does not read %s from any of %j", (type, raws) => {
    const parser = query(`x: ${type}` as string);
    for (const raw of raws) {
      expect(parser.parse(`x=${raw}`)).toEqual({
        ok: false,
        values: { x: undefined },
        problems: [{ name: "x", problem: "invalid", expected: type, value: decodeURIComponent(raw.replace("+", " ")) }],
      });
    }
  });

  test("a negative zero is zero", () => {
    expect(Object.is(query("x: int").parse("x=-0").values.x, 0)).toBe(true);
    expect(Object.is(query("x: number").parse("x=-0.0").values.x, 0)).toBe(true);
  });

  test.each([
    ["missing", "page=2", "q", "missing", undefined],
    ["missing where there is no query", "/search", "q", "missing", undefined],
    ["malformed", "q=%zz", "q", "malformed", "%zz"],
    ["cut in a triplet", "q=a%4", "q", "malformed", "a%4"],
    ["an overlong form", "q=%C0%AF", "q", "malformed", "%C0%AF"],
    ["half of a surrogate pair", "q=\ud800", "q", "malformed", "\ud800"],
    ["half of a pair, encoded", "q=%ED%A0%80", "q", "malformed", "%ED%A0%80"],
    ["repeated", "q=a&q=b+c", "q", "repeated", "b c"],
    ["repeated and malformed", "q=a&q=%", "q", "repeated", "%"],
  ])("tells of one that is %s", (_, raw, name, problem, value) => {
    const result = listing.parse(raw);
    expect(result.ok).toBe(false);
    expect(result.problems).toEqual([{ name, problem, expected: "string", value }]);
    expect(result.values.q).toBeUndefined();
  });

  test("tells one problem for each name, in the order of the text, and what could be read", () => {
    const result = listing.parse("from=0&from=x&tag=a&tag=%&tag=%zz&page=x&sort=newest");
    expect(result.values).toEqual({ ...nothing, sort: "newest" });
    expect(result.problems?.map(({ name, problem, value }) => [name, problem, value])).toEqual([
      ["q", "missing", undefined],
      ["page", "invalid", "x"],
      ["tag", "malformed", "%"],
      ["from", "invalid", "0"],
    ]);
  });

  test("takes names that objects have", () => {
    const { values } = query("__proto__: int, constructor, toString?").parse("__proto__=1&constructor=a");
    expect(Object.entries(values)).toEqual([
      ["__proto__", 1],
      ["constructor", "a"],
      ["toString", undefined],
    ]);
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  });

  test("the first name answers where two are written alike", () => {
    expect(query("a: string[], 'a[]': string[]").parse("a[]=1").values).toEqual({ a: ["1"], "a[]": [] });
    expect(query("'a[]': string[], a: string[]").parse("a[]=1&a=2").values).toEqual({ a: ["2"], "a[]": ["1"] });
  });

  test("an empty list is shared, and cannot be changed", () => {
    const { tag } = listing.parse("q=a").values as { tag: string[] };
    expect(() => tag.push("x")).toThrow(TypeError);
    expect(listing.parse("q=a").values.tag).toEqual([]);
  });

  test("gives values of one shape", () => {
    setFlagsFromString("--allow-natives-syntax");
    const haveSameMap = runInThisContext("(a, b) => %HaveSameMap(a, b)") as (a: object, b: object) => boolean;
    const raws = ["q=a", "from=3&q=a", "sort=newest&page=2", "tag=1&tag=2&q=x&exact", "page=x"];
    // The first rounds teach the shape what kinds of values there are.
    for (let i = 0; i < 3; i++) for (const raw of raws) listing.parse(raw);
    const values = raws.map((raw) => listing.parse(raw).values);
    for (const other of values) expect(haveSameMap(values[0] as object, other)).toBe(true);
    expect(haveSameMap(values[0] as object, { q: "a" })).toBe(false);
    setFlagsFromString("--no-allow-natives-syntax");
  });

  test("makes no URLSearchParams", () => {
    vi.stubGlobal("URLSearchParams", undefined);
    expect(listing.parse("q=%41&tag=b").ok).toBe(true);
  });
});

describe("limits", () => {
  const parser = query("a = none, b: string[], c?", { maxLength: 8, maxPairs: 3 });

  test.each([
    ["as long as may be", "a=1&b=23", undefined],
    ["path and hash do not count", "/a/long/path?a=1&b=23#a/long/hash", undefined],
    ["empty pairs are no pairs", "?a=1&&&&&", undefined],
    ["one character more", "a=1&b=234", "too-long"],
    ["one that is empty pairs", "a=1&&&&&&", "too-long"],
    ["a long name", "x".repeat(9), "too-long"],
    ["a million empty pairs", "&".repeat(1_000_000), "too-long"],
    ["a value of a million characters", `b=${"x".repeat(1_000_000)}`, "too-long"],
    ["as many pairs as may be", "b&b&b", undefined],
    ["one pair more", "b&b&b&b", "too-many"],
    ["pairs that are not asked for", "x&&y&z&a", "too-many"],
  ])("%s", (_, raw, problem) => {
    const result = parser.parse(raw);
    expect(result.ok).toBe(problem === undefined);
    const most = problem === "too-long" ? 8 : 3;
    const expected = [{ name: "", problem, expected: `at most ${most}`, value: undefined }];
    if (problem !== undefined) expect(result.problems).toEqual(expected);
  });

  test("leave what was read before them, and say nothing of what is missing", () => {
    expect(query("a, b, c: int", { maxPairs: 2 }).parse("c=x&a=1&b=2")).toEqual({
      ok: false,
      values: { a: "1", b: undefined, c: undefined },
      problems: [
        { name: "", problem: "too-many", expected: "at most 2", value: undefined },
        { name: "c", problem: "invalid", expected: "int", value: "x" },
      ],
    });
  });

  test("are 8192 characters and 1,000 pairs", () => {
    const text = query("a: string[]");
    expect(text.parse(`a=${"x".repeat(8190)}`).ok).toBe(true);
    expect(text.parse(`a=${"x".repeat(8191)}`).problems?.[0]?.problem).toBe("too-long");
    expect(text.parse("a=1&".repeat(1000)).values.a).toHaveLength(1000);
    expect(text.parse("a=1&".repeat(1001)).problems?.[0]?.problem).toBe("too-many");
  });

  test.each([{ maxLength: NaN }, { maxPairs: NaN }, { maxLength: -1 }, { maxPairs: 0 }])(
    "%j lets nothing pass",
    (options) => {
      expect(query("a?", options).parse("a=1").ok).toBe(false);
    },
  );
});

describe("writing", () => {
  test.each([
    [
      "what is given",
      { q: "a", page: 2, sort: "oldest", tag: ["x", "y"], exact: true, from: 7 },
      "q=a&page=2&sort=oldest&tag=x&tag=y&exact=true&from=7",
    ],
    ["no defaults, and nothing undefined", { q: "a", page: 1, sort: undefined, tag: [], exact: false }, "q=a"],
    ["as a form does", { q: "a b&é=%+" }, "q=a+b%26%C3%A9%3D%25%2B"],
    ["empty texts", { q: "", tag: [""] }, "q=&tag="],
    ["a zero", { q: "a", page: -0 }, "q=a&page=0"],
  ] as const)("writes %s", (_, values, text) => {
    expect(listing.write(values)).toBe(text);
    expect(href("/s", {}, listing.of(values))).toBe(`/s?${text}`);
  });

  test("of nothing but defaults is empty", () => {
    const paging = query("page: int = 1, dir: up|down = up");
    expect(paging.write({})).toBe("");
    expect(href("/s", {}, paging.of(paging.parse("/s").values as { page: number; dir: "up" }))).toBe("/s");
  });

  test("leaves out what it does not know, and what is only inherited", () => {
    const wider = { q: "a", other: 1, __proto__: { page: 7 } };
    expect(listing.write(wider)).toBe("q=a");
  });

  test("takes names that objects have", () => {
    const parser = query("__proto__: int, constructor?");
    expect(parser.write({ ["__proto__"]: 5, constructor: undefined })).toBe("__proto__=5");
    expect(parser.write({ ["__proto__"]: 5, constructor: "x" })).toBe("__proto__=5&constructor=x");
  });
});
