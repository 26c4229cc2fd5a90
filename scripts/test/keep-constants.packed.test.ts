import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { keepConstants, withConstants } from "../keep-constants.ts";

const kept = (code: string): string => withConstants(code, "module.js").toString();

test.each([
  ["a number", "var A = 1;", "const A = 1;"],
  ["a class", "var A = class { #b = 1 };", "const A = class { #b = 1 };"],
  ["a list", "var A = 1, B = A;", "const A = 1, B = A;"],
  ["a number that is negated somewhere", "var A = 1; f(-A);", "const A = 1; f(-A);"],
  ["an object whose fields are assigned", "var a = {}; a.b = 1; a[c]++;", "const a = {}; a.b = 1; a[c]++;"],
  ["a pattern", "var { a, b: [c, , ...d] } = f();", "const { a, b: [c, , ...d] } = f();"],
  ["what is compared", "var A = 1; f(A === 1, A >= 1);", "const A = 1; f(A === 1, A >= 1);"],
])("makes %s constant", (_, code, expected) => {
  expect(kept(code)).toBe(expected);
});

test.each([
  ["without a value", "var a;"],
  ["assigned later", "var a = 1; function f() { a = 2; }"],
  ["assigned by an operator", "var a = 1; function f() { a ??= 2; }"],
  ["counted up", "var a = 1; function f() { return a++; }"],
  ["counted down", "var a = 1; function f() { return --a; }"],
  ["assigned by a pattern", "var a = 1; function f() { [{ b: a }] = g(); }"],
  ["the variable of a loop", "var a = 1; function f() { for (a of g()); for (a in g()); }"],
  ["declared inside of a function", "function f() { var a = 1; return a; }"],
  ["a pattern of which a name is assigned", "var { a, b } = f(); function g() { b = 1; }"],
  ["declared as it should be", "const A = 1; let b = 2;"],
])("leaves what is %s", (_, code) => {
  expect(kept(code)).toBe(code);
});

test("parts a list of both kinds", () => {
  expect(kept("var A = 1, B = 2, c, d, E = 3;")).toBe("const A = 1, B = 2;\nvar c, d;\nconst E = 3;");
});

test("keeps the source map exact, and leaves files that are no JavaScript", () => {
  const chunk: Parameters<typeof keepConstants.renderChunk>[1] = {
    path: "/dist/index.cjs",
    map: { version: 3, sources: ["a.ts"], names: [], mappings: "AAAA,UAAU" },
  };
  expect(keepConstants.renderChunk("var A = 1, b;", chunk)).toEqual({ code: "const A = 1;\nvar b;" });
  // What is on the second line now was in column 10 of the first.
  expect(JSON.parse(String(chunk.map))).toMatchObject({ sources: ["a.ts"], mappings: "AAAA;AAAA,IAAU" });
  expect(keepConstants.renderChunk("{}", { path: "/dist/index.js.map" })).toBeUndefined();
});

test("every build holds its constants as constants", async () => {
  for (const name of ["electron", "capacitor", "conduit", "bolt"]) {
    const text = await readFile(new URL(`../../packages/${name}/dist/index.js`, import.meta.url), "utf8");
    expect(text.match(/^var [A-Z]\w* = (class|-?\d)/gm) ?? [], name).toEqual([]);
  }
});
