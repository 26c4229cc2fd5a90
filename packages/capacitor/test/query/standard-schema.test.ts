import { describe, expect, test } from "vitest";
import { query, standardSchema } from "../../src/index.ts";

const { validate, ...rest } = standardSchema(query("q, page: int = 1, tag: string[], exact: bool = false"))[
  "~standard"
];
const values = (given: object): object => ({ value: { q: "a", page: 1, tag: [], exact: false, ...given } });

describe("a query as a schema", () => {
  test("says what it is", () => expect(rest).toEqual({ version: 1, vendor: "watt" }));

  test.each([
    ["a text", "/?q=a&page=2", values({ page: 2 })],
    ["a URL", new URL("https://e.x/?q=a&tag=x#page=2"), values({ tag: ["x"] })],
    [
      "URLSearchParams",
      new URLSearchParams([
        ["q", "a"],
        ["tag", "1"],
        ["tag", "2&3"],
      ]),
      values({ tag: ["1", "2&3"] }),
    ],
    ["an object of texts", { q: "a", page: "2", tag: ["x", "y"] }, values({ page: 2, tag: ["x", "y"] })],
    [
      "an object of values",
      { q: "a", page: 2, exact: true, tag: undefined, no: null },
      values({ page: 2, exact: true }),
    ],
    ["an object without a prototype", Object.assign(Object.create(null) as object, { q: "a" }), values({})],
  ])("reads %s", (_, given, result) => expect(validate(given)).toEqual(result));

  test("tells what is wrong, and where", () => {
    expect(validate("page=x")).toEqual({
      issues: [
        { message: "q: missing, expected string", path: ["q"] },
        { message: "page: invalid, expected int", path: ["page"] },
      ],
    });
    expect(validate(`q=${"x".repeat(9000)}`)).toEqual({
      issues: [{ message: "query: too-long, expected at most 8192", path: [] }],
    });
  });

  test.each([
    ["undefined", undefined],
    ["null", null],
    ["a number", 5],
    ["a function", () => "q=a"],
    ["a value without a text", { q: Object.create(null) as object }],
    [
      "a getter that throws",
      {
        get q(): string {
          throw new Error("no");
        },
      },
    ],
  ])("does not take %s", (_, given) => {
    expect(validate(given)).toEqual({ issues: [{ message: "a query is a text or an object of values" }] });
  });
});
