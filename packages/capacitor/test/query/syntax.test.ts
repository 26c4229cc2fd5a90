import { describe, expect, test } from "vitest";
import { query } from "../../src/index.ts";
import { errorOf } from "../support.ts";

describe("the text of a query", () => {
  test.each([
    ["", ""],
    ["  \n ", ""],
    ["a", "a=1"],
    ["a,", "a=1"],
    ["\n  a,\n  b : int ,\n", "a=1&b=2"],
    ["a?", ""],
    ["a ? : int", ""],
    ["a:int=5", ""],
    ["a: int( 1 .. 5 ) [ ]", "a=1&a=5"],
    ["a: string(..)", "a="],
    ["a:(x|y)[],b:( x | y )", "a=x&a=y&b=x"],
    ["a: 'only', b: ('only')[]", "a=only"],
    ["a: 'int'|'b,c'", "a=int"],
    ["internal: internal|external = external", ""],
    ["a.b-c~d$: string", "a.b-c~d$=1"],
    ["größe: int, 名", "größe=1&名=2"],
    ["'a,b=c:d?e|f'?: string", ""],
    ["'it''s' = 'it''s, too'", ""],
    ["a = x y, b = it", ""],
    ["a = '', b: x|y = 'x'", ""],
    ["a: number(-1.5..-0.5) = -1", ""],
    ["a: bool = on", ""],
    ["string, int: int, bool?: bool", "string=a&int=1"],
  ])("%j is read", (text, raw) => {
    const parser = query(text as string);
    expect(parser.text).toBe(text);
    expect(parser.parse(raw).problems).toBeUndefined();
  });

  test.each([
    ["a b", 0],
    ["a, b c", 3],
    ["a,, b", 2],
    [",a", 0],
    ["a, b, a: int", 6],
    ["'a': int, a", 10],
    [": int", 0],
    ["''", 0],
    ["'a", 0],
    ["a: 'b", 0],
    ["a = 'b", 0],
    ["a = b'c", 0],
    ["a: imt", 0],
    ["ok,  a: integer", 5],
    ["a: Int", 0],
    ["a: x|", 0],
    ["a: |x", 0],
    ["a: ''|x", 0],
    ["a: (x|y", 0],
    ["a: x|y)", 0],
    ["a: (int)[]", 0],
    ["a: int[", 0],
    ["a: int[]]", 0],
    ["a: int[][]", 0],
    ["a: int[3]", 0],
    ["a: int()", 0],
    ["a: int(5)", 0],
    ["a: int (1..5)", 0],
    ["a: int(9..1)", 0],
    ["a: int(x..5)", 0],
    ["a: bool(0..1)", 0],
    ["a: x|y(1..2)", 0],
    ["a: int = x", 0],
    ["a: int =", 0],
    ["a: int = 1.5", 0],
    ["a: int(1..5) = 6", 0],
    ["a: string(2..) = x", 0],
    ["a: number = 1e999", 0],
    ["a: x|y = z", 0],
    ["a: bool = yes", 0],
    ["a?: int = 1", 0],
    ["a? = x", 0],
    ["a?: int[]", 0],
    ["a: int[] = 1", 0],
    ["a??", 0],
    ["a:: int", 0],
    ["a%5B", 0],
    ["a+b", 0],
    ["a&b", 0],
  ])("%j is refused at %i", (text, position) => {
    const error = errorOf(() => query(text as string));
    expect(error.code).toBe("WATT_CAPACITOR_QUERY_SYNTAX");
    expect(error.details).toMatchObject({ query: text, position });
  });
});

describe("a value that could not be read back", () => {
  const parser = query("q: string(1..5), page?: int(1..9), sort?: a|b, tag: int[]", { maxPairs: 4, maxLength: 40 });

  test.each([
    [{}, "q", "missing"],
    [{ q: undefined }, "q", "missing"],
    [{ q: null }, "q", "missing"],
    [{ q: "" }, "q", "invalid"],
    [{ q: "toolong" }, "q", "invalid"],
    [{ q: "a", page: 10 }, "page", "invalid"],
    [{ q: "a", page: 1.5 }, "page", "invalid"],
    [{ q: "a", page: NaN }, "page", "invalid"],
    [{ q: "a", sort: "c" }, "sort", "invalid"],
    [{ q: "a", tag: [1, 1e21] }, "tag", "invalid"],
    [{ q: "a", page: [1, 2] }, "page", "repeated"],
    [{ q: "a", tag: [1, 2, 3, 4] }, "", "too-many"],
    [{ q: "a", tag: [999999999999999, 999999999999999] }, "", "too-long"],
  ])("%j is refused: %s", (values, name, problem) => {
    for (const run of [() => parser.of(values as never), () => parser.write(values as never)]) {
      const error = errorOf(run);
      expect(error.code).toBe("WATT_CAPACITOR_QUERY_VALUE");
      expect(error.details).toMatchObject({ query: parser.text, name, problem });
    }
  });
});
