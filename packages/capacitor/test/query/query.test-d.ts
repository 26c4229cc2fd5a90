import { describe, expectTypeOf, test } from "vitest";
import { href, query, type QueryInput, type QueryResult, type QueryValues, standardSchema } from "../../src/index.ts";

const listing = "q, page: int = 1, sort?: newest|oldest, tag: string[], exact: bool = false, from?: int(1..100)";

describe("the values of a query", () => {
  test("come from its text", () => {
    expectTypeOf<QueryValues<typeof listing>>().toEqualTypeOf<{
      readonly q: string;
      readonly page: number;
      readonly sort?: "newest" | "oldest" | undefined;
      readonly tag: readonly string[];
      readonly exact: boolean;
      readonly from?: number | undefined;
    }>();
    expectTypeOf<QueryInput<typeof listing>>().toEqualTypeOf<{
      readonly q: string;
      readonly page?: number | undefined;
      readonly sort?: "newest" | "oldest" | undefined;
      readonly tag?: readonly string[] | undefined;
      readonly exact?: boolean | undefined;
      readonly from?: number | undefined;
    }>();
    expectTypeOf<QueryValues<"">>().toEqualTypeOf<{}>();
    expectTypeOf<QueryValues<" a ,\n\tb : number(0..1) ,\n">>().toEqualTypeOf<{
      readonly a: string;
      readonly b: number;
    }>();
    expectTypeOf<QueryValues<"a: string(1..80) = x, b: (x | y)[], c: int(0..)[], d: bool[]">>().toEqualTypeOf<{
      readonly a: string;
      readonly b: readonly ("x" | "y")[];
      readonly c: readonly number[];
      readonly d: readonly boolean[];
    }>();
    expectTypeOf<QueryValues<"a?, b? : bool, c: 'only', größe: int = -5, __proto__: int">>().toEqualTypeOf<{
      readonly a?: string | undefined;
      readonly b?: boolean | undefined;
      readonly c: "only";
      readonly größe: number;
      readonly ["__proto__"]: number;
    }>();
  });

  test("of names and words in quotes", () => {
    expectTypeOf<
      QueryValues<"'filter[a,b]': int, 'x=y:z?'?: 'a|b'|'it''s', c = 'a, b = c: d', d: (x|'y,')[]">
    >().toEqualTypeOf<{
      readonly "filter[a,b]": number;
      readonly "x=y:z?"?: "a|b" | "it's" | undefined;
      readonly c: string;
      readonly d: readonly ("x" | "y,")[];
    }>();
  });

  test("of a text that is not a literal", () => {
    const parser = query("a" as string);
    expectTypeOf(parser.parse("").values["any"]).toEqualTypeOf<
      string | number | boolean | readonly (string | number | boolean)[] | undefined
    >();
    expectTypeOf(parser.write).toBeCallableWith({ any: 1, list: ["a"] });
  });

  test("are narrowed by ok", () => {
    const result = query("q, page: int = 1").parse("q=a");
    expectTypeOf(result).toEqualTypeOf<QueryResult<{ readonly q: string; readonly page: number }>>();
    if (result.ok) {
      expectTypeOf(result.values.q).toEqualTypeOf<string>();
      expectTypeOf(result.problems).toEqualTypeOf<undefined>();
    } else {
      expectTypeOf(result.values.q).toEqualTypeOf<string | undefined>();
      expectTypeOf(result.problems[0]?.name).toEqualTypeOf<"q" | "page" | "" | undefined>();
    }
    // @ts-expect-error it may have failed
    ((q: string) => q)(result.values.q);
    // @ts-expect-error there is no such name
    result.values.pgae;
  });

  test("are what a schema gives", () => {
    const schema = standardSchema(query("q, page: int = 1"));
    type Types = NonNullable<(typeof schema)["~standard"]["types"]>;
    expectTypeOf<Types["output"]>().toEqualTypeOf<{ readonly q: string; readonly page: number }>();
  });
});

describe("a mistake in the text", () => {
  test("does not compile", () => {
    query("a, b: int(1..5)[]");
    query("a: internal|external = internal, b: 'it''s'|x = 'it''s', c: int(1..) = '2', d: bool = off, e = 'x, y'");
    // @ts-expect-error a list of lists
    () => query("a: imt[][]");
    // @ts-expect-error there is no such type
    () => query("a: imt");
    // @ts-expect-error there is no such type, in a list
    () => query("a: imt[]");
    // @ts-expect-error one name for two
    () => query("a, b, a: int");
    // @ts-expect-error no integer
    () => query("a: int = one");
    // @ts-expect-error no integer, though a number
    () => query("a: int = 1.5");
    // @ts-expect-error no number
    () => query("a: number(0..1) = x");
    // @ts-expect-error none of the words
    () => query("a: x|y = z");
    // @ts-expect-error no boolean
    () => query("a: bool = yes");
    // @ts-expect-error a bool has no bounds
    () => query("a: bool(0..1)");
    // @ts-expect-error optional, and with a default
    () => query("a?: int = 1");
    // @ts-expect-error a list is never absent
    () => query("a?: int[]");
    // @ts-expect-error a list has no default
    () => query("a: int[] = 1");
  });
});

describe("writing", () => {
  const parser = query(listing);

  test("takes the values of the text", () => {
    href("/", {}, parser.of({ q: "a" }));
    href("/", {}, parser.of({ q: "a", page: undefined, tag: ["x"], sort: "oldest" }));
    // @ts-expect-error a required one is missing
    () => parser.of({ page: 1 });
    // @ts-expect-error misspelled
    () => parser.of({ q: "a", pgae: 1 });
    // @ts-expect-error no number
    () => parser.of({ q: "a", page: "1" });
    // @ts-expect-error none of the words
    () => parser.write({ q: "a", sort: "best" });
    // @ts-expect-error no list
    () => parser.write({ q: "a", tag: "x" });
    // @ts-expect-error what was read is not for writing
    () => (parser.parse("q=a").values.q = "b");
  });
});
