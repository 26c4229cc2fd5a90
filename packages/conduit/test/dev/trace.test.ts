import { afterEach, describe, expect, test, vi } from "vitest";
import type { Frame } from "../../src/dev/frame.ts";
import { here, placeOf, setRoot, userFrames, userFramesHere } from "../../src/dev/trace.ts";

const own = new URL("../../src/", import.meta.url).href;

const withStack = (...calls: readonly string[]): Error =>
  Object.assign(new Error(), { stack: ["Error", ...calls.map((call) => `    at ${call}`)].join("\n") });

describe("the program's own calls", () => {
  test.each([
    ["this package's are none", `build (${own}html/element.ts:1:2)`],
    ["other packages' are none", "render (file:///app/node_modules/bolt/dist/index.js:1:2)"],
    ["Node's are none", "node:internal/main:1:2"],
    ["Deno's are none", "run (ext:core/mod.js:1:2)"],
    ["those without a file are none", "eval (<anonymous>:1:2)"],
  ])("%s", (_, call) => {
    const frames = userFrames(
      withStack(call, "Card (file:///app/card.ts:3:4)", call, "Page (file:///app/page.ts:5:6)"),
    );
    expect(frames.map(({ name }) => name)).toEqual(["Card", "Page"]);
  });

  test("are those after the builder's when all are in one file", () => {
    const call = (name: string): string => `${name} (${own}bundle.js:1:2)`;
    const frames = userFrames(
      withStack(call("here"), call("element"), call("inspected"), call("build"), call("Card"), call("Page")),
    );
    expect(frames.map(({ name }) => name)).toEqual(["Card", "Page"]);
  });

  test("are none without a stack", () => expect(userFrames({ name: "", message: "" })).toEqual([]));

  test("are found here", () => {
    function Card(): string | undefined {
      return userFramesHere()[0]?.name;
    }
    expect(Card()).toBe("Card");
  });
});

describe("the limit of stacks", () => {
  const limits = Error as { stackTraceLimit?: number };
  const before = limits.stackTraceLimit;
  afterEach(() => {
    if (before !== undefined) limits.stackTraceLimit = before;
  });

  test.each([3, 50, undefined])("is %s as before", (limit) => {
    if (limit === undefined) delete limits.stackTraceLimit;
    else limits.stackTraceLimit = limit;
    here();
    expect(limits.stackTraceLimit).toBe(limit);
    expect("stackTraceLimit" in limits).toBe(limit !== undefined);
  });
});

describe("a place", () => {
  const at = (file: string): Frame => ({ name: "", file, line: 1, column: 2, text: "" });
  afterEach(() => {
    vi.unstubAllGlobals();
    setRoot(undefined);
  });

  test.each([
    ["/app", "/app/src/a.ts", "src/a.ts:1:2"],
    ["/app/", "/app/src/a.ts", "src/a.ts:1:2"],
    ["/app", "/apple/a.ts", "/apple/a.ts:1:2"],
    ["C:\\app", "C:/app/a.ts", "a.ts:1:2"],
    [undefined, `${process.cwd()}/a.ts`, "a.ts:1:2"],
  ])("from %s: %s is %s", (root, file, expected) => {
    setRoot(root);
    expect(placeOf(at(file))).toBe(expected);
  });

  test("in a page is told from its origin", () => {
    vi.stubGlobal("process", undefined);
    vi.stubGlobal("location", { origin: "http://localhost:5173" });
    expect(placeOf(at("http://localhost:5173/src/a.ts"))).toBe("src/a.ts:1:2");
  });

  test("with neither is told in full", () => {
    vi.stubGlobal("process", undefined);
    vi.stubGlobal("location", undefined);
    expect(placeOf(at("/src/a.ts"))).toBe("/src/a.ts:1:2");
  });
});
