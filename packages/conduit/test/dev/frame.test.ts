import { describe, expect, test } from "vitest";
import { framesOf } from "../../src/dev/frame.ts";

const short = (stack: string): string[] =>
  framesOf(stack).map(({ name, file, line, column }) => `${name || "-"} ${file} ${line} ${column}`);

describe("a line of a stack", () => {
  test.each([
    ["V8, function", "    at Card (file:///app/src/card.ts:12:5)", "Card /app/src/card.ts 12 5"],
    ["V8, without a name", "    at file:///app/src/card.ts:12:5", "- /app/src/card.ts 12 5"],
    ["V8, path", "    at Card (/app/src/card.js:12:5)", "Card /app/src/card.js 12 5"],
    ["V8, method", "    at Object.Card (/app/card.js:1:2)", "Card /app/card.js 1 2"],
    ["V8, method of another name", "    at Object.Card [as view] (/app/card.js:1:2)", "Card /app/card.js 1 2"],
    ["V8, export of CJS", "    at exports.Card (/app/card.js:1:2)", "Card /app/card.js 1 2"],
    ["V8, guessed by a property", "    at div.role (/app/card.js:1:2)", "- /app/card.js 1 2"],
    ["V8, constructor", "    at new Page (/app/page.js:1:2)", "Page /app/page.js 1 2"],
    ["V8, async", "    at async Page (/app/page.js:1:2)", "Page /app/page.js 1 2"],
    ["V8, async without a name", "    at async /app/page.js:1:2", "- /app/page.js 1 2"],
    ["V8, anonymous", "    at Object.<anonymous> (/app/page.js:1:2)", "- /app/page.js 1 2"],
    ["V8, eval", "    at eval (eval at run (/app/run.js:3:4), <anonymous>:1:1)", "eval /app/run.js 3 4"],
    ["V8, folder with brackets", "    at Card (file:///app/(shop)/card.ts:1:2)", "Card /app/(shop)/card.ts 1 2"],
    ["V8, folder with a space", "    at Card (file:///my%20app/card.ts:1:2)", "Card /my app/card.ts 1 2"],
    ["V8, Windows", "    at Card (file:///C:/app/card.ts:1:2)", "Card C:/app/card.ts 1 2"],
    ["V8, Windows, path", "    at Card (C:\\app\\card.js:1:2)", "Card C:/app/card.js 1 2"],
    [
      "V8, page",
      "    at Card (http://localhost:5173/src/card.ts?t=17:1:2)",
      "Card http://localhost:5173/src/card.ts 1 2",
    ],
    ["SpiderMonkey, function", "Card@http://localhost/card.js:12:5", "Card http://localhost/card.js 12 5"],
    ["SpiderMonkey, without a name", "@http://localhost/card.js:12:5", "- http://localhost/card.js 12 5"],
    ["SpiderMonkey, function inside", "Card/<@http://localhost/card.js:12:5", "Card http://localhost/card.js 12 5"],
    ["SpiderMonkey, async", "async*Card@http://localhost/card.js:12:5", "Card http://localhost/card.js 12 5"],
    [
      "SpiderMonkey, scope in the path",
      "Card@http://a/node_modules/@watt/x.js:1:2",
      "Card http://a/node_modules/@watt/x.js 1 2",
    ],
    [
      "JavaScriptCore, without a name",
      "http://a/node_modules/@watt/x.js:1:2",
      "- http://a/node_modules/@watt/x.js 1 2",
    ],
    ["JavaScriptCore, module", "module code@http://localhost/card.js:12:5", "- http://localhost/card.js 12 5"],
  ])("%s", (_, line, expected) => expect(short(line)).toEqual([expected]));

  test.each([
    "Error: made at 12:5",
    "    at Array.map (<anonymous>)",
    "    at async Promise.all (index 0)",
    "map@[native code]",
    "[native code]",
    "",
  ])("no place: %j", (line) => expect(short(line)).toEqual([]));
});

test("the innermost call comes first", () => {
  expect(short("Error\n    at Card (/a.js:1:2)\n    at Array.map (<anonymous>)\n    at Page (/b.js:3:4)")).toEqual([
    "Card /a.js 1 2",
    "Page /b.js 3 4",
  ]);
});
